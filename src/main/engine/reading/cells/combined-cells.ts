import { MOST_CELLS, type KnownCells } from './known-cells';

/** A file with more combinations of its times, or of its names, is read as text from there on. */
const MOST_COMBINATIONS = 1 << 18;

/** A column of a {@link CombinedCells}: its cells, and which of them the current row has. */
export interface KnownColumn {
  readonly cells: KnownCells;
  /** -1 before the first row. */
  number: number;
}

/**
 * What some columns mean together, read once for each combination of cells that occurs. Null: not to be read
 * this way.
 */
export class CombinedCells<T> {
  readonly #columns: readonly KnownColumn[];
  readonly #read: (cells: readonly string[]) => T | null;
  /** For each column: number of the combination up to it, by that before it and the cell's number. */
  readonly #known: readonly Map<number, number>[];
  readonly #cells: Int32Array;
  readonly #combinations: Int32Array;
  readonly #meanings: (T | null)[] = [];
  /** Number of the current combination: the same number means the same. */
  number = -1;

  constructor(columns: readonly KnownColumn[], read: (cells: readonly string[]) => T | null) {
    this.#columns = columns;
    this.#read = read;
    this.#known = columns.map(() => new Map<number, number>());
    this.#cells = new Int32Array(columns.length).fill(-1);
    this.#combinations = new Int32Array(columns.length);
  }

  /** What the current cells of the columns mean; `row` gives the texts of all of its cells. */
  meaning(row: () => readonly string[]): T | null {
    let changed = 0;
    const width = this.#columns.length;
    while (changed < width && this.#columns[changed]?.number === this.#cells[changed]) changed++;
    if (changed < width || this.number < 0) this.number = this.#combine(changed);
    if (this.number < 0) return null;
    let meaning = this.#meanings[this.number];
    if (meaning === undefined) this.#meanings[this.number] = meaning = this.#read(row());
    return meaning;
  }

  #combine(from: number): number {
    let combination = from === 0 ? 0 : (this.#combinations[from - 1] ?? 0);
    for (let level = from; level < this.#columns.length; level++) {
      const cell = this.#columns[level]?.number ?? -1;
      const known = this.#known[level];
      const key = combination * MOST_CELLS + cell;
      let next = known?.get(key);
      if (known && next === undefined) {
        if (known.size >= MOST_COMBINATIONS) {
          this.#cells[level] = -1;
          return -1;
        }
        known.set(key, (next = known.size));
      }
      this.#cells[level] = cell;
      this.#combinations[level] = combination = next ?? 0;
    }
    return combination;
  }
}
