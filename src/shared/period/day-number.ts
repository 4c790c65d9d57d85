import { day, type Day } from './day';
import { localTime, type LocalTime } from './local-time';

/** A day as the store keeps it: YYYYMMDD as a whole number, in the order of time. */
export function dayNumber(date: Day): number {
  return Number(date.slice(0, 4) + date.slice(5, 7) + date.slice(8, 10));
}

export function dayOfNumber(value: number | bigint): Day {
  const text = value.toString().padStart(8, '0');
  return day(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`);
}

/** The moment `second` seconds after midnight of that day. */
export function timeOfSecond(date: Day, second: number): LocalTime {
  const pad = (value: number) => String(value).padStart(2, '0');
  return localTime(
    `${date}T${pad(Math.floor(second / 3600))}:${pad(Math.floor(second / 60) % 60)}:${pad(second % 60)}`,
  );
}
