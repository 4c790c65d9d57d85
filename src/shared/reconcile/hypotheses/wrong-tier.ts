import { ITEMS, type Item } from '../../catalog/item';
import { toText } from '../../money/decimal';
import type { Hypothesis } from '../counterfactual';
import { hasContractPrice, withPrice } from '../re-rate';
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

/** The minutes were charged under this item's name but at the price of another tier. */
export const wrongTier: Hypothesis = (charges, _lines, { facts, priceBook }) => {
  const first = charges[0];
  if (!first) return [];
  const usageDay = first.periodStart;
  return otherTiers(first.item).flatMap((other) => {
    const entry = pricesOf(priceBook, other).find(
      (one) =>
        one.era === first.era && one.from <= usageDay && (one.to === null || usageDay < one.to),
    );
    if (!entry || entry.price.eq(first.listPrice)) return [];
    const agreed = facts.account.contract.flatMap((term) =>
      term.item === other && term.from <= usageDay && (!term.to || usageDay < term.to)
        ? (term.discount ?? [])
        : [],
    );
    const discounts = [
      first.discount,
      ...agreed.filter((discount) => !discount.eq(first.discount)),
    ];
    return discounts.map((discount) => ({
      cause: 'wrong-tier' as const,
      concerns: 'price' as const,
      rerate: (rated) =>
        hasContractPrice(rated) ? rated : withPrice(rated, entry.price, discount),
      evidence: {
        code: 'wrong-tier-price',
        params: {
          item: first.item,
          otherItem: other,
          otherPrice: toText(entry.price),
          price: toText(first.listPrice),
        },
      },
    }));
  });
};
