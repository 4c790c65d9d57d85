/** A queue that gives the entry first that goes before all others; a binary heap. */
export class LowestFirst<T> {
  readonly #entries: T[] = [];
  readonly #before: (a: T, b: T) => boolean;

  constructor(before: (a: T, b: T) => boolean) {
    this.#before = before;
  }

  add(entry: T): void {
    const heap = this.#entries;
    let place = heap.length;
    heap.push(entry);
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !this.#before(entry, above)) break;
      heap[place] = above;
      place = parent;
    }
    heap[place] = entry;
  }

  /** Undefined: it is empty. */
  take(): T | undefined {
    const heap = this.#entries;
    const first = heap[0];
    const last = heap.pop();
    if (heap.length > 0 && last !== undefined) this.#sink(last);
    return first;
  }

  #sink(entry: T): void {
    const heap = this.#entries;
    let place = 0;
    for (;;) {
      const [left, right] = [2 * place + 1, 2 * place + 2];
      const [a, b] = [heap[left], heap[right]];
      if (a === undefined) break;
      const child = b !== undefined && this.#before(b, a) ? right : left;
      const below = heap[child];
      if (below === undefined || !this.#before(below, entry)) break;
      heap[place] = below;
      place = child;
    }
    heap[place] = entry;
  }
}
