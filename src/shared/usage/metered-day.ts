import type { Day } from '../period/day';
import type { MeteredUsage } from './metered';

/** All metered usage of one billing day, by item and then by sdkAppId (as text): the untimed draw-down order. */
export interface MeteredDay {
  readonly day: Day;
  readonly usages: readonly MeteredUsage[];
}
