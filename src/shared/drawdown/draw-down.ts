import type { Site } from '../catalog/site';
import type { MeteredDay } from '../usage/metered-day';
import { timedSteps, type MeteringScope } from '../usage/timed-steps';
import type { UsageLedger } from '../usage/usage-series';
import { Balances } from './balances';
import { drawDay, type DrawnDay } from './draw-day';
import type { MinuteSource } from './minute-source';

export interface DrawDownInput {
  readonly site: Site;
  readonly scope: MeteringScope;
  /** In time order. */
  readonly days: readonly MeteredDay[];
  readonly ledger: UsageLedger;
  /** In draw-down order. */
  readonly sources: readonly MinuteSource[];
}

/** Draws all days down, in time order. metered = trial + packages + billable for each quantity. */
export function drawDown(
  { site, scope, days, ledger, sources }: DrawDownInput,
  alwaysByMoments = false,
): DrawnDay[] {
  const balances = new Balances(sources);
  return days.map((metered) => {
    const { day, usages } = metered;
    const steps = () => timedSteps(site, scope, day, usages, ledger.timedUsageOf(day));
    return drawDay(metered, balances, steps, alwaysByMoments);
  });
}
