/**
 * The last value of one computation with what it was made from. Parts are compared as `Object.is` does: a part is
 * an object that never changes, or text that says everything the computation reads of something larger.
 */
export class Remembered<T> {
  #kept: { readonly parts: readonly unknown[]; readonly value: T } | null = null;

  /** The kept value where all parts are those it was made from; else a new one, kept in its place. */
  of(parts: readonly unknown[], make: () => T): T {
    const kept = this.#kept;
    if (kept && sameParts(kept.parts, parts)) return kept.value;
    const value = make();
    this.#kept = { parts, value };
    return value;
  }
}

function sameParts(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((part, index) => Object.is(part, b[index]));
}
