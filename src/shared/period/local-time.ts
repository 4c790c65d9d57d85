import { addDays, isDay, type Day } from './day';
import { invariant } from '../invariant';

declare const localTimeBrand: unique symbol;

/** A moment on the billing clock (UTC+8), `YYYY-MM-DDTHH:mm:ss`. Text order is time order. */
export type LocalTime = string & { readonly [localTimeBrand]: never };

const CLOCK = /^T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;

export function isLocalTime(text: string): text is LocalTime {
  return isDay(text.slice(0, 10)) && CLOCK.test(text.slice(10));
}

export function localTime(text: string): LocalTime {
  invariant(isLocalTime(text), `not a time: ${text}`);
  return text;
}

/** A time begins with its day: that it is one was seen when the time was read. */
export function dayOfTime(time: LocalTime): Day {
  return time.slice(0, 10) as Day;
}

/** What may follow the date. */
const CLOCK_AND_OFFSET = /^(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
const MINUTES_PER_DAY = 24 * 60;
const BILLING_OFFSET_MINUTES = 8 * 60;

/**
 * Reads a moment written by a person or a program: `2023-06-01`, `2023-06-01T08:12`,
 * `2023-06-01 08:12:33`, each time also with an offset (`Z`, `+00:00`). Without an offset it is on the
 * billing clock already; fractions of a second are dropped. Null for anything else.
 */
export function readMoment(text: string): LocalTime | null {
  const rest = CLOCK_AND_OFFSET.exec(text.slice(10));
  if (!rest) return null;
  const [, clock = '00:00', seconds = '00', offset] = rest;
  const stated = `${text.slice(0, 10)}T${clock}:${seconds}`;
  if (!isLocalTime(stated)) return null;
  if (offset === undefined) return stated;
  const minutesEast = offsetMinutes(offset);
  return minutesEast === null ? null : moveMinutes(stated, BILLING_OFFSET_MINUTES - minutesEast);
}

/** Minutes east of UTC; null where no clock on earth has that offset. */
function offsetMinutes(offset: string): number | null {
  if (offset === 'Z') return 0;
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(-2))];
  if (hours > 14 || minutes > 59) return null;
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

function moveMinutes(time: LocalTime, count: number): LocalTime {
  const minuteOfDay = Number(time.slice(11, 13)) * 60 + Number(time.slice(14, 16)) + count;
  const days = Math.floor(minuteOfDay / MINUTES_PER_DAY);
  const rest = minuteOfDay - days * MINUTES_PER_DAY;
  const pad = (value: number) => String(value).padStart(2, '0');
  const date = addDays(dayOfTime(time), days);
  return localTime(`${date}T${pad(Math.floor(rest / 60))}:${pad(rest % 60)}:${time.slice(17)}`);
}
