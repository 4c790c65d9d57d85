import type { Issue } from '../issue';
import type { Day } from '../period/day';
import { ceilingMinutes } from './cumulative-ceiling';
import type { MeteredUsage } from './metered';
import { precisionOf } from './precision';
import type { UsageSeries } from './usage-series';

interface Gap {
  readonly usage: MeteredUsage;
  readonly other: UsageSeries;
  readonly firstDay: Day;
  days: number;
  countedSeconds: number;
  otherSeconds: number;
}

/** Whether two measurements of the same day can be the same usage, given how coarse each of them is. */
function agree(a: UsageSeries, b: UsageSeries): boolean {
  const [lowA, highA] = bounds(a);
  const [lowB, highB] = bounds(b);
  return lowA <= highB && lowB <= highA;
}

/**
 * The seconds that a series can stand for. A whole-minute row holds more than one minute less than it
 * says; a row of decimals is off by half a second at most; seconds are exact.
 */
function bounds(series: UsageSeries): readonly [number, number] {
  switch (precisionOf(series)) {
    case 'seconds':
      return [series.seconds, series.seconds];
    case 'decimal-minutes':
      return [series.seconds - series.rowsAboveZero, series.seconds + series.rowsAboveZero];
    case 'whole-minutes':
      return [series.seconds - 59 * series.rowsAboveZero, series.seconds];
  }
}

/**
 * Where two exports measure the same usage and contradict each other. One note per application, item
 * and pair of exports: a year of days that differ is one finding, not 365.
 */
export class SeriesGaps {
  readonly #gaps = new Map<string, Gap>();

  compare(usage: MeteredUsage): void {
    for (const other of usage.others) {
      if (agree(usage.basis, other)) continue;
      const key = `${usage.sdkAppId}/${usage.item}/${usage.basis.source}/${other.source}`;
      const gap = this.#gaps.get(key) ?? {
        usage,
        other,
        firstDay: usage.day,
        days: 0,
        countedSeconds: 0,
        otherSeconds: 0,
      };
      gap.days += 1;
      gap.countedSeconds += usage.basis.seconds;
      gap.otherSeconds += other.seconds;
      this.#gaps.set(key, gap);
    }
  }

  issues(): Issue[] {
    return [...this.#gaps.values()].map(({ usage, other, firstDay, days, ...sums }) => ({
      severity: 'note',
      code: 'usage-sources-differ',
      params: {
        sdkAppId: usage.sdkAppId,
        item: usage.item,
        countedSource: usage.basis.source,
        otherSource: other.source,
        firstDay,
        days,
        countedMinutes: ceilingMinutes(sums.countedSeconds),
        otherMinutes: ceilingMinutes(sums.otherSeconds),
      },
    }));
  }
}
