import { isItem, type Item } from '../../../src/shared/catalog/item';
import type { Input, Output } from '../../../src/shared/contract/contract';
import type { UsageFilter } from '../../../src/shared/contract/usage';
import { invariant } from '../../../src/shared/invariant';
import type { Period } from '../../../src/shared/period/period';
import type { Param, ReadableDb } from '../../../src/main/engine/store/workspace/connection';
import { dayNumber, dayOfNumber } from '../../../src/shared/period/day-number';
import { rowsOfImport } from '../../../src/main/engine/store/workspace/row-id';

/**
 * Use by day, application and item, as two numbers: what billing files (or API answers, or own records) say
 * and what the console says. Of several series of one kind the most believed one is taken; the order is that
 * of shared/usage/precision.ts, held equal by a test. Takes the two ends of the period twice.
 */
const CELLS = `
  WITH summed AS (
    SELECT u.day, u.meter_id, sum(u.seconds) AS seconds, count(*) AS rows,
      count(*) FILTER (WHERE u.minutes_e4 % 10000 <> 0) AS fractional
    FROM imports i
    CROSS JOIN raw_chunks c ON ${rowsOfImport('c')} AND c.first_day < ? AND c.last_day >= ?
    CROSS JOIN usage_rows u ON u.id BETWEEN c.id AND c.last_id
    WHERE i.state = 'live' AND i.kind = 'usage' AND u.duplicate_of IS NULL
      AND u.day < ? AND u.day >= ?
    GROUP BY u.day, u.meter_id
  ), believed AS (
    SELECT s.day, m.sdk_app_id, m.item, s.seconds, s.rows, m.source = 'console' AS console,
      row_number() OVER (
        PARTITION BY s.day, m.sdk_app_id, m.item, m.source = 'console'
        ORDER BY CASE
            WHEN m.unit = 'seconds' THEN iif(m.granularity = '5-minute', 0, 2)
            WHEN s.fractional > 0 THEN iif(m.granularity = '5-minute', 1, 3)
            ELSE iif(m.granularity = '5-minute', 5, 4) END,
          instr('billing api console streams', m.source)
      ) AS place
    FROM summed s JOIN meters m ON m.id = s.meter_id
  ), cells AS (
    SELECT day, sdk_app_id, item, sum(seconds) FILTER (WHERE NOT console) AS billing,
      sum(seconds) FILTER (WHERE console) AS console, sum(rows) AS rows
    FROM believed WHERE place = 1
    GROUP BY day, sdk_app_id, item
  )`;

function periodParams({ from, to }: Period): readonly Param[] {
  const [first, end] = [dayNumber(from), dayNumber(to)];
  return [end, first, end, first];
}

function whereSql(filter: UsageFilter): { text: string; params: readonly Param[] } {
  const lists = [
    ['sdk_app_id', filter.sdkAppId],
    ['item', filter.item],
    ['day', filter.day?.map(dayNumber)],
  ] as const;
  const given = lists.filter(([, values]) => values !== undefined);
  const conditions = given.map(([column]) => `${column} IN (SELECT value FROM json_each(?))`);
  if (filter.onlyGaps) conditions.push('billing <> console');
  return {
    text: conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`,
    params: given.map(([, values]) => JSON.stringify(values)),
  };
}

const ORDERS: Readonly<Record<Input<'usage.page'>['sort']['by'], string>> = {
  day: 'day',
  sdkAppId: 'sdk_app_id',
  item: 'item',
  billing: 'coalesce(billing, 0)',
  console: 'coalesce(console, 0)',
  gap: 'abs(coalesce(console - billing, 0))',
};

interface CellRow {
  readonly day: bigint;
  readonly sdk_app_id: string;
  readonly item: string;
  readonly billing: bigint | null;
  readonly console: bigint | null;
  readonly rows: bigint;
  readonly total: bigint;
  readonly all_billing: bigint | null;
  readonly all_console: bigint | null;
  readonly all_rows: bigint;
}

const exact = (value: bigint | null | undefined) => {
  if (value === null || value === undefined) return null;
  const number = Number(value);
  invariant(Number.isSafeInteger(number), `${value.toString()} is beyond exact whole numbers`);
  return number;
};

function itemOf(text: string): Item {
  invariant(isItem(text), `unknown item ${text} in the workspace`);
  return text;
}

/** A page of cells in the order asked for, with the sums of all that fit. */
export function usagePage(
  db: ReadableDb,
  { period, filter, sort, offset, limit }: Input<'usage.page'>,
): Output<'usage.page'> {
  const where = whereSql(filter);
  const rows = db
    .prepare<CellRow>(
      `${CELLS}
       SELECT *, count(*) OVER () AS total, sum(billing) OVER () AS all_billing,
         sum(console) OVER () AS all_console, sum(rows) OVER () AS all_rows
       FROM cells ${where.text}
       ORDER BY ${ORDERS[sort.by]} ${sort.descending ? 'DESC' : 'ASC'}, day, sdk_app_id, item
       LIMIT ? OFFSET ?`,
    )
    .all(...periodParams(period), ...where.params, limit, offset);
  const [first] = rows;
  return {
    total: exact(first?.total) ?? 0,
    sums: {
      billingSeconds: exact(first?.all_billing),
      consoleSeconds: exact(first?.all_console),
      rows: exact(first?.all_rows) ?? 0,
    },
    apps: db
      .prepare<{ sdk_app_id: string }>('SELECT DISTINCT sdk_app_id FROM meters ORDER BY sdk_app_id')
      .all()
      .map((row) => row.sdk_app_id),
    rows: rows.map((row) => ({
      day: dayOfNumber(row.day),
      sdkAppId: row.sdk_app_id,
      item: itemOf(row.item),
      billingSeconds: exact(row.billing),
      consoleSeconds: exact(row.console),
      rows: Number(row.rows),
    })),
  };
}

interface SeriesRow {
  readonly day: bigint;
  readonly key: string;
  readonly seconds: bigint;
}

/** Seconds by day and key, for a picture: the biggest keys by themselves, the rest together under null. */
export function usageByDay(
  db: ReadableDb,
  { period, filter, by, series }: Input<'usage.series'>,
): Output<'usage.series'> {
  const where = whereSql(filter);
  const key = by === 'item' ? 'item' : 'sdk_app_id';
  const rows = db
    .prepare<SeriesRow>(
      `${CELLS}
       SELECT day, ${key} AS key, sum(coalesce(billing, console)) AS seconds
       FROM cells ${where.text} GROUP BY day, ${key} ORDER BY day, ${key}`,
    )
    .all(...periodParams(period), ...where.params);
  const sums = new Map<string, bigint>();
  for (const row of rows) sums.set(row.key, (sums.get(row.key) ?? 0n) + row.seconds);
  const drawn = new Set(
    [...sums]
      .sort(([a, one], [b, other]) => (other > one ? 1 : other < one ? -1 : a < b ? -1 : 1))
      .slice(0, series)
      .map(([name]) => name),
  );
  const folded = new Map<string, { day: bigint; key: string | null; seconds: bigint }>();
  for (const { day, key: name, seconds } of rows) {
    const shown = drawn.has(name) ? name : null;
    const place = `${day.toString()}/${shown ?? ''}`;
    folded.set(place, { day, key: shown, seconds: (folded.get(place)?.seconds ?? 0n) + seconds });
  }
  return [...folded.values()].map((row) => ({
    day: dayOfNumber(row.day),
    key: row.key,
    seconds: exact(row.seconds) ?? 0,
  }));
}
