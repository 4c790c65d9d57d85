import { ITEMS, type Item } from '../catalog/item';
import type { Site } from '../catalog/site';
import type { Day } from '../period/day';
import { invariant } from '../invariant';
import { combineSeries } from './combine-series';
import { compareByBelief } from './precision';
import { meteredItem } from './tier-eras';
import type { UsageSeries } from './usage-series';

/** The series of one (day, application, item): the one that counts and those that are only compared. */
export interface UsageGroup {
  readonly sdkAppId: string;
  readonly item: Item;
  readonly basis: UsageSeries;
  readonly others: readonly UsageSeries[];
}

/** Negative: `a` comes before `b`; 0: the same text. For sorting. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function pushTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Series by day, the days in time order. */
export function seriesByDay(series: readonly UsageSeries[]): [Day, UsageSeries[]][] {
  const days = new Map<Day, UsageSeries[]>();
  for (const one of series) pushTo(days, one.day, one);
  return [...days].sort(([a], [b]) => compareText(a, b));
}

/** Nearly every quantity was counted once: they share one empty list. */
const NO_OTHERS: readonly UsageSeries[] = [];

function groupOf(item: Item, series: readonly UsageSeries[]): UsageGroup {
  const [only] = series;
  if (series.length === 1 && only?.item === item)
    return { sdkAppId: only.sdkAppId, item, basis: only, others: NO_OTHERS };
  const [basis, ...others] = combineSeries(item, series).sort(compareByBelief);
  invariant(basis, 'a usage group has at least one series');
  return { sdkAppId: basis.sdkAppId, item, basis, others };
}

/** The groups of one day, by item and then by sdkAppId as text. */
export function groupsOfDay(site: Site, date: Day, series: readonly UsageSeries[]): UsageGroup[] {
  const byItem = new Map<Item, UsageSeries[]>();
  for (const one of series) pushTo(byItem, meteredItem(site, one.item, date), one);
  return ITEMS.flatMap((item) => {
    const ofItem = byItem.get(item)?.sort((a, b) => compareText(a.sdkAppId, b.sdkAppId)) ?? [];
    const groups: UsageGroup[] = [];
    for (let start = 0, end = 0; start < ofItem.length; start = end) {
      const sdkAppId = ofItem[start]?.sdkAppId;
      while (ofItem[end]?.sdkAppId === sdkAppId) end += 1;
      groups.push(groupOf(item, ofItem.slice(start, end)));
    }
    return groups;
  });
}
