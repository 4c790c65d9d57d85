import type { ContractTerm } from '../../account/account';
import type { AccountFacts } from '../../account/facts';
import { ITEMS, type Item } from '../../catalog/item';
import { ONE, toText, type Decimal } from '../../money/decimal';
import type { Day } from '../../period/day';
import type { Hypothesis } from '../what-if/counterfactual';
import { withPrice, withUnitPrice, type RatedCharge } from '../what-if/re-rate';
import { pricesOf } from './prices-of';

/** `av.hd` -> `av`, `transcoding.h265.hd` -> `transcoding.h265`: items that differ in nothing but the tier. */
export function family(item: Item): string {
  return item.slice(0, item.lastIndexOf('.'));
}

/** The other tiers of the same kind: upwards from the next one, then downwards. */
export function otherTiers(item: Item): readonly Item[] {
  return OTHER_TIERS.get(item) ?? [];
}

const OTHER_TIERS: ReadonlyMap<Item, readonly Item[]> = new Map(
  ITEMS.map((item) => {
    const same = ITEMS.filter((other) => family(other) === family(item));
    const index = same.indexOf(item);
    return [item, [...same.slice(index + 1), ...same.slice(0, index).reverse()]];
  }),
);

/** The terms that hold for another tier on a day: what the contract says of it, else its list price alone. */
function termsOfTier(facts: AccountFacts, other: Item, usageDay: Day): readonly ContractTerm[] {
  return facts.account.contract.filter(
    (term) => term.item === other && term.from <= usageDay && (!term.to || usageDay < term.to),
  );
}

const sameOnce = (discounts: readonly Decimal[]) =>
  discounts.filter((one, index) => discounts.findIndex((other) => other.eq(one)) === index);

/**
 * The minutes were charged under this item's name but at the price of another tier: with this item's discount, or
 * by the other tier's own terms, which may be a discount, a contract price, or nothing at all.
 */
export const wrongTier: Hypothesis<'price'> = (charges, _lines, { facts, priceBook }) => {
  const first = charges[0];
  if (!first) return [];
  const usageDay = first.periodStart;
  return otherTiers(first.item).flatMap((other) => {
    const entry = pricesOf(priceBook, other).find(
      (one) =>
        one.era === first.era && one.from <= usageDay && (one.to === null || usageDay < one.to),
    );
    if (!entry || entry.price.eq(first.listPrice)) return [];
    const agreed = termsOfTier(facts, other, usageDay);
    const own = agreed.length === 0 ? [ONE] : agreed.flatMap(({ discount }) => discount ?? []);
    const atTier = (price: Decimal, rerate: (rated: RatedCharge) => RatedCharge) => ({
      cause: 'wrong-tier' as const,
      concerns: 'price' as const,
      rerate,
      evidence: {
        code: 'wrong-tier-price',
        params: {
          item: first.item,
          otherItem: other,
          otherPrice: toText(price),
          price: toText(first.unitPrice),
        },
      },
    });
    return [
      ...sameOnce([first.discount, ...own]).map((discount) =>
        atTier(entry.price.times(discount), (rated) => withPrice(rated, entry.price, discount)),
      ),
      ...agreed.flatMap(({ price }) =>
        price ? [atTier(price, (rated) => withUnitPrice(rated, price))] : [],
      ),
    ];
  });
};
