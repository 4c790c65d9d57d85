import type { BillLine } from '../bill/bill-line';
import { compareItems, type Item } from '../catalog/item';
import { addDays, type Day } from '../period/day';
import type { Period } from '../period/period';
import type { Charge } from '../settlement/charge';

/** A settlement line with the days of use it stands for and the item under which those days count. */
export interface PlacedLine {
  readonly line: BillLine;
  readonly item: Item;
  readonly period: Period;
}

/** Charges and lines of one application and item whose days touch: what is compared as one. */
export interface Group {
  readonly period: Period;
  /** null: the lines name no application and stand for all of them. */
  readonly sdkAppId: string | null;
  readonly item: Item;
  readonly charges: readonly Charge[];
  readonly lines: readonly BillLine[];
}

interface Entry {
  readonly period: Period;
  readonly charge: Charge | null;
  readonly line: BillLine | null;
}

interface Series {
  readonly sdkAppId: string;
  readonly item: Item;
  readonly entries: Entry[];
}

const byDays = (a: Entry, b: Entry) =>
  a.period.from < b.period.from
    ? -1
    : a.period.from > b.period.from
      ? 1
      : a.period.to < b.period.to
        ? -1
        : a.period.to > b.period.to
          ? 1
          : 0;

/**
 * Cuts one series into groups of days that overlap: a day's charge meets that day's lines; a line that is
 * aggregated over many days, or a month's charge, gathers all it overlaps.
 */
function groupsOf(series: Series): Group[] {
  const groups: Group[] = [];
  let open: Entry[] = [];
  let { from, to } = { from: '' as Day, to: '' as Day };
  const close = () => {
    if (open.length === 0) return;
    groups.push({
      period: { from, to },
      sdkAppId: series.sdkAppId,
      item: series.item,
      charges: open.flatMap((entry) => (entry.charge ? [entry.charge] : [])),
      lines: open.flatMap((entry) => (entry.line ? [entry.line] : [])),
    });
  };
  for (const entry of series.entries.sort(byDays)) {
    if (open.length > 0 && entry.period.from < to) {
      open.push(entry);
      if (entry.period.to > to) to = entry.period.to;
      continue;
    }
    close();
    open = [entry];
    ({ from, to } = entry.period);
  }
  close();
  return groups;
}

/** Groups without a line, by item and first day, for lines that name no application. */
function unbilledByDay(groups: readonly Group[]): Map<Item, Map<Day, Group[]>> {
  const index = new Map<Item, Map<Day, Group[]>>();
  for (const group of groups) {
    if (group.lines.length > 0) continue;
    const days = index.get(group.item) ?? new Map<Day, Group[]>();
    index.set(group.item, days);
    const same = days.get(group.period.from);
    if (same) same.push(group);
    else days.set(group.period.from, [group]);
  }
  return index;
}

/** Lines without an application take the charges of all applications that have no line of their own. */
function accountWide(groups: readonly Group[], lines: readonly PlacedLine[]): Group[] {
  const unbilled = unbilledByDay(groups);
  const taken = new Set<Group>();
  const byItem = new Map<Item, Entry[]>();
  for (const { line, item, period } of lines) {
    const entries = byItem.get(item) ?? [];
    byItem.set(item, entries);
    entries.push({ period, charge: null, line });
  }
  const wide: Group[] = [];
  for (const [item, entries] of byItem) {
    for (const group of groupsOf({ sdkAppId: '', item, entries })) {
      const charges: Charge[] = [];
      for (let date = group.period.from; date < group.period.to; date = addDays(date, 1))
        for (const other of unbilled.get(item)?.get(date) ?? []) {
          if (taken.has(other)) continue;
          taken.add(other);
          charges.push(...other.charges);
        }
      wide.push({ ...group, sdkAppId: null, charges });
    }
  }
  return [...groups.filter((group) => !taken.has(group)), ...wide];
}

export function compareGroups(
  a: Pick<Group, 'period' | 'sdkAppId' | 'item'>,
  b: Pick<Group, 'period' | 'sdkAppId' | 'item'>,
): number {
  if (a.period.from !== b.period.from) return a.period.from < b.period.from ? -1 : 1;
  const [left, right] = [a.sdkAppId ?? '', b.sdkAppId ?? ''];
  if (left !== right) return left < right ? -1 : 1;
  return compareItems(a.item, b.item);
}

/**
 * Puts every charge and every line into exactly one group, by application, item and days. Time grows with
 * n log n: nothing is searched for.
 * @param named lines that name an application.
 * @param unnamed lines that stand for the whole account.
 */
export function match(
  charges: readonly Charge[],
  named: readonly (PlacedLine & { readonly sdkAppId: string })[],
  unnamed: readonly PlacedLine[],
): Group[] {
  const series = new Map<string, Series>();
  const seriesOf = (sdkAppId: string, item: Item): Entry[] => {
    const key = `${item}/${sdkAppId}`;
    const known = series.get(key);
    if (known) return known.entries;
    const entries: Entry[] = [];
    series.set(key, { sdkAppId, item, entries });
    return entries;
  };
  for (const charge of charges)
    seriesOf(charge.sdkAppId, charge.item).push({
      period: { from: charge.periodStart, to: charge.periodEnd },
      charge,
      line: null,
    });
  for (const { line, item, period, sdkAppId } of named)
    seriesOf(sdkAppId, item).push({ period, charge: null, line });
  const groups = [...series.values()].flatMap(groupsOf);
  return (unnamed.length === 0 ? groups : accountWide(groups, unnamed)).sort(compareGroups);
}
