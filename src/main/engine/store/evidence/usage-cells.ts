import { isItem, type Item } from '../../../../shared/catalog/item';
import type { UsageRow } from '../../../../shared/contract/usage';
import { invariant } from '../../../../shared/invariant';
import type { Period } from '../../../../shared/period/period';
import type { ReadableDb } from '../workspace/connection';
import { dayNumber, dayOfNumber } from '../../../../shared/period/day-number';
import { rowsOfImport } from '../workspace/row-id';

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
  )
  SELECT day, sdk_app_id, item, billing, console, rows FROM cells ORDER BY day, sdk_app_id, item`;

type CellRow = [
  day: bigint,
  sdkAppId: string,
  item: string,
  billing: bigint | null,
  console: bigint | null,
  rows: bigint,
];

function exact(value: bigint): number {
  const number = Number(value);
  invariant(Number.isSafeInteger(number), `${value.toString()} is beyond exact whole numbers`);
  return number;
}

function itemOf(text: string): Item {
  invariant(isItem(text), `unknown item ${text} in the workspace`);
  return text;
}

/** All use of a period by day, application and item, in that order: one walk over the rows of its days. */
export function usageCells(db: ReadableDb, { from, to }: Period): UsageRow[] {
  const [first, end] = [dayNumber(from), dayNumber(to)];
  return db
    .prepare<CellRow>(CELLS)
    .raw()
    .all(end, first, end, first)
    .map(([date, sdkAppId, item, billing, console, rows]) => ({
      day: dayOfNumber(date),
      sdkAppId,
      item: itemOf(item),
      billingSeconds: billing === null ? null : exact(billing),
      consoleSeconds: console === null ? null : exact(console),
      rows: exact(rows),
    }));
}

/** Applications that usage files name, in text order. */
export function meteredApps(db: ReadableDb): string[] {
  return db
    .prepare<{ sdk_app_id: string }>('SELECT DISTINCT sdk_app_id FROM meters ORDER BY sdk_app_id')
    .all()
    .map((row) => row.sdk_app_id);
}
