import type { Language } from '../../shared/contract/fields';

/**
 * Billing days are civil days, not moments: they are read as UTC only to borrow the platform's month
 * names, so no zone can move them. Columns keep the ISO form, which lines up and sorts.
 */
const DAY_MS = 86_400_000;

function utc(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** Making a writer of dates costs a hundred times what writing one does, so there is one for each language. */
function inEach(options: Intl.DateTimeFormatOptions): (moment: Date, language: Language) => string {
  const writers = new Map<Language, Intl.DateTimeFormat>();
  return (moment, language) => {
    const writer = writers.get(language) ?? new Intl.DateTimeFormat(language, options);
    writers.set(language, writer);
    return writer.format(moment);
  };
}

const monthIn = inEach({ timeZone: 'UTC', year: 'numeric', month: 'long' });
const dayIn = inEach({ timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric' });

/** "June 2023", "2023年6月", "2023년 6월". */
export function formatMonth(day: string, language: Language): string {
  return monthIn(utc(day), language);
}

export function formatDay(day: string, language: Language): string {
  return dayIn(utc(day), language);
}

export function dayBefore(day: string): string {
  return new Date(utc(day).getTime() - DAY_MS).toISOString().slice(0, 10);
}

export function dayAfter(day: string): string {
  return new Date(utc(day).getTime() + DAY_MS).toISOString().slice(0, 10);
}

/** Every day of a half-open period, in order. */
export function daysOf<Day extends string>(period: {
  readonly from: Day;
  readonly to: Day;
}): Day[] {
  const days: Day[] = [];
  for (let at = utc(period.from); at < utc(period.to); at = new Date(at.getTime() + DAY_MS))
    days.push(at.toISOString().slice(0, 10) as Day);
  return days;
}

/** A half-open stretch with its last day included: "2023-06-03", "2023-06-01 – 06-30". */
export function formatStretch(from: string, to: string): string {
  const last = dayBefore(to);
  if (last <= from) return from;
  return `${from} – ${last.slice(0, 4) === from.slice(0, 4) ? last.slice(5) : last}`;
}

/** A period that is one calendar month by its name, any other by its days. */
export function formatPeriod(
  period: { readonly from: string; readonly to: string },
  language: Language,
): string {
  const wholeMonth = period.from.endsWith('-01') && period.to.endsWith('-01');
  const next = new Date(utc(period.from));
  next.setUTCMonth(next.getUTCMonth() + 1);
  return wholeMonth && next.toISOString().slice(0, 10) === period.to
    ? formatMonth(period.from, language)
    : formatStretch(period.from, period.to);
}

/** A moment on the reader's own clock, for "audited at". */
export function formatMoment(iso: string, language: Language): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  // A new writer each time: the reader's clock may have moved to another zone meanwhile.
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    moment,
  );
}
