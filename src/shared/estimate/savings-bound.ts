import { ZERO, decimal, type Decimal } from '../money/decimal';

/** Usage that packages could cover: what it would take from them, and what it costs without. */
export interface Coverable {
  readonly packageMinutes: number;
  readonly cost: Decimal;
}

/**
 * The most money that package minutes can save, whatever they happen to be used for: the usage that is
 * dearest for each package minute counts as covered first. Concave and piecewise linear in the minutes.
 *
 * A share of a part is a quotient of 60 digits. What is compared with it differs by far more than its last
 * digit or not at all, so it cannot turn a comparison.
 */
export class SavingsBound {
  readonly #parts: readonly Coverable[];
  /** Sums of package minutes at which the slope changes, the last one being all of them. */
  readonly corners: readonly number[];

  constructor(usage: Iterable<Coverable>) {
    this.#parts = [...usage]
      .filter(({ packageMinutes }) => packageMinutes > 0)
      .toSorted((a, b) =>
        b.cost.times(a.packageMinutes).comparedTo(a.cost.times(b.packageMinutes)),
      );
    let total = 0;
    this.corners = this.#parts.map(({ packageMinutes }) => (total += packageMinutes));
  }

  /** Package minutes of all usage that packages could cover. */
  get demand(): number {
    return this.corners.at(-1) ?? 0;
  }

  at(packageMinutes: number): Decimal {
    let saved = ZERO;
    let left = packageMinutes;
    for (const part of this.#parts) {
      if (left <= 0) break;
      const share = Math.min(left, part.packageMinutes);
      saved = saved.plus(
        share === part.packageMinutes
          ? part.cost
          : part.cost.times(decimal(share)).div(decimal(part.packageMinutes)),
      );
      left -= share;
    }
    return saved;
  }

  /**
   * The least of `perMinute` x a - savings(held + a) over all a from `low` through `high`: it is convex in a,
   * so only the ends and the corners can be lowest.
   */
  leastNet(perMinute: Decimal, held: number, low: number, high: number): Decimal {
    const corners = this.corners.map((corner) => corner - held);
    const candidates = [low, high, ...corners.filter((a) => a > low && a < high)];
    return candidates
      .map((a) => perMinute.times(decimal(a)).minus(this.at(held + a)))
      .reduce((least, value) => (value.lessThan(least) ? value : least));
  }
}
