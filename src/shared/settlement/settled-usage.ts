import { compareItems, type Item } from '../catalog/item';
import type { DrawnDay } from '../drawdown/draw-day';
import type { DrawnUsage } from '../drawdown/drawdown';
import { invariant } from '../invariant';
import type { MeteredUsage } from '../usage/metered';
import type { MeteredDay } from '../usage/metered-day';

/** Metered usage after all draw-downs, with what its charge has to say about the metering. */
export interface SettledUsage extends DrawnUsage {
  /** null where the source had whole minutes. */
  readonly seconds: number | null;
  /** Seconds of the metering period from before the day. */
  readonly carriedSeconds: number;
  readonly meteredMinutesLow: number;
}

/**
 * Joins one day's metering and draw-down. A day of a month may have seconds and 0 minutes: those that the minutes
 * before it had room for.
 * @param items only usage of these, in the order of all items; null: of all.
 */
export function settledUsage(
  { usages }: MeteredDay,
  { drawn }: DrawnDay,
  items: readonly Item[] | null = null,
): SettledUsage[] {
  const settled: SettledUsage[] = [];
  const settle = (metered: MeteredUsage, index: number) => {
    const { item, minutes, minutesLow, seconds, carriedSeconds } = metered;
    const usage = drawn[index];
    invariant(
      usage?.meteredMinutes === minutes && usage.item === item,
      'a draw-down keeps the metered usage in order',
    );
    const { day, sdkAppId, meteredMinutes, trialMinutes, packageMinutes, billableMinutes } = usage;
    settled.push({
      day,
      sdkAppId,
      item,
      meteredMinutes,
      trialMinutes,
      packageMinutes,
      billableMinutes,
      seconds,
      carriedSeconds,
      meteredMinutesLow: minutesLow,
    });
  };
  if (items === null) usages.forEach(settle);
  else
    for (const item of items) {
      let index = firstOfItem(usages, item);
      for (let usage = usages[index]; usage?.item === item; usage = usages[index])
        settle(usage, index++);
    }
  return settled;
}

/** Where the usage of an item begins, or would: a day has its usage by item, so nothing before it is looked at. */
function firstOfItem(usages: readonly MeteredUsage[], item: Item): number {
  let [low, high] = [0, usages.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const usage = usages[middle];
    if (usage && compareItems(usage.item, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
