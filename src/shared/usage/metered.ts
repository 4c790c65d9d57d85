import type { Item } from '../catalog/item';
import type { Day } from '../period/day';
import type { LocalTime } from '../period/local-time';
import type { UsageSeries } from './usage-series';

/** Billable minutes of one (day, application, item), before any free or prepaid minutes. */
export interface MeteredUsage {
  readonly day: Day;
  readonly sdkAppId: string;
  readonly item: Item;
  /** Exact seconds; null where the source had whole minutes. */
  readonly seconds: number | null;
  readonly minutes: number;
  /** Lower bound where the source overstates (5-minute rows of whole minutes); else equal to `minutes`. */
  readonly minutesLow: number;
  /** Seconds of the same scope, item and period that were metered on earlier days; 0 with a daily period. */
  readonly carriedSeconds: number;
  /** The series that counted. */
  readonly basis: UsageSeries;
  /** Other series for the same day, application and item: compared, never added. */
  readonly others: readonly UsageSeries[];
}

/** The share of a {@link MeteredUsage} that falls at one moment of the day; the shares add up to it. */
export interface MeteredStep {
  readonly day: Day;
  readonly start: LocalTime | null;
  readonly sdkAppId: string;
  readonly item: Item;
  readonly minutes: number;
}
