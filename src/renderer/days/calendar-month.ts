import type { Language } from '../../shared/contract/fields';

/** Billing days are civil days; they are read as UTC only to borrow the platform's calendar. */
const DAY_MS = 86_400_000;
const atMidnight = (day: string) => new Date(`${day}T00:00:00Z`);
const written = (date: Date) => date.toISOString().slice(0, 10);

/** The text of a day; no claim that the calendar has it. */
export function dayOfParts(year: number, month: number, dayOfMonth: number): string {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

export function daysLater(day: string, days: number): string {
  return written(new Date(atMidnight(day).getTime() + days * DAY_MS));
}

/** The same day of another month, or that month's last where it has no such day. */
export function monthsLater(day: string, months: number): string {
  const date = atMidnight(day);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return written(new Date(Date.UTC(year, month, Math.min(date.getUTCDate(), lastOfMonth))));
}

/** Which day a calendar's week begins with, counted from Sunday: Korean ones with Sunday, the others as ISO 8601. */
export function firstWeekday(language: Language): number {
  return language === 'ko' ? 0 : 1;
}

/** How many days of its week are before `day`. */
function daysIntoWeek(day: string, firstOfWeek: number): number {
  return (atMidnight(day).getUTCDay() - firstOfWeek + 7) % 7;
}

/** The month of a day in whole weeks; days of the neighbouring months fill them up. */
export function weeksOf(day: string, firstOfWeek: number): readonly (readonly string[])[] {
  const first = `${day.slice(0, 7)}-01`;
  const beforeFirst = daysIntoWeek(first, firstOfWeek);
  const begin = daysLater(first, -beforeFirst);
  const weeks = Math.ceil((beforeFirst + Number(monthEnd(first).slice(8))) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_day, weekday) => daysLater(begin, week * 7 + weekday)),
  );
}

const monthEnd = (first: string) => daysLater(monthsLater(first, 1), -1);

/** Today on the reader's own clock. */
export function todayHere(now: Date = new Date()): string {
  return dayOfParts(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** Which day a key leads to from `day` in the written field; null: the key is not about days. */
export function dayByFieldKey(key: string, day: string): string | null {
  if (key === 'ArrowUp') return daysLater(day, 1);
  if (key === 'ArrowDown') return daysLater(day, -1);
  if (key === 'PageUp') return monthsLater(day, 1);
  if (key === 'PageDown') return monthsLater(day, -1);
  return null;
}

/** Which day a key leads to from `day` on the calendar's page; null: the key is not about days. */
export function dayByPageKey(key: string, day: string, firstOfWeek: number): string | null {
  const weekday = daysIntoWeek(day, firstOfWeek);
  if (key === 'ArrowLeft') return daysLater(day, -1);
  if (key === 'ArrowRight') return daysLater(day, 1);
  if (key === 'ArrowUp') return daysLater(day, -7);
  if (key === 'ArrowDown') return daysLater(day, 7);
  if (key === 'Home') return daysLater(day, -weekday);
  if (key === 'End') return daysLater(day, 6 - weekday);
  if (key === 'PageUp') return monthsLater(day, -1);
  if (key === 'PageDown') return monthsLater(day, 1);
  return null;
}
