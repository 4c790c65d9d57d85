import type { ContractTerm } from '../account/account';
import type { AccountFacts } from '../account/facts';
import { ITEMS, type Item } from '../catalog/item';
import { compareDays, day, firstOfMonth, type Day } from '../period/day';
import { isInForce, monthOf, type OpenPeriod, type Period } from '../period/period';
import { byItem } from '../pricing/by-item';
import type { PriceIndex } from '../pricing/list-price';
import type { PriceEntry } from '../pricing/price-book';

/** Everything that decides charges beside the minutes. Equal rules, equal charges. */
export interface ChargeRules {
  /** Text of what is the same for all items: who the account is to a price, and how it settles. */
  readonly common: string;
  readonly terms: ReadonlyMap<Item, readonly ContractTerm[]>;
  readonly prices: ReadonlyMap<Item, readonly PriceEntry[]>;
}

/**
 * The items whose charges can be new, in the order of all items, each with the days of use on which they can: whole
 * months, since a month's use may be charged in one.
 */
export type ChangedDays = ReadonlyMap<Item, OpenPeriod>;

export const ALL_DAYS: OpenPeriod = { from: day('0001-01-01'), to: null };

/** A rule of one item is a rule of no other, so an edit of a price names its item, and its days. */
export function chargeRules(
  facts: AccountFacts,
  prices: PriceIndex,
  oldPackageLastDay: Day | null,
  period: Period | null,
): ChargeRules {
  const { account, firstAppOn, settlement } = facts;
  const { site, apps, registeredOn, policy, contract } = account;
  const { currency } = prices.book;
  const common = JSON.stringify({
    ...{ site, currency, period, firstAppOn, settlement, registeredOn, policy, oldPackageLastDay },
    apps: apps.map(({ sdkAppId, createdOn }) => [sdkAppId, createdOn]),
  });
  return { common, terms: byItem(contract), prices: prices.byItem };
}

/** What an edit of the rules can have changed. */
export function changedDays(before: ChargeRules, after: ChargeRules): ChangedDays {
  const isSame = before.common === after.common;
  return new Map(
    ITEMS.flatMap((item): [Item, OpenPeriod][] => {
      const days = isSame ? changedDaysOf(item, before, after) : ALL_DAYS;
      return days ? [[item, days]] : [];
    }),
  );
}

/** From the first day on which other prices or terms of the item hold to the last; null: there is none. */
function changedDaysOf(item: Item, before: ChargeRules, after: ChargeRules): OpenPeriod | null {
  const [old, now] = [rulesOf(before, item), rulesOf(after, item)];
  if (JSON.stringify(old) === JSON.stringify(now)) return null;
  const starts = startsOf([...old.prices, ...now.prices, ...old.terms, ...now.terms]);
  const isNew = (start: Day) => holdingOn(start, old) !== holdingOn(start, now);
  const [first, last] = [starts.find(isNew), starts.findLastIndex(isNew)];
  return first ? wholeMonths({ from: first, to: starts[last + 1] ?? null }) : null;
}

interface ItemRules {
  readonly terms: readonly ContractTerm[];
  readonly prices: readonly PriceEntry[];
}

function rulesOf({ terms, prices }: ChargeRules, item: Item): ItemRules {
  return { terms: terms.get(item) ?? [], prices: prices.get(item) ?? [] };
}

/** The days on which another set of rules begins to hold: between two of them nothing changes. */
function startsOf(rules: readonly (ContractTerm | PriceEntry)[]): Day[] {
  const days = rules.flatMap(({ from, to }) => (to ? [from, to] : [from]));
  return [...new Set(days)].sort(compareDays);
}

/** Text of the rules that hold on a day, in their order: of two terms the order can decide. */
function holdingOn(date: Day, { terms, prices }: ItemRules): string {
  const holds = ({ from, to = null }: ContractTerm | PriceEntry) => isInForce({ from, to }, date);
  return JSON.stringify([terms.filter(holds), prices.filter(holds)]);
}

function wholeMonths({ from, to }: OpenPeriod): OpenPeriod {
  const isFirst = to === null || to === firstOfMonth(to);
  return { from: firstOfMonth(from), to: isFirst ? to : monthOf(to).to };
}
