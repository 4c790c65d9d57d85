/** Remembers what a text meant: columns hold few different texts, so most cells are read once. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = read(text);
      // A column that is different in every row must not fill the memory; and the key is a copy, since a
      // cell as it was cut out of its text would keep all of that text.
      if (known.size < 20_000) known.set(Buffer.from(text).toString(), value);
    }
    return value;
  };
}
