import { toText, ZERO, type Decimal } from '../../money/decimal';
import { daysBetween } from '../../period/day';
import type { Cause, CauseShare } from '../result/discrepancy';
import type { Group } from '../match/match';
import { family, otherTiers } from '../hypotheses/wrong-tier';

/** A group that no mistake of its own explains: it may have lost minutes to another group, or gained them. */
export interface Unexplained {
  readonly group: Group;
  /** Billed minus expected minutes; null when the lines do not count in time. */
  readonly minutes: Decimal | null;
  /** True when the minutes alone account for the money, at the expected price. */
  readonly priceAgrees: boolean;
}

/** Why two groups differ by the same minutes in opposite directions. */
export interface Transfer {
  /** Null: no cause of its own; what is missing there is (a line, usage, or minutes of it). */
  readonly cause: Cause | null;
  readonly evidence: CauseShare['evidence'];
}

interface Candidate extends Unexplained {
  readonly minutes: Decimal;
}

/** Smaller is likelier; null: no transfer between these two. */
type Judge = (from: Candidate, to: Candidate) => number | null;

const samePeriod = (a: Group, b: Group) =>
  a.period.from === b.period.from && a.period.to === b.period.to;

const toOtherTier: Judge = (from, to) => {
  if (!samePeriod(from.group, to.group) || family(from.group.item) !== family(to.group.item))
    return null;
  const place = otherTiers(from.group.item).indexOf(to.group.item);
  return place < 0 ? null : place;
};

const toNeighbourDay: Judge = (from, to) => {
  if (from.group.item !== to.group.item) return null;
  return Math.abs(daysBetween(from.group.period.from, to.group.period.from)) === 1 ? 0 : null;
};

/** The whole charge is missing where it belongs and stands later, where nothing was used. */
const toLaterPeriod: Judge = (from, to) => {
  if (from.group.item !== to.group.item) return null;
  if (from.group.lines.length > 0 || to.group.charges.length > 0) return null;
  const days = daysBetween(from.group.period.from, to.group.period.from);
  return days > 1 ? days : null;
};

/** No application is nearer than another: the first that fits is taken. */
const toOtherApplication: Judge = (from, to) =>
  samePeriod(from.group, to.group) && from.group.item === to.group.item ? 0 : null;

function evidence(code: string, from: Group, to: Group, minutes: Decimal): CauseShare['evidence'] {
  const params = {
    movedMinutes: toText(minutes),
    fromItem: from.item,
    toItem: to.item,
    fromDay: from.period.from,
    toDay: to.period.from,
    fromSdkAppId: from.sdkAppId ?? '',
    toSdkAppId: to.sdkAppId ?? '',
  };
  return { code, params };
}

function pair(
  candidates: readonly Candidate[],
  judge: Judge,
  code: string,
  cause: Cause | null,
  found: Map<Group, Transfer>,
): void {
  const open = (one: Candidate) => !found.has(one.group);
  const gained = new Map<string, Candidate[]>();
  for (const one of candidates)
    if (one.minutes.gt(ZERO) && open(one)) {
      const key = toText(one.minutes);
      const same = gained.get(key);
      if (same) same.push(one);
      else gained.set(key, [one]);
    }
  for (const from of candidates) {
    if (!from.minutes.lt(ZERO) || !open(from)) continue;
    const lost = from.minutes.neg();
    let best: { readonly to: Candidate; readonly rank: number } | null = null;
    for (const to of gained.get(toText(lost)) ?? []) {
      const rank = open(to) ? judge(from, to) : null;
      if (rank !== null && (!best || rank < best.rank)) best = { to, rank };
    }
    if (!best) continue;
    const reason = evidence(code, from.group, best.to.group, lost);
    found.set(from.group, { cause, evidence: reason });
    found.set(best.to.group, { cause, evidence: reason });
  }
}

/**
 * Finds minutes that were billed under another tier of the same day, on the day before or after, or in a
 * later period: two groups of one application whose minutes differ by exactly the same number. What is still
 * open after that may stand under another application, on the same days and for the same item: no cause of its
 * own, but what the missing line or usage has to do with. Only groups that are otherwise unexplained take part,
 * and each in one transfer.
 */
export function findTransfers(unexplained: readonly Unexplained[]): ReadonlyMap<Group, Transfer> {
  const found = new Map<Group, Transfer>();
  const byApplication = new Map<string, Candidate[]>();
  for (const { minutes, ...one } of unexplained) {
    if (!minutes || minutes.isZero() || !one.priceAgrees || one.group.sdkAppId === null) continue;
    const same = byApplication.get(one.group.sdkAppId);
    if (same) same.push({ ...one, minutes });
    else byApplication.set(one.group.sdkAppId, [{ ...one, minutes }]);
  }
  for (const candidates of byApplication.values()) {
    pair(candidates, toOtherTier, 'moved-wrong-tier', 'wrong-tier', found);
    pair(candidates, toNeighbourDay, 'moved-day-shifted', 'day-shifted', found);
    pair(candidates, toLaterPeriod, 'moved-late-charge', 'late-charge', found);
  }
  const all = [...byApplication.values()].flat();
  pair(all, toOtherApplication, 'moved-to-other-application', null, found);
  return found;
}
