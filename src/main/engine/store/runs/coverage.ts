import { isItem } from '../../../../shared/catalog/item';
import { invariant } from '../../../../shared/invariant';
import { fromScaled, type Decimal } from '../../../../shared/money/decimal';
import { day } from '../../../../shared/period/day';
import type { Period } from '../../../../shared/period/period';
import type { CoveredBill, CoveredUsage } from '../../../../shared/settlement/coverage';
import type { UsageSource } from '../../../../shared/usage/usage-series';
import { AMOUNT_SCALE } from '../evidence/bill-lines';
import { ChargePieces } from './charge-pieces';
import type { ReadableDb } from '../workspace/connection';
import { dayNumber, dayOfNumber } from '../../../../shared/period/day-number';
import { amountOf } from './packed-charge';
import { rowsOfImport } from '../workspace/row-id';

interface UsageRow {
  day: bigint;
  sdk_app_id: string;
  item: string;
  source: UsageSource;
  seconds: bigint;
  files: string;
}

/** Counted usage by day, application, item and source, with the imports it comes from. */
export function coveredUsage(db: ReadableDb, period: Period): CoveredUsage[] {
  // There are few different days and lists of files, on however many rows.
  const dayAt = remembered(dayOfNumber);
  const filesIn = remembered((text: string) => JSON.parse(text) as readonly number[]);
  return db
    .prepare<UsageRow>(
      `SELECT s.day, m.sdk_app_id, m.item, m.source, sum(s.seconds) AS seconds,
         json_group_array(DISTINCT s.import_id) AS files
       FROM (
         SELECT u.day, u.meter_id, i.id AS import_id, sum(u.seconds) AS seconds
         FROM imports i CROSS JOIN usage_rows u ON ${rowsOfImport('u')}
         WHERE i.state = 'live' AND i.kind = 'usage' AND u.duplicate_of IS NULL
           AND i.first_day < ? AND i.last_day >= ? AND u.day >= ? AND u.day < ?
         GROUP BY u.day, u.meter_id, i.id
       ) s JOIN meters m ON m.id = s.meter_id
       GROUP BY s.day, m.sdk_app_id, m.item, m.source
       ORDER BY s.day, m.sdk_app_id, m.item, m.source`,
    )
    .all(dayNumber(period.to), dayNumber(period.from), dayNumber(period.from), dayNumber(period.to))
    .map((row) => {
      invariant(isItem(row.item), `unknown item ${row.item} in the workspace`);
      return {
        day: dayAt(row.day),
        sdkAppId: row.sdk_app_id,
        item: row.item,
        source: row.source,
        seconds: Number(row.seconds),
        files: filesIn(row.files),
      };
    });
}

function remembered<Key, Value>(of: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? of(key);
    known.set(key, value);
    return value;
  };
}

interface BillRow {
  usage_start: string | null;
  usage_end: string | null;
  day: bigint;
  sdk_app_id: string | null;
  file: bigint;
}

/** Which days the settlement lines of the period cover; of each file every span once. */
export function coveredBills(db: ReadableDb, period: Period): CoveredBill[] {
  return db
    .prepare<BillRow>(
      `SELECT DISTINCT substr(b.usage_start, 1, 10) AS usage_start,
         substr(b.usage_end, 1, 10) AS usage_end, b.day, b.sdk_app_id, i.id AS file
       FROM imports i CROSS JOIN bill_lines b ON ${rowsOfImport('b')}
       WHERE i.state = 'live' AND i.kind = 'bill' AND b.duplicate_of IS NULL
         AND b.bucket = 'settlement' AND b.day < ?
         AND coalesce(substr(b.usage_end, 1, 10), '9999') >= ?`,
    )
    .all(dayNumber(period.to), period.from)
    .map((row) => ({
      from: row.usage_start === null ? dayOfNumber(row.day) : day(row.usage_start),
      through: row.usage_end === null ? dayOfNumber(row.day) : day(row.usage_end),
      sdkAppId: row.sdk_app_id,
      file: Number(row.file),
    }));
}

/** What a run expects to be charged, by first day and application (`day/application`). */
export function dueAmounts(db: ReadableDb, runId: number): ReadonlyMap<string, Decimal> {
  const pieces = new ChargePieces(db, runId);
  const sums = new Map<string, bigint>();
  for (const { periodStart, charges } of pieces.from(0))
    for (const charge of charges) {
      const key = `${periodStart}/${pieces.kindOf(charge).sdkAppId}`;
      sums.set(key, (sums.get(key) ?? 0n) + amountOf(charge));
    }
  return new Map([...sums].map(([key, amount]) => [key, fromScaled(amount, AMOUNT_SCALE)]));
}
