import type { Site } from '../../catalog/site';
import type { Drawdown } from '../../drawdown/drawdown';
import type { Issue } from '../../issue';
import { fromScaled, toText } from '../../money/decimal';
import { contains, type Period } from '../../period/period';
import { meteredItem } from '../../usage/tier-eras';
import type { UsageLedger } from '../../usage/usage-series';

const MINUTES_SCALE = 4;

interface Stated {
  readonly day: string;
  readonly sdkAppId: string;
  readonly item: string;
  /** By source and granularity: two exports of one day state the same minutes, they do not add up. */
  readonly bySource: Map<string, Covered>;
}

interface Covered {
  /** Minutes x 10^4 as printed, summed. */
  scaled: number;
  /** Printed minutes are cut to 4 decimals, so each row may be off by half a unit of the last one. */
  rows: number;
}

/**
 * Decimals of minutes state the seconds that were covered, our draw-down takes whole minutes: they agree
 * when the stated minutes, any remainder being one more, are ours. Whole minutes must be equal.
 */
function agrees({ scaled, rows }: Covered, computed: number): boolean {
  const minute = 10 ** MINUTES_SCALE;
  return scaled > (computed - 1) * minute && 2 * (scaled - computed * minute) <= rows;
}

/**
 * Where the usage export itself says how many minutes were covered, it is evidence against our own
 * draw-down: one warning for each day, application and item on which the two disagree. It never replaces it.
 */
export function statedDeductionIssues(
  site: Site,
  usage: UsageLedger,
  drawdowns: readonly Drawdown[],
  period: Period | null,
): Issue[] {
  // Nothing stated and nothing drawn agree: nearly all accounts without free or prepaid minutes.
  if (drawdowns.length === 0 && usage.series.every(({ deductedE4 }) => !deductedE4)) return [];
  const stated = new Map<string, Stated>();
  for (const series of usage.series) {
    if (series.deductedE4 === null || (period && !contains(period, series.day))) continue;
    const item = meteredItem(site, series.item, series.day);
    const key = `${series.day}/${series.sdkAppId}/${item}`;
    const known = stated.get(key) ?? {
      day: series.day,
      sdkAppId: series.sdkAppId,
      item,
      bySource: new Map<string, Covered>(),
    };
    stated.set(key, known);
    const source = `${series.source}/${series.granularity}`;
    const covered = known.bySource.get(source) ?? { scaled: 0, rows: 0 };
    covered.scaled += series.deductedE4;
    covered.rows += series.rows;
    known.bySource.set(source, covered);
  }
  if (stated.size === 0) return [];
  const drawn = new Map<string, number>();
  for (const draw of drawdowns) {
    const key = `${draw.day}/${draw.sdkAppId}/${draw.item}`;
    drawn.set(key, (drawn.get(key) ?? 0) + draw.rawMinutes);
  }
  return [...stated].flatMap(([key, { day, sdkAppId, item, bySource }]): Issue[] => {
    const computed = drawn.get(key) ?? 0;
    const [first, ...others] = bySource.values();
    if (!first || [first, ...others].some((covered) => agrees(covered, computed))) return [];
    return [
      {
        severity: 'warning',
        code: 'usage-deducted-differs',
        params: {
          day,
          sdkAppId,
          item,
          statedMinutes: toText(fromScaled(BigInt(first.scaled), MINUTES_SCALE)),
          computedMinutes: computed,
        },
      },
    ];
  });
}
