import { toText } from '../../money/decimal';
import { addDays } from '../../period/day';
import type { PriceEntry } from '../../pricing/price-book';
import type { Hypothesis } from '../what-if/counterfactual';
import { hasContractPrice, withPrice } from '../what-if/re-rate';
import { pricesOf } from './prices-of';

/** Newest first before the usage day, then those that begin later: the price just left is the likeliest. */
function byDistance(usageDay: string) {
  const begins = (entry: PriceEntry) => entry.from > usageDay;
  return (a: PriceEntry, b: PriceEntry) => {
    if (begins(a) !== begins(b)) return begins(a) ? 1 : -1;
    if (a.from === b.from) return a.id < b.id ? -1 : 1;
    return a.from > b.from === begins(a) ? 1 : -1;
  };
}

/** The item was charged at the list price of another era, mostly the one before. */
export const oldPrice: Hypothesis<'price'> = (charges, _lines, { priceBook }) => {
  const first = charges[0];
  if (!first) return [];
  const seen = new Set([toText(first.listPrice)]);
  return pricesOf(priceBook, first.item)
    .toSorted(byDistance(first.periodStart))
    .flatMap((entry) => {
      const text = toText(entry.price);
      if (seen.has(text)) return [];
      seen.add(text);
      return [
        {
          cause: 'old-price',
          concerns: 'price',
          rerate: (rated) =>
            hasContractPrice(rated) ? rated : withPrice(rated, entry.price, rated.discount),
          evidence: {
            code: entry.from > first.periodStart ? 'later-price' : 'old-price',
            params: {
              eraPrice: text,
              price: toText(first.listPrice),
              from: entry.from,
              through: entry.to === null ? '…' : addDays(entry.to, -1),
            },
          },
        },
      ];
    });
};
