import type { AccountFacts } from '../account/facts';
import type { Item } from '../catalog/item';
import type { Issue } from '../issue';
import { firstOfMonth, type Day } from '../period/day';
import { ByItemAndApp } from './by-item-and-app';
import { CumulativeCeiling } from './cumulative-ceiling';
import { groupsOfDay, seriesByDay, type UsageGroup } from './group-usage';
import type { MeteredUsage } from './metered';
import type { MeteredDay } from './metered-day';
import { meteringPeriodOn } from './metering-rule';
import { precisionOf } from './precision';
import { SeriesGaps } from './series-gaps';
import { timedSteps } from './timed-steps';
import type { UsageLedger, UsageSeries } from './usage-series';

export interface Metering {
  /** In time order. */
  readonly days: readonly MeteredDay[];
  readonly issues: readonly Issue[];
}

type Period = 'day' | 'month';

/** Rows that were rounded up to whole minutes one by one inside one metering period. */
function roundedRowsOf(series: UsageSeries, period: Period): number {
  const rounded = precisionOf(series) === 'whole-minutes';
  return rounded && (series.granularity === '5-minute' || period === 'month')
    ? series.rowsAboveZero
    : 0;
}

/** The running sums of every (scope, item) of the current month; a day's sums live only for that day. */
class RunningCeilings {
  #month: Day | null = null;
  readonly #months = new Map<string, CumulativeCeiling>();
  readonly #days = new Map<string, CumulativeCeiling>();

  startDay(date: Day): void {
    this.#days.clear();
    if (firstOfMonth(date) === this.#month) return;
    this.#month = firstOfMonth(date);
    this.#months.clear();
  }

  of(key: string, period: Period): CumulativeCeiling {
    const ceilings = period === 'month' ? this.#months : this.#days;
    const known = ceilings.get(key);
    if (known) return known;
    const fresh = new CumulativeCeiling();
    ceilings.set(key, fresh);
    return fresh;
  }
}

function meterByApplication(
  facts: AccountFacts,
  date: Day,
  groups: readonly UsageGroup[],
  running: RunningCeilings,
): MeteredUsage[] {
  return groups.map((group) => {
    const period = meteringPeriodOn(facts, group.item, date);
    const ceiling =
      period === 'day'
        ? new CumulativeCeiling()
        : running.of(`${group.item}/${group.sdkAppId}`, period);
    const carriedSeconds = ceiling.seconds;
    const { minutes, low } = ceiling.add(group.basis.seconds, roundedRowsOf(group.basis, period));
    return meteredUsage(date, group, minutes, low, carriedSeconds);
  });
}

/**
 * With account scope the minutes of one application depend on the order inside the day, so a day on
 * which two applications use one item is metered row by row.
 */
function meterByAccount(
  facts: AccountFacts,
  ledger: UsageLedger,
  date: Day,
  groups: readonly UsageGroup[],
  running: RunningCeilings,
): MeteredUsage[] {
  const carried = new Map<Item, number>();
  const usages = groups.map((group) => {
    const period = meteringPeriodOn(facts, group.item, date);
    const ceiling = running.of(group.item, period);
    const carriedSeconds = carried.get(group.item) ?? ceiling.seconds;
    carried.set(group.item, carriedSeconds);
    const { minutes, low } = ceiling.add(group.basis.seconds, roundedRowsOf(group.basis, period));
    return meteredUsage(date, group, minutes, low, carriedSeconds);
  });
  if (carried.size === groups.length) return usages;

  const byRow = new ByItemAndApp<number>();
  const rows = ledger.timedUsageOf(date);
  for (const { item, sdkAppId, minutes } of timedSteps(
    facts.account.site,
    'account',
    date,
    usages,
    rows,
  ))
    byRow.set(item, sdkAppId, (byRow.get(item, sdkAppId) ?? 0) + minutes);
  return usages.map((usage) => {
    const minutes = byRow.get(usage.item, usage.sdkAppId) ?? 0;
    return { ...usage, minutes, minutesLow: Math.min(usage.minutesLow, minutes) };
  });
}

function meteredUsage(
  date: Day,
  { sdkAppId, item, basis, others }: UsageGroup,
  minutes: number,
  minutesLow: number,
  carriedSeconds: number,
): MeteredUsage {
  const seconds = precisionOf(basis) === 'whole-minutes' ? null : basis.seconds;
  return { day: date, sdkAppId, item, seconds, minutes, minutesLow, carriedSeconds, basis, others };
}

/**
 * Billable minutes of every (day, application, item), before free and prepaid minutes: the ceiling of
 * the seconds over (scope, item, period), a month being met day by day by its growth.
 */
export function meterUsage(ledger: UsageLedger, facts: AccountFacts): Metering {
  const running = new RunningCeilings();
  const gaps = new SeriesGaps();
  const days = seriesByDay(ledger.series).map(([date, series]): MeteredDay => {
    const groups = groupsOfDay(facts.account.site, date, series);
    running.startDay(date);
    const usages =
      facts.meteringScope === 'account'
        ? meterByAccount(facts, ledger, date, groups, running)
        : meterByApplication(facts, date, groups, running);
    for (const usage of usages) gaps.compare(usage);
    return { day: date, usages };
  });
  return { days, issues: gaps.issues() };
}
