import { addMonths, firstOfMonth, type Day } from './day';

/** A half-open stretch of billing days: `from` is in, `to` is not. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

export function contains(period: Period, date: Day): boolean {
  return period.from <= date && date < period.to;
}

export function monthOf(date: Day): Period {
  const from = firstOfMonth(date);
  return { from, to: addMonths(from, 1) };
}
