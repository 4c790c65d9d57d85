import type { BillMonthBasis } from '../../account/account';
import type { BillLine } from '../../bill/bill-line';
import { firstOfMonth, type Day } from '../../period/day';
import { dayOfTime } from '../../period/local-time';

/** First day of the month whose bill a line stands in; null where it says no day at all. */
export function billMonth(line: BillLine, basis: BillMonthBasis): Day | null {
  const { chargedAt, usageStart } = line;
  const time = basis === 'usage' ? (usageStart ?? chargedAt) : (chargedAt ?? usageStart);
  return time && firstOfMonth(dayOfTime(time));
}
