import { day, isDay, type Day } from './day';
import { invariant } from '../invariant';

declare const localTimeBrand: unique symbol;

/** A moment on the billing clock (UTC+8), `YYYY-MM-DDTHH:mm:ss`. Text order is time order. */
export type LocalTime = string & { readonly [localTimeBrand]: never };

const SHAPE = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})$/;

export function isLocalTime(text: string): text is LocalTime {
  const parts = SHAPE.exec(text);
  return (
    parts !== null &&
    isDay(parts[1] ?? '') &&
    Number(parts[2]) < 24 &&
    Number(parts[3]) < 60 &&
    Number(parts[4]) < 60
  );
}

export function localTime(text: string): LocalTime {
  invariant(isLocalTime(text), `not a time: ${text}`);
  return text;
}

export function dayOfTime(time: LocalTime): Day {
  return day(time.slice(0, 10));
}
