import { addMonths, firstOfMonth, type Day } from './day';

/** A half-open stretch of billing days: `from` is in, `to` is not. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** A stretch of billing days that may have no end yet: `to` null. */
export interface OpenPeriod {
  readonly from: Day;
  readonly to: Day | null;
}

/** Whether `date` is in the stretch; `from` is in, `to` is not. */
export function isInForce({ from, to }: OpenPeriod, date: Day): boolean {
  return from <= date && (to === null || date < to);
}

export function contains(period: Period, date: Day): boolean {
  return period.from <= date && date < period.to;
}

export function monthOf(date: Day): Period {
  const from = firstOfMonth(date);
  return { from, to: addMonths(from, 1) };
}
