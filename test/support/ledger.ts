import type { Item } from '../../src/shared/catalog/item';
import type { Day } from '../../src/shared/period/day';
import { localTime } from '../../src/shared/period/local-time';
import type {
  Granularity,
  TimedUsage,
  UsageLedger,
  UsageSeries,
  UsageSource,
} from '../../src/shared/usage/usage-series';

/** One row of usage as a test states it: seconds, or whole minutes. */
export interface UsageRow {
  readonly day: Day;
  /** `HH:mm` of a 5-minute row; left out for a row of the whole day. */
  readonly at?: string | undefined;
  readonly sdkAppId: string;
  readonly item: Item;
  readonly seconds?: number | undefined;
  readonly minutes?: number | undefined;
  /** The export's own covered minutes. */
  readonly deducted?: number | undefined;
  readonly source?: UsageSource | undefined;
}

interface Measured extends UsageRow {
  readonly unit: 'seconds' | 'minutes';
  readonly granularity: Granularity;
  readonly source: UsageSource;
  readonly amount: number;
}

function measured(row: UsageRow): Measured {
  const unit = row.minutes === undefined ? 'seconds' : 'minutes';
  return {
    ...row,
    unit,
    granularity: row.at === undefined ? 'day' : '5-minute',
    source: row.source ?? 'billing',
    amount: row.minutes === undefined ? (row.seconds ?? 0) : row.minutes * 60,
  };
}

function seriesOf(rows: readonly Measured[]): UsageSeries {
  const first = rows[0];
  if (!first) throw new Error('a series has rows');
  const inMinutes = first.unit === 'minutes';
  const total = (value: (row: Measured) => number) =>
    rows.reduce((sum, row) => sum + value(row), 0);
  return {
    day: first.day,
    sdkAppId: first.sdkAppId,
    item: first.item,
    source: first.source,
    granularity: first.granularity,
    unit: first.unit,
    seconds: total((row) => row.amount),
    minutesE4: inMinutes ? total((row) => (row.minutes ?? 0) * 10_000) : null,
    rows: rows.length,
    rowsAboveZero: rows.filter((row) => row.amount > 0).length,
    fractionalRows: 0,
    deductedE4: rows.some((row) => row.deducted !== undefined)
      ? total((row) => (row.deducted ?? 0) * 10_000)
      : null,
  };
}

function timedOf(row: Measured): TimedUsage {
  return {
    start: row.at === undefined ? null : localTime(`${row.day}T${row.at}:00`),
    sdkAppId: row.sdkAppId,
    item: row.item,
    source: row.source,
    granularity: row.granularity,
    unit: row.unit,
    seconds: row.amount,
    minutesE4: row.minutes === undefined ? null : row.minutes * 10_000,
  };
}

/** A usage ledger in memory, as the store would answer for these rows. */
export function ledgerOf(rows: readonly UsageRow[]): UsageLedger {
  const all = rows.map(measured);
  const groups = new Map<string, Measured[]>();
  for (const row of all) {
    const key = [row.day, row.sdkAppId, row.item, row.source, row.granularity, row.unit].join('/');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return {
    series: [...groups.values()].map(seriesOf),
    timedUsageOf: (day) => all.filter((row) => row.day === day).map(timedOf),
  };
}
