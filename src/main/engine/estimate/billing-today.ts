import { day, type Day } from '../../../shared/period/day';

const BILLING_OFFSET_MS = 8 * 60 * 60 * 1000;

/** The billing day (UTC+8) at a moment in milliseconds of the machine's clock. */
export function billingToday(now: number): Day {
  return day(new Date(now + BILLING_OFFSET_MS).toISOString().slice(0, 10));
}
