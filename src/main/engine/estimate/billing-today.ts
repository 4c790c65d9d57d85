import { day, type Day } from '../../../shared/period/day';
import { localTime, type LocalTime } from '../../../shared/period/local-time';

const BILLING_OFFSET_MS = 8 * 60 * 60 * 1000;

/** The billing day (UTC+8) at a moment in milliseconds of the machine's clock. */
export function billingToday(now: number): Day {
  return day(new Date(now + BILLING_OFFSET_MS).toISOString().slice(0, 10));
}

/** The moment on the billing clock (UTC+8), to the second. */
export function billingNow(now: number): LocalTime {
  return localTime(new Date(now + BILLING_OFFSET_MS).toISOString().slice(0, 19));
}
