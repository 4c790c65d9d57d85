import type { AccountFacts } from '../../account/facts';
import { serviceTimeline, sourceLives, type ServiceStretch } from '../../account/service-status';
import { isAvItem } from '../../catalog/item';
import type { Issue } from '../../issue';
import { ZERO, sum, toText } from '../../money/decimal';
import { addDays, type Day } from '../../period/day';
import type { Charge } from '../../settlement/charge';
import { isDiscrepancy, type CauseShare, type Comparison } from '../result/discrepancy';

/** Days [from, to) on which nothing was left to draw from and pay-as-you-go was not on. */
type Stop = Pick<ServiceStretch, 'from' | 'to'>;

/**
 * When the service was stopped by the account's own facts. Empty for most accounts: pay-as-you-go is taken
 * to be on where nothing says that it is not.
 *
 * @param emptiedOn the day on which the trial (`trial`) or a package (its id) ran empty.
 */
export function stopsOf(facts: AccountFacts, emptiedOn: ReadonlyMap<string, Day>): readonly Stop[] {
  const timeline = serviceTimeline(facts, sourceLives(facts, emptiedOn));
  return timeline.filter(({ status }) => status === 'stopped');
}

function overlaps({ from, to }: Stop, start: Day, end: Day): boolean {
  return from < end && (to === null || start < to);
}

/** Basic services that were to be paid while the service was stopped. Value-added ones never need it on. */
function isPaidDuring(stop: Stop, charge: Charge): boolean {
  return (
    isAvItem(charge.item) &&
    charge.billableMinutes > 0 &&
    overlaps(stop, charge.periodStart, charge.periodEnd)
  );
}

/** One warning for each stop in which something was used that must be paid: the facts and the usage disagree. */
export function stoppedIssues(stops: readonly Stop[], charges: readonly Charge[]): Issue[] {
  return stops.flatMap((stop): Issue[] => {
    const paid = charges.filter((charge) => isPaidDuring(stop, charge));
    const last = paid.at(-1);
    if (!last) return [];
    const params = {
      from: stop.from,
      through: addDays(stop.to ?? last.periodEnd, -1),
      billableMinutes: paid.reduce((all, { billableMinutes }) => all + billableMinutes, 0),
      amount: toText(sum(paid.map(({ amount }) => amount))),
    };
    return [{ severity: 'warning', code: 'service-stopped', params }];
  });
}

/**
 * Adds the cause `service-stopped` to what differs on such days. Use is priced all the same, so it moves no
 * money of its own; comparisons that agree stay as they are, and the issue tells of them.
 */
export function withStops(
  comparisons: readonly Comparison[],
  stops: readonly Stop[],
): Comparison[] {
  if (stops.length === 0) return [...comparisons];
  return comparisons.map((one) => {
    const concerned =
      isDiscrepancy(one) &&
      one.item !== null &&
      isAvItem(one.item) &&
      !(one.expectedAmount.isZero() && one.billedAmount.isZero());
    const stop = concerned
      ? stops.find((candidate) => overlaps(candidate, one.periodStart, one.periodEnd))
      : undefined;
    return stop ? { ...one, causes: [...one.causes, shareOf(stop)] } : one;
  });
}

function shareOf({ from }: Stop): CauseShare {
  return {
    cause: 'service-stopped',
    amount: ZERO,
    evidence: { code: 'service-stopped', params: { from } },
  };
}
