import type { Item } from '../catalog/item';
import type { DrawnDay } from '../drawdown/draw-day';
import type { DrawnUsage } from '../drawdown/drawdown';
import { invariant } from '../invariant';
import type { MeteredDay } from '../usage/metered-day';

/** Metered usage after all draw-downs, with what its charge has to say about the metering. */
export interface SettledUsage extends DrawnUsage {
  /** null where the source had whole minutes. */
  readonly seconds: number | null;
  readonly meteredMinutesLow: number;
}

/**
 * Joins one day's metering and draw-down. A day of a month may have seconds and 0 minutes: those that the minutes
 * before it had room for.
 * @param items only usage of these; null: of all.
 */
export function settledUsage(
  metered: MeteredDay,
  { drawn }: DrawnDay,
  items: ReadonlySet<Item> | null = null,
): SettledUsage[] {
  const settled: SettledUsage[] = [];
  metered.usages.forEach(({ item, minutes, minutesLow, seconds }, index) => {
    if (items !== null && !items.has(item)) return;
    const usage = drawn[index];
    invariant(usage?.meteredMinutes === minutes, 'a draw-down keeps the metered usage in order');
    settled.push({ ...usage, seconds, meteredMinutesLow: minutesLow });
  });
  return settled;
}
