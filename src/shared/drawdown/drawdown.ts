import type { Item } from '../catalog/item';
import type { Day } from '../period/day';
import type { LocalTime } from '../period/local-time';

/** One deduction from the free trial or from a package. Balances never go below zero. */
export interface Drawdown {
  readonly day: Day;
  readonly start: LocalTime | null;
  readonly sdkAppId: string;
  readonly item: Item;
  /** `trial`, or the package's id. */
  readonly source: string;
  /** Raw minutes covered. */
  readonly rawMinutes: number;
  /** Package minutes per raw minute. */
  readonly ratio: number;
  /** rawMinutes x ratio. */
  readonly deducted: number;
  readonly balanceAfter: number;
}

/** What is left of one metered quantity after all draw-downs. metered = trial + packages + billable. */
export interface DrawnUsage {
  readonly day: Day;
  readonly sdkAppId: string;
  readonly item: Item;
  readonly meteredMinutes: number;
  readonly trialMinutes: number;
  readonly packageMinutes: number;
  readonly billableMinutes: number;
}
