import type { BillLine } from '../../bill/bill-line';
import { addDays, addMonths, firstOfMonth } from '../../period/day';
import { dayOfTime, type LocalTime } from '../../period/local-time';
import { contains, type Period } from '../../period/period';

const MONTHLY = /月结|monthly settlement|postpay_deduct_m/i;

/** Some exports end at 23:59:59 of the last day, some at 00:00:00 of the day after it. */
function dayAfter(start: LocalTime, end: LocalTime) {
  const last = dayOfTime(end);
  return end.endsWith('T00:00:00') && end > start ? last : addDays(last, 1);
}

interface Printed {
  readonly start: LocalTime;
  readonly end: LocalTime | null;
  readonly period: Period;
}

/** Lines of one day mostly follow each other: the days of the last one are those of the next, too. */
let lastPrinted: Printed | null = null;

function printedPeriod(start: LocalTime, end: LocalTime | null): Period {
  if (lastPrinted?.start === start && lastPrinted.end === end) return lastPrinted.period;
  const from = dayOfTime(start);
  const to = end ? dayAfter(start, end) : addDays(from, 1);
  const period = { from, to: to > from ? to : addDays(from, 1) };
  lastPrinted = { start, end, period };
  return period;
}

/**
 * The days of use a line stands for. Where it prints none, they follow from when it was charged: the day
 * before, or for monthly settlement the month before. Null where it says neither.
 */
export function linePeriod(line: BillLine): Period | null {
  if (line.usageStart) return printedPeriod(line.usageStart, line.usageEnd);
  if (!line.chargedAt) return null;
  const charged = dayOfTime(line.chargedAt);
  if (!MONTHLY.test(line.transactionType)) return { from: addDays(charged, -1), to: charged };
  const to = firstOfMonth(charged);
  return { from: addMonths(to, -1), to };
}

/**
 * Whether what a line says against itself is said with this period: by its days of use, where it prints none also by
 * the day on which it was charged, and where it says neither with every period.
 */
export function concerns(line: BillLine, audited: Period | null): boolean {
  const period = audited && linePeriod(line);
  if (!period || contains(audited, period.from)) return true;
  const { usageStart, chargedAt } = line;
  return usageStart === null && chargedAt !== null && contains(audited, dayOfTime(chargedAt));
}
