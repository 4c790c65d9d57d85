import { ZERO, decimal, type Decimal } from '../money/decimal';

/** Usage that packages could cover: what it would take from them, and what it costs without. */
export interface Coverable {
  readonly packageMinutes: number;
  readonly cost: Decimal;
}

/**
 * The most money that package minutes can save: concave and piecewise linear in the minutes.
 *
 * A share of a part is a quotient of 60 digits. What is compared with it differs by far more than its last
 * digit or not at all, so it cannot turn a comparison.
 */
export class SavingsBound {
  readonly #parts: readonly Coverable[];
  /** Package minutes of all usage that packages could cover. */
  readonly demand: number;

  /** @param parts those that save most for each minute first. */
  constructor(parts: readonly Coverable[]) {
    this.#parts = parts;
    this.demand = parts.reduce((sum, { packageMinutes }) => sum + packageMinutes, 0);
  }

  at(packageMinutes: number): Decimal {
    let saved = ZERO;
    let left = packageMinutes;
    for (const part of this.#parts) {
      if (left < part.packageMinutes) {
        const share = part.cost.times(decimal(Math.max(0, left)));
        return saved.plus(share.div(decimal(part.packageMinutes)));
      }
      saved = saved.plus(part.cost);
      left -= part.packageMinutes;
    }
    return saved;
  }

  /**
   * The least of `perMinute` x a - savings(held + a) over all a from `low` through `high`: convex in a, so it
   * is where the parts stop saving more than a minute costs, or at the end nearest to that.
   */
  leastNet(perMinute: Decimal, held: number, low: number, high: number): Decimal {
    let worth = 0;
    for (const { packageMinutes, cost } of this.#parts) {
      if (cost.lessThanOrEqualTo(perMinute.times(decimal(packageMinutes)))) break;
      worth += packageMinutes;
    }
    const a = Math.min(high, Math.max(low, worth - held));
    return perMinute.times(decimal(a)).minus(this.at(held + a));
  }
}

/** Which of two parts saves more for each minute; equal ones are 0. Exact: no quotient. */
function byWorth(a: Coverable, b: Coverable): number {
  return b.cost.times(a.packageMinutes).comparedTo(a.cost.times(b.packageMinutes));
}

/** Whatever the minutes are used for: the dearest usage of all days counts as covered first. */
export function dearestFirst(days: readonly (readonly Coverable[])[]): SavingsBound {
  return new SavingsBound(concave(days.flat().toSorted(byWorth)));
}

/**
 * As packages are drawn: all of a day before anything of the next, inside a day the dearest first. The least
 * concave curve above that, which is never above {@link dearestFirst}.
 */
export function dayByDay(days: readonly (readonly Coverable[])[]): SavingsBound {
  return new SavingsBound(concave(days.flatMap((day) => day.toSorted(byWorth))));
}

/** Joins parts, in this order, until each saves less for each minute than the one before. */
function concave(parts: readonly Coverable[]): readonly Coverable[] {
  const hull: Coverable[] = [];
  for (const part of parts) {
    if (part.packageMinutes === 0) continue;
    let joined = part;
    for (let last = hull.at(-1); last && byWorth(last, joined) >= 0; last = hull.at(-1)) {
      hull.pop();
      joined = {
        packageMinutes: last.packageMinutes + joined.packageMinutes,
        cost: last.cost.plus(joined.cost),
      };
    }
    hull.push(joined);
  }
  return hull;
}

/**
 * How much more than {@link dayByDay} one package can save: the minutes that it keeps when they are too few
 * for one minute of the dearest tier, used later for something that is worth more.
 *
 * Until the first minute goes uncovered, everything is covered in order. At that moment each package holds
 * less than the largest ratio, so a mix of m packages has at most m x (ratio - 1) minutes for what comes later.
 */
export function strayPerPackage(usage: readonly Coverable[], largestRatio: number): Decimal {
  const each = usage
    .filter(({ packageMinutes }) => packageMinutes > 0)
    .map(({ cost, packageMinutes }) => cost.div(decimal(packageMinutes)));
  const [first = ZERO] = each;
  const most = each.reduce((a, b) => (b.greaterThan(a) ? b : a), first);
  const least = each.reduce((a, b) => (b.lessThan(a) ? b : a), first);
  return most.minus(least).times(decimal(Math.max(0, largestRatio - 1)));
}
