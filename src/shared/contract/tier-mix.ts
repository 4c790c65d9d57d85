import type { z } from 'zod';
import { estimateLineSchema } from './estimates';
import type { usageMethods } from './usage';

/** Tiers of calls and live rooms. */
export const PLAN_ITEMS = estimateLineSchema.shape.item.options;
export type PlanItem = (typeof PLAN_ITEMS)[number];

type Series = z.infer<(typeof usageMethods)['usage.series']['output']>;

/** Whole minutes of each tier in days that were really used, the most used first; any remainder of seconds is one more. */
export function tierMix(
  series: Series,
): readonly { readonly item: PlanItem; readonly minutes: number }[] {
  return PLAN_ITEMS.flatMap((item) => {
    const seconds = series.reduce((sum, part) => sum + (part.key === item ? part.seconds : 0), 0);
    return seconds === 0 ? [] : [{ item, minutes: Math.ceil(seconds / 60) }];
  }).toSorted((a, b) => b.minutes - a.minutes);
}
