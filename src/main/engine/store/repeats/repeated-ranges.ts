/** Neighbouring rows of a file, by number from 1, that stand in another file, or earlier in this one, in the same order. */
export interface RangeOfRows {
  readonly row: number;
  readonly count: number;
  readonly importId: number;
  /** Row of the other import that the first one is; 0 where no single row stands for any of them. */
  readonly otherRow: number;
}

/**
 * Ranges in the order of their first rows, in columns of numbers: a million of them are some megabytes. What is
 * added joins the range that it goes on from.
 */
export class RepeatedRanges {
  private readonly rows: number[] = [];
  private readonly counts: number[] = [];
  private readonly importIds: number[] = [];
  private readonly otherRows: number[] = [];
  /** The last range of each other import: only that one can go on. */
  private readonly latest = new Map<number, number>();

  get length(): number {
    return this.rows.length;
  }

  at(index: number): RangeOfRows {
    return {
      row: this.rows[index] ?? 0,
      count: this.counts[index] ?? 0,
      importId: this.importIds[index] ?? 0,
      otherRow: this.otherRows[index] ?? 0,
    };
  }

  *slice(from: number, to: number): Generator<RangeOfRows> {
    for (let index = from; index < Math.min(to, this.length); index++) yield this.at(index);
  }

  /** Rows must come in rising order of their first. */
  add(more: RangeOfRows): void {
    const index = this.latest.get(more.importId);
    if (index !== undefined && goesOn(this.at(index), more)) {
      const first = this.rows[index] ?? 0;
      const last = Math.max(first + (this.counts[index] ?? 0), more.row + more.count);
      this.counts[index] = last - first;
      return;
    }
    this.latest.set(more.importId, this.length);
    this.rows.push(more.row);
    this.counts.push(more.count);
    this.importIds.push(more.importId);
    this.otherRows.push(more.otherRow);
  }
}

/** Whether the rows follow on both sides, or are there already: a row of several measurements is found for each. */
function goesOn(range: RangeOfRows, more: RangeOfRows): boolean {
  if (more.row > range.row + range.count) return false;
  if (range.otherRow === 0 || more.otherRow === 0) return range.otherRow === more.otherRow;
  return more.otherRow - range.otherRow === more.row - range.row;
}

/** Both lists as one, in the order of their first rows. */
export function inOneOrder(one: RepeatedRanges, two: RepeatedRanges): RepeatedRanges {
  if (two.length === 0) return one;
  if (one.length === 0) return two;
  const all = new RepeatedRanges();
  let [first, second] = [0, 0];
  while (first < one.length || second < two.length) {
    const takesFirst =
      second >= two.length || (first < one.length && one.at(first).row <= two.at(second).row);
    all.add(takesFirst ? one.at(first++) : two.at(second++));
  }
  return all;
}
