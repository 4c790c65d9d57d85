/** Whole minutes that hold `seconds`: any remainder is one more minute. Exact for every safe integer. */
export function ceilingMinutes(seconds: number): number {
  const rest = seconds % 60;
  return (seconds - rest) / 60 + (rest > 0 ? 1 : 0);
}

/**
 * Seconds added up over one (scope, item, period). What is metered at a moment is the growth of the
 * ceiling: 30 s, 20 s, 40 s yield 1, 0, 1 minutes (vector G20), so no order and no split of the rows
 * changes what the whole period comes to.
 */
export class CumulativeCeiling {
  #seconds: number;
  #roundedRows: number;

  constructor(seconds = 0, roundedRows = 0) {
    this.#seconds = seconds;
    this.#roundedRows = roundedRows;
  }

  get seconds(): number {
    return this.#seconds;
  }

  /**
   * Adds seconds and returns the minutes and the least minutes that they add.
   * @param roundedRows how many of the added rows are whole minutes that were rounded up one by one:
   *   each of them overstates by less than a minute, which is what the lower bound takes back.
   */
  add(seconds: number, roundedRows = 0): { readonly minutes: number; readonly low: number } {
    const minutesBefore = ceilingMinutes(this.#seconds);
    const lowBefore = this.#lowest();
    this.#seconds += seconds;
    this.#roundedRows += roundedRows;
    return {
      minutes: ceilingMinutes(this.#seconds) - minutesBefore,
      low: this.#lowest() - lowBefore,
    };
  }

  /** The true sum is above `seconds - 60 x roundedRows`; its ceiling is at least one minute past that. */
  #lowest(): number {
    if (this.#roundedRows === 0) return ceilingMinutes(this.#seconds);
    const floorSeconds = this.#seconds - 60 * this.#roundedRows;
    return Math.floor(floorSeconds / 60) + 1;
  }
}
