import type { Item } from '../catalog/item';
import type { Day } from '../period/day';
import type { LocalTime } from '../period/local-time';

/** Which of the provider's exports a usage row came from; best evidence first. */
export const USAGE_SOURCES = ['billing', 'api', 'console', 'streams'] as const;
export type UsageSource = (typeof USAGE_SOURCES)[number];

export type Granularity = '5-minute' | 'day';

/**
 * One usage row as imported. Exactly one of `seconds` and `minutesE4` carries the quantity as the file
 * states it; both are there for decimals of minutes, where `seconds` = minutes x 60, half-up, row by row.
 */
export interface UsageRecord {
  readonly day: Day;
  /** null where the row spans its whole day. */
  readonly start: LocalTime | null;
  readonly sdkAppId: string;
  readonly item: Item;
  readonly source: UsageSource;
  readonly granularity: Granularity;
  readonly unit: 'seconds' | 'minutes';
  readonly seconds: number;
  /** Minutes x 10^4 as printed; null where the file counts seconds. */
  readonly minutesE4: number | null;
  /** The provider's own covered minutes x 10^4, where the row states them: evidence, never input. */
  readonly deductedE4: number | null;
}

/** The rows of one (day, application, item) that share a source and granularity, summed. */
export interface UsageSeries {
  readonly day: Day;
  readonly sdkAppId: string;
  readonly item: Item;
  readonly source: UsageSource;
  readonly granularity: Granularity;
  readonly unit: 'seconds' | 'minutes';
  /** Sum over rows of their seconds (for minutes: of value x 60 half-up per row). */
  readonly seconds: number;
  /** Sum of the minutes as printed x 10^4; null where the rows count seconds. */
  readonly minutesE4: number | null;
  readonly rows: number;
  readonly rowsAboveZero: number;
  /** Rows whose minutes have a fraction; 0 makes the series whole-minute (already rounded per row). */
  readonly fractionalRows: number;
  readonly deductedE4: number | null;
}

/** One moment of use inside a day, for the draw-down order of a day on which a balance runs out. */
export interface TimedUsage {
  readonly start: LocalTime | null;
  readonly sdkAppId: string;
  readonly item: Item;
  readonly source: UsageSource;
  readonly granularity: Granularity;
  readonly unit: 'seconds' | 'minutes';
  readonly seconds: number;
  readonly minutesE4: number | null;
}

/** All usage of an account, as the audit asks for it: sums first, single rows only where order matters. */
export interface UsageLedger {
  readonly series: readonly UsageSeries[];
  /** Every row of that day, in any order. */
  readonly timedUsageOf: (day: Day) => readonly TimedUsage[];
}
