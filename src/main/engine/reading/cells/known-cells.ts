/** Cells that a column remembers at most; a column with more different ones is read as text. */
export const MOST_CELLS = 1 << 17;
/** Bytes of all of them. */
const MOST_BYTES = 1 << 22;
const FIRST_SLOTS = 1 << 8;

/**
 * The different cells of one column, by their bytes: the same bytes have the same number. Columns hold few
 * different cells and neighbouring rows mostly the same one, so that nearly every cell is known after one
 * comparison with the row above, and nothing has to be decoded.
 */
export class KnownCells {
  readonly #ends: Uint8Array;
  /** Where the cell that was looked up last ends. */
  end = 0;
  #bytes = new Uint8Array(1 << 12);
  #used = 0;
  /** Where each cell begins in `#bytes`; it ends where the next begins. */
  #starts = new Uint32Array(FIRST_SLOTS + 1);
  #count = 0;
  /** Number of a cell + 1 by its hash; 0: empty. */
  #slots = new Uint32Array(FIRST_SLOTS * 2);
  #hashes = new Uint32Array(FIRST_SLOTS);
  #last = -1;

  /** @param ends 1 for each byte that ends a cell */
  constructor(ends: Uint8Array) {
    this.#ends = ends;
  }

  /** The number of the cell that begins at `start`; -1 where the column holds too many different ones. */
  numberAt(bytes: Uint8Array, start: number): number {
    if (this.#last >= 0) {
      const stop = this.#matches(bytes, start, this.#last);
      if (stop >= 0) {
        this.end = stop;
        return this.#last;
      }
    }
    const ends = this.#ends;
    let hash = 0x811c9dc5;
    let at = start;
    for (; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (ends[byte] === 1) break;
      hash = Math.imul(hash ^ byte, 0x01000193);
    }
    this.end = at;
    hash = (hash ^ (hash >>> 15)) >>> 0;
    return (this.#last = this.#find(bytes, start, at, hash));
  }

  /** Where the cell at `start` ends if it is this known one; else -1. */
  #matches(bytes: Uint8Array, start: number, known: number): number {
    const own = this.#bytes;
    const from = this.#starts[known] ?? 0;
    const length = (this.#starts[known + 1] ?? 0) - from;
    for (let at = 0; at < length; at++) if (bytes[start + at] !== own[from + at]) return -1;
    const stop = start + length;
    return stop < bytes.length && this.#ends[bytes[stop] ?? 0] === 1 ? stop : -1;
  }

  #find(bytes: Uint8Array, start: number, stop: number, hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const there = this.#slots[slot] ?? 0;
      if (there === 0) break;
      if (this.#hashes[there - 1] === hash && this.#matches(bytes, start, there - 1) === stop)
        return there - 1;
      slot = (slot + 1) & mask;
    }
    if (this.#count >= MOST_CELLS || this.#used + stop - start > MOST_BYTES) return -1;
    if (this.#count >= this.#hashes.length) {
      this.#grow();
      return this.#find(bytes, start, stop, hash);
    }
    this.#slots[slot] = this.#count + 1;
    return this.#add(bytes.subarray(start, stop), hash);
  }

  #add(cell: Uint8Array, hash: number): number {
    if (this.#used + cell.length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#used + cell.length));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(cell, this.#used);
    this.#used += cell.length;
    const number = this.#count++;
    this.#hashes[number] = hash;
    this.#starts[number + 1] = this.#used;
    return number;
  }

  #grow(): void {
    const size = this.#hashes.length * 2;
    const [starts, hashes] = [new Uint32Array(size + 1), new Uint32Array(size)];
    starts.set(this.#starts);
    hashes.set(this.#hashes);
    this.#starts = starts;
    this.#hashes = hashes;
    this.#slots = new Uint32Array(size * 2);
    const mask = this.#slots.length - 1;
    for (let number = 0; number < this.#count; number++) {
      let slot = (hashes[number] ?? 0) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = number + 1;
    }
  }
}
