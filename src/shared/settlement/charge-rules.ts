import type { AccountFacts } from '../account/facts';
import { ITEMS, type Item } from '../catalog/item';
import type { Day } from '../period/day';
import type { Period } from '../period/period';
import type { PriceIndex } from '../pricing/list-price';

/** Per item, text that says everything its charges depend on beside its minutes. Equal text, equal charges. */
export type ChargeRules = ReadonlyMap<Item, string>;

/**
 * What decides the charges of each item: who the account is to a price, how it settles, the item's prices and its
 * contract terms. A rule of one item is in no other item's text, so an edit of a price names its item.
 */
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
  return new Map(
    ITEMS.map((item) => {
      const terms = contract.filter((term) => term.item === item);
      return [item, JSON.stringify([common, terms, prices.byItem.get(item)])];
    }),
  );
}

/** The items whose rules are not the same. */
export function changedItems(before: ChargeRules, after: ChargeRules): ReadonlySet<Item> {
  return new Set(ITEMS.filter((item) => before.get(item) !== after.get(item)));
}
