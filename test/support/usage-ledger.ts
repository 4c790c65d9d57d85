import type { Item } from '../../src/shared/catalog/item';
import { day } from '../../src/shared/period/day';
import { localTime } from '../../src/shared/period/local-time';
import type { UsageLedger, UsageRecord, UsageSeries } from '../../src/shared/usage/usage-series';

/** A row in a few words: quantities in seconds, or in minutes as the file prints them. */
export interface UsageRow {
  readonly day: string;
  /** HH:mm; left out: the row spans its day. */
  readonly at?: string | undefined;
  readonly app?: string | undefined;
  readonly item: Item;
  readonly seconds?: number | undefined;
  readonly minutes?: number | undefined;
  readonly source?: UsageRecord['source'] | undefined;
}

export function usageRecord(row: UsageRow): UsageRecord {
  const inMinutes = row.minutes !== undefined;
  const minutesE4 = row.minutes === undefined ? null : Math.round(row.minutes * 10_000);
  return {
    day: day(row.day),
    start: row.at === undefined ? null : localTime(`${row.day}T${row.at}:00`),
    sdkAppId: row.app ?? '1400000001',
    item: row.item,
    source: row.source ?? 'billing',
    granularity: row.at === undefined ? 'day' : '5-minute',
    unit: inMinutes ? 'minutes' : 'seconds',
    seconds: minutesE4 === null ? (row.seconds ?? 0) : Math.round((minutesE4 * 6) / 1000),
    minutesE4,
    deductedE4: null,
  };
}

/** Rows summed into series, as the store does it, with the rows of a day on request. */
export function ledgerOf(records: readonly UsageRecord[]): UsageLedger {
  const series = new Map<string, UsageSeries>();
  for (const record of records) {
    const { day: date, sdkAppId, item, source, granularity, unit, seconds, minutesE4 } = record;
    const key = [date, sdkAppId, item, source, granularity, unit].join('|');
    const sum = series.get(key);
    series.set(key, {
      day: date,
      sdkAppId,
      item,
      source,
      granularity,
      unit,
      seconds: (sum?.seconds ?? 0) + seconds,
      minutesE4: minutesE4 === null ? null : (sum?.minutesE4 ?? 0) + minutesE4,
      rows: (sum?.rows ?? 0) + 1,
      rowsAboveZero: (sum?.rowsAboveZero ?? 0) + (seconds > 0 ? 1 : 0),
      fractionalRows: (sum?.fractionalRows ?? 0) + ((minutesE4 ?? 0) % 10_000 === 0 ? 0 : 1),
      deductedE4: null,
    });
  }
  return {
    series: [...series.values()],
    timedUsageOf: (date) => records.filter((record) => record.day === date),
  };
}

export const ledger = (...rows: readonly UsageRow[]): UsageLedger =>
  ledgerOf(rows.map(usageRecord));
