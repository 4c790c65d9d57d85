import { momentCell, type Moment } from './cells';

const UTC =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/i;
/** The billing clock stands this far before UTC. */
const BILLING_OFFSET_MINUTES = 8 * 60;

function offsetMinutes(zone: string): number {
  if (zone === '' || zone.toUpperCase() === 'Z') return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)));
}

/**
 * A moment of the FOCUS specification, on the billing clock: "2025-05-31T16:00:00Z" is 2025-06-01 00:00:00.
 * Without an offset it is UTC, as the specification says. Null: not such a moment.
 */
export function utcMoment(text: string): Moment | null {
  const parts = UTC.exec(text);
  if (!parts) return null;
  const [, year, month, date, hour, minute, second = '0', zone = ''] = parts;
  // The calendar's own check: there is no 31 June to be shifted into July.
  if (!momentCell(`${year}-${month}-${date} ${hour}:${minute}:${second.padStart(2, '0')}`))
    return null;
  const utc =
    Date.UTC(
      Number(year),
      Number(month) - 1,
      Number(date),
      Number(hour),
      Number(minute) - offsetMinutes(zone) + BILLING_OFFSET_MINUTES,
      Number(second),
    ) / 1000;
  const local = new Date(utc * 1000);
  return {
    day: local.getUTCFullYear() * 10_000 + (local.getUTCMonth() + 1) * 100 + local.getUTCDate(),
    second: local.getUTCHours() * 3600 + local.getUTCMinutes() * 60 + local.getUTCSeconds(),
  };
}

/** The last second before a moment: the end of a period whose end is not part of it. */
export function secondBefore({ day, second }: Moment): Moment {
  if (second !== null && second > 0) return { day, second: second - 1 };
  const before = new Date(
    Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, (day % 100) - 1),
  );
  return {
    day: before.getUTCFullYear() * 10_000 + (before.getUTCMonth() + 1) * 100 + before.getUTCDate(),
    second: 86_399,
  };
}
