import type { AccountFacts } from '../../account/facts';
import type { Drawdown } from '../../drawdown/drawdown';
import { addDays, type Day } from '../../period/day';
import type { PriceBook } from '../../pricing/price-book';
import type { Charge } from '../../settlement/charge';
import { ByItemAndApp } from '../../usage/by-item-and-app';
import { meteredItem } from '../../usage/tier-eras';
import { USAGE_SOURCES, type TimedUsage, type UsageLedger } from '../../usage/usage-series';
import type { Circumstances } from '../what-if/counterfactual';
import { family } from '../hypotheses/wrong-tier';
import { otherMeterings } from '../what-if/other-metering';

const keyOf = (item: string, sdkAppId: string) => `${item}/${sdkAppId}`;

function grouped<T>(values: readonly T[], key: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const name = key(value);
    const same = groups.get(name);
    if (same) same.push(value);
    else groups.set(name, [value]);
  }
  return groups;
}

/** Rows of two exports of the same day must not be added: only the best source's rows are taken. */
function ofBestSource(rows: readonly TimedUsage[]): readonly TimedUsage[] {
  const timed = rows.filter((row) => row.granularity === '5-minute' && row.start !== null);
  const best = USAGE_SOURCES.find((source) => timed.some((row) => row.source === source));
  return timed.filter((row) => row.source === best);
}

function familiesByDay(usage: UsageLedger): Map<string, Set<string>> {
  const families = new Map<string, Set<string>>();
  for (const { day, sdkAppId, item, seconds } of usage.series) {
    if (seconds === 0) continue;
    const key = `${day}/${sdkAppId}`;
    const known = families.get(key);
    if (known) known.add(family(item));
    else families.set(key, new Set([family(item)]));
  }
  return families;
}

/** Days on which the rest of a source was drawn, and those after them: minutes around it fall to these. */
function daysAroundAnEnd(drawdowns: readonly Drawdown[]): Set<Day> {
  const days = new Set<Day>();
  for (const { day, balanceAfter, ratio } of drawdowns)
    if (balanceAfter < ratio) days.add(day).add(addDays(day, 1));
  return days;
}

/** Indexes what hypotheses look at, each part when it is first asked for: a clean bill pays for none of it. */
export function circumstances(
  facts: AccountFacts,
  priceBook: PriceBook,
  usage: UsageLedger,
  drawdowns: readonly Drawdown[],
): Circumstances {
  let drawIndex: Map<string, Drawdown[]> | null = null;
  let usedIndex: Map<string, Set<string>> | null = null;
  let endIndex: Set<Day> | null = null;
  const rows = new Map<Day, readonly TimedUsage[]>();
  /** Several hypotheses look at the same day, and reading a day is the dearest part of them. */
  const timedUsageOf = (date: Day): readonly TimedUsage[] => {
    const known = rows.get(date) ?? usage.timedUsageOf(date);
    rows.set(date, known);
    return known;
  };
  const rowIndex = new Map<Day, ByItemAndApp<TimedUsage[]>>();

  const rowsOfDay = (date: Day): ByItemAndApp<TimedUsage[]> => {
    const known = rowIndex.get(date);
    if (known) return known;
    const indexed = new ByItemAndApp<TimedUsage[]>();
    for (const row of timedUsageOf(date)) {
      const item = meteredItem(facts.account.site, row.item, date);
      const same = indexed.get(item, row.sdkAppId);
      if (same) same.push(row);
      else indexed.set(item, row.sdkAppId, [row]);
    }
    rowIndex.set(date, indexed);
    return indexed;
  };

  return {
    facts,
    priceBook,
    drawdownsOf: (charge: Charge) => {
      drawIndex ??= grouped(drawdowns, (draw) => `${draw.day}/${keyOf(draw.item, draw.sdkAppId)}`);
      const found: Drawdown[] = [];
      for (let date = charge.periodStart; date < charge.periodEnd; date = addDays(date, 1))
        found.push(...(drawIndex.get(`${date}/${keyOf(charge.item, charge.sdkAppId)}`) ?? []));
      return found;
    },
    rowsOf: (date, charge) => ofBestSource(rowsOfDay(date).get(charge.item, charge.sdkAppId) ?? []),
    ranOut: ({ periodStart, periodEnd }) => {
      endIndex ??= daysAroundAnEnd(drawdowns);
      if (endIndex.size === 0) return false;
      for (let date = periodStart; date < periodEnd; date = addDays(date, 1))
        if (endIndex.has(date)) return true;
      return false;
    },
    otherMeterings: otherMeterings(facts, priceBook, { ...usage, timedUsageOf }),
    familiesUsed: ({ from, to }, sdkAppId) => {
      usedIndex ??= familiesByDay(usage);
      const found = new Set<string>();
      for (let date = from; date < to; date = addDays(date, 1))
        for (const one of usedIndex.get(`${date}/${sdkAppId}`) ?? []) found.add(one);
      return found;
    },
  };
}
