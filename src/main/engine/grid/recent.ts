/** The last few results, by what was asked: the one that was asked for longest ago goes first. */
export class Recent<Value> {
  readonly #kept = new Map<string, Value>();

  constructor(private readonly most: number) {}

  of(key: string, make: () => Value): Value {
    const known = this.#kept.get(key);
    const value = known ?? make();
    this.#kept.delete(key);
    this.#kept.set(key, value);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.most && oldest !== undefined) this.#kept.delete(oldest);
    return value;
  }
}
