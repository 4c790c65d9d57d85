import { invariant } from '../invariant';

declare const dayBrand: unique symbol;

/**
 * A civil day of the billing calendar, `YYYY-MM-DD`. Billing days are days in UTC+8 on both sites
 * (international bills name Beijing time too), never in the machine's zone. Text order is time order.
 */
export type Day = string & { readonly [dayBrand]: never };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function isDay(text: string): text is Day {
  const parts = SHAPE.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The day that `text` names; throws on anything else. For text from outside use {@link isDay} first. */
export function day(text: string): Day {
  invariant(isDay(text), `not a day: ${text}`);
  return text;
}

export interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
}

export function partsOf(date: Day): DayParts {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    dayOfMonth: Number(date.slice(8, 10)),
  };
}

export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return day(`${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`);
}

/** Negative: `a` is before `b`; 0: the same day. For sorting. */
export function compareDays(a: Day, b: Day): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Days since 0000-03-01 (proleptic Gregorian), for differences and steps. */
export function toSerial(date: Day): number {
  const { year, month, dayOfMonth } = partsOf(date);
  const shifted = month <= 2 ? year - 1 : year;
  const monthFromMarch = (month + 9) % 12;
  return (
    365 * shifted +
    Math.floor(shifted / 4) -
    Math.floor(shifted / 100) +
    Math.floor(shifted / 400) +
    Math.floor((153 * monthFromMarch + 2) / 5) +
    dayOfMonth -
    1
  );
}

export function fromSerial(serial: number): Day {
  let year = Math.floor((10_000 * serial + 14_780) / 3_652_425);
  const yearDays = (y: number) =>
    365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  let rest = serial - yearDays(year);
  if (rest < 0) {
    year -= 1;
    rest = serial - yearDays(year);
  }
  const monthFromMarch = Math.floor((100 * rest + 52) / 3060);
  const month = ((monthFromMarch + 2) % 12) + 1;
  const dayOfMonth = rest - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return dayOf(month <= 2 ? year + 1 : year, month, dayOfMonth);
}

export function addDays(date: Day, count: number): Day {
  return fromSerial(toSerial(date) + count);
}

/** `to` - `from` in days. */
export function daysBetween(from: Day, to: Day): number {
  return toSerial(to) - toSerial(from);
}

/** Same day of month `count` months later, or that month's last day where there is none. */
export function addMonths(date: Day, count: number): Day {
  const { year, month, dayOfMonth } = partsOf(date);
  const index = year * 12 + (month - 1) + count;
  const [newYear, newMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return dayOf(newYear, newMonth, Math.min(dayOfMonth, daysInMonth(newYear, newMonth)));
}

/** Every month has a first day: nothing is left to be checked. */
export function firstOfMonth(date: Day): Day {
  return `${date.slice(0, 7)}-01` as Day;
}

export function lastOfMonth(date: Day): Day {
  const { year, month } = partsOf(date);
  return dayOf(year, month, daysInMonth(year, month));
}
