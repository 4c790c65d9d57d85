import type { BillLine } from '../../bill/bill-line';
import { compareItems, type Item } from '../../catalog/item';
import { addDays, type Day } from '../../period/day';
import type { Period } from '../../period/period';
import type { Charge } from '../../settlement/charge';
import { ByItemAndApp } from '../../usage/by-item-and-app';

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
  /** Key of the line, where a person took it out of a match. */
  readonly apart?: string;
}

interface Series {
  readonly sdkAppId: string;
  readonly item: Item;
  readonly charges: Charge[];
  readonly placed: PlacedLine[];
}

function compareDays(from: Day, to: Day, otherFrom: Day, otherTo: Day): number {
  if (from !== otherFrom) return from < otherFrom ? -1 : 1;
  return to === otherTo ? 0 : to < otherTo ? -1 : 1;
}

/** Most charges have no line: they share one empty list. */
const NO_LINES: readonly BillLine[] = [];

/** A year of daily groups of many applications names the same days over and over: each period is made once. */
class Periods {
  readonly #byStart = new Map<Day, Period>();

  of(from: Day, to: Day): Period {
    const known = this.#byStart.get(from);
    if (known?.to === to) return known;
    const period = { from, to };
    this.#byStart.set(from, period);
    return period;
  }
}

/**
 * Cuts one series into groups of days that overlap: a day's charge meets that day's lines; a line that is
 * aggregated over many days, or a month's charge, gathers all it overlaps. Charges and lines are walked
 * side by side, by days.
 */
function groupsOf({ sdkAppId, item, charges, placed }: Series, periods: Periods): Group[] {
  charges.sort((a, b) => compareDays(a.periodStart, a.periodEnd, b.periodStart, b.periodEnd));
  placed.sort((a, b) => compareDays(a.period.from, a.period.to, b.period.from, b.period.to));
  const groups: Group[] = [];
  let nextCharge = 0;
  let nextLine = 0;
  /** Which of the two comes next by days, a charge before a line of the same days; null at the end. */
  const next = (): 'charge' | 'line' | null => {
    const charge = charges[nextCharge];
    const period = placed[nextLine]?.period;
    if (!charge) return period ? 'line' : null;
    if (!period) return 'charge';
    const order = compareDays(charge.periodStart, charge.periodEnd, period.from, period.to);
    return order <= 0 ? 'charge' : 'line';
  };
  const startOf = (kind: 'charge' | 'line') =>
    kind === 'charge' ? charges[nextCharge]?.periodStart : placed[nextLine]?.period.from;

  for (let kind = next(); kind;) {
    const from = startOf(kind);
    let to: Day | null = null;
    const [firstCharge, firstLine] = [nextCharge, nextLine];
    for (; kind; kind = next()) {
      const start = startOf(kind);
      if (to !== null && start !== undefined && start >= to) break;
      const end =
        kind === 'charge' ? charges[nextCharge++]?.periodEnd : placed[nextLine++]?.period.to;
      if (end !== undefined && (to === null || end > to)) to = end;
    }
    if (from === undefined || to === null) break;
    groups.push({
      period: periods.of(from, to),
      sdkAppId,
      item,
      charges: charges.slice(firstCharge, nextCharge),
      lines:
        nextLine === firstLine
          ? NO_LINES
          : placed.slice(firstLine, nextLine).map(({ line }) => line),
    });
  }
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
function accountWide(
  groups: readonly Group[],
  lines: readonly PlacedLine[],
  periods: Periods,
): Group[] {
  const unbilled = unbilledByDay(groups);
  const taken = new Set<Group>();
  const byItem = new Map<Item, PlacedLine[]>();
  for (const placed of lines) {
    const same = byItem.get(placed.item);
    if (same) same.push(placed);
    else byItem.set(placed.item, [placed]);
  }
  const wide: Group[] = [];
  for (const [item, placed] of byItem) {
    for (const group of groupsOf({ sdkAppId: '', item, charges: [], placed }, periods)) {
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
  const periods = new Periods();
  const all: Series[] = [];
  const known = new ByItemAndApp<Series>();
  const seriesOf = (sdkAppId: string, item: Item): Series => {
    const before = known.get(item, sdkAppId);
    if (before) return before;
    const made: Series = { sdkAppId, item, charges: [], placed: [] };
    known.set(item, sdkAppId, made);
    all.push(made);
    return made;
  };
  for (const charge of charges) seriesOf(charge.sdkAppId, charge.item).charges.push(charge);
  for (const line of named) seriesOf(line.sdkAppId, line.item).placed.push(line);
  const groups = all.flatMap((one) => groupsOf(one, periods));
  return inOrder(unnamed.length === 0 ? groups : accountWide(groups, unnamed, periods));
}

/**
 * By days, application and item. Groups come series by series; dealt out by their first day they are in order but for
 * few, and hardly anything is left to be sorted.
 */
function inOrder(groups: readonly Group[]): Group[] {
  const days = new Map<Day, Group[]>();
  for (const group of groups) {
    const same = days.get(group.period.from);
    if (same) same.push(group);
    else days.set(group.period.from, [group]);
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, ofDay]) => ofDay.sort(compareGroups));
}
