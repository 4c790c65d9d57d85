import type { MinuteSource } from './minute-source';
import type { OpenBalance } from './balances';

/** Minutes of one (application, item) that a day asks for, and the sources that could cover them. */
export interface Demand {
  readonly sdkAppId: string;
  readonly minutes: number;
  /** In draw-down order. */
  readonly open: readonly OpenBalance[];
}

/**
 * Whether the order inside the day can change who gets which minutes.
 *
 * Each demand has a first source that can cover at least one of its minutes. As long as every source
 * holds what all the demands that come to it first ask for, each of them is covered there in full in
 * whatever order they come, and sources passed over (too little left for one minute) only shrink. With a
 * single demand there is no order. In all other cases the answer is yes, which costs time but no truth.
 */
export function orderMatters(demands: readonly Demand[]): boolean {
  const asked = new Map<MinuteSource, number>();
  let drawing = 0;
  let overdrawn = false;
  for (const { sdkAppId, minutes, open } of demands) {
    if (minutes === 0) continue;
    const first = open.find(
      (balance) => balance.covers(sdkAppId) && balance.left() >= balance.ratio,
    );
    if (!first) continue;
    drawing += 1;
    const total = (asked.get(first.source) ?? 0) + minutes * first.ratio;
    asked.set(first.source, total);
    overdrawn ||= total > first.left();
  }
  return overdrawn && drawing > 1;
}
