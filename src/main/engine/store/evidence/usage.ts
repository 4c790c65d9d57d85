import { isItem } from '../../../../shared/catalog/item';
import type { RawRow } from '../../../../shared/contract/audits';
import { invariant } from '../../../../shared/invariant';
import type { Day } from '../../../../shared/period/day';
import type { LocalTime } from '../../../../shared/period/local-time';
import type { Period } from '../../../../shared/period/period';
import type {
  Granularity,
  TimedUsage,
  UsageSeries,
  UsageSource,
} from '../../../../shared/usage/usage-series';
import type { ReadableDb } from '../workspace/connection';
import { dayNumber, timeOfSecond } from '../../../../shared/period/day-number';
import { rawRows } from '../imports/raw-rows';
import { idRange, rowsOfImport } from '../workspace/row-id';
import { safe, UsageSums, type Counts, type NumbersOfRow } from './usage-sums';

/** Rows that count: of imports that were not undone, and not the repetition of another file's row. */
const COUNTED = `i.state = 'live' AND i.kind = 'usage' AND u.duplicate_of IS NULL`;

interface MeterRow {
  sdk_app_id: string;
  item: string;
  source: UsageSource;
  granularity: Granularity;
  unit: 'seconds' | 'minutes';
}

function meterOf(row: MeterRow): Counts {
  invariant(isItem(row.item), `unknown item ${row.item} in the workspace`);
  return {
    sdkAppId: row.sdk_app_id,
    item: row.item,
    source: row.source,
    granularity: row.granularity,
    unit: row.unit,
  };
}

/** What is counted, in the order of series: read once, so that all series share its texts. */
function meters(db: ReadableDb): { id: number; counts: Counts }[] {
  return db
    .prepare<MeterRow & { id: bigint }>(
      'SELECT * FROM meters ORDER BY sdk_app_id, item, source, granularity, unit',
    )
    .all()
    .map((row) => ({ id: Number(row.id), counts: meterOf(row) }));
}

/** Rows that are fetched at once: a call for each would cost as much as the row itself. */
const ROWS_AT_ONCE = 5_000;

const NEXT_ROWS = `
  SELECT u.day, u.meter_id, u.seconds, u.minutes_e4, u.deducted_e4, u.id FROM usage_rows u
  WHERE u.id > ? AND u.id <= ? AND u.duplicate_of IS NULL AND u.day >= ? AND u.day < ?
  ORDER BY u.id LIMIT ${ROWS_AT_ONCE}`;

/**
 * All counted usage, summed per (day, application, item, source, granularity, unit), in that order.
 * `period` limits the days; null: everything.
 */
export function usageSeries(db: ReadableDb, period: Period | null): UsageSeries[] {
  const [from, to] = period ? [dayNumber(period.from), dayNumber(period.to)] : [0, 99_999_999];
  const sums = new UsageSums(meters(db));
  const next = db.prepare<NumbersOfRow>(NEXT_ROWS).raw().safeIntegers(false);
  for (const importId of countedImports(db)) {
    const [first, last] = idRange(importId);
    for (let behind: number | undefined = first - 1; behind !== undefined;) {
      const rows = next.all(behind, last, from, to);
      for (const row of rows) sums.add(row);
      behind = rows.length < ROWS_AT_ONCE ? undefined : rows.at(-1)?.[5];
    }
  }
  return sums.inOrder();
}

function countedImports(db: ReadableDb): number[] {
  return db
    .prepare<{ id: bigint }>(
      `SELECT id FROM imports WHERE state = 'live' AND kind = 'usage' ORDER BY id`,
    )
    .all()
    .map(({ id }) => Number(id));
}

/** Counted rows of the days [?, ?], found by the table of contents of their files. */
export const ROWS_OF_DAYS = `
  FROM imports i
  CROSS JOIN raw_chunks c ON ${rowsOfImport('c')} AND c.first_day <= ? AND c.last_day >= ?
  CROSS JOIN usage_rows u ON u.id BETWEEN c.id AND c.last_id
  JOIN meters m ON m.id = u.meter_id
  WHERE ${COUNTED} AND u.day BETWEEN ? AND ?`;

/** A row of one day as an array of numbers: all rows of a month are read where many of its lines differ. */
type TimedNumbers = readonly [
  startSecond: number | null,
  meterId: number,
  seconds: number,
  minutesE4: number | null,
];

/** Every counted row of one day, in file order. */
export function timedUsageOf(db: ReadableDb, day: Day): TimedUsage[] {
  const date = dayNumber(day);
  const known = new Map(meters(db).map(({ id, counts }) => [id, counts]));
  const times = new Map<number | null, LocalTime | null>([[null, null]]);
  const startOf = (second: number | null): LocalTime | null => {
    const time = times.get(second);
    if (time !== undefined || second === null) return time ?? null;
    const made = timeOfSecond(day, second);
    times.set(second, made);
    return made;
  };
  const rows = db
    .prepare<TimedNumbers>(
      `SELECT u.start_second, u.meter_id, u.seconds, u.minutes_e4 ${ROWS_OF_DAYS} ORDER BY u.id`,
    )
    .raw()
    .safeIntegers(false);
  const found: TimedUsage[] = [];
  for (const [second, meterId, seconds, minutesE4] of rows.all(date, date, date, date)) {
    const counts = known.get(meterId);
    if (!counts) invariant(false, `no meter ${meterId}`);
    found.push({
      sdkAppId: counts.sdkAppId,
      item: counts.item,
      source: counts.source,
      granularity: counts.granularity,
      unit: counts.unit,
      start: startOf(second),
      seconds: safe(seconds),
      minutesE4: minutesE4 === null ? null : safe(minutesE4),
    });
  }
  return found;
}

/** Which rows are meant: those of one application and item that fall into the period. */
export interface UsageRowsFilter {
  readonly period: Period;
  readonly sdkAppId: string;
  /** Several where the meter joins items (2K and 4K before those tiers existed count as full HD). */
  readonly items: readonly string[];
}

/** The user's own rows behind a metered quantity: how many, and the first `limit` of them verbatim. */
export function usageRowsBehind(
  db: ReadableDb,
  filter: UsageRowsFilter,
  limit: number,
): { readonly total: number; readonly rows: RawRow[] } {
  const from = dayNumber(filter.period.from);
  const until = dayNumber(filter.period.to);
  const ids = db
    .prepare<{ id: bigint }>(
      `SELECT u.id ${ROWS_OF_DAYS} AND u.day < ? AND m.sdk_app_id = ?
         AND m.item IN (SELECT value FROM json_each(?))
       ORDER BY u.day, u.start_second, u.id`,
    )
    .all(until, from, from, until, until, filter.sdkAppId, JSON.stringify(filter.items))
    .map((row) => Number(row.id));
  return { total: ids.length, rows: rawRows(db, ids.slice(0, limit)) };
}

/** Applications that counted usage rows name, in text order. */
export function usageApps(db: ReadableDb): string[] {
  return db
    .prepare<{ sdk_app_id: string }>(
      `SELECT DISTINCT m.sdk_app_id FROM meters m WHERE m.id IN (
         SELECT u.meter_id FROM imports i CROSS JOIN usage_rows u ON ${rowsOfImport('u')}
         WHERE ${COUNTED})
       ORDER BY m.sdk_app_id`,
    )
    .all()
    .map((row) => row.sdk_app_id);
}
