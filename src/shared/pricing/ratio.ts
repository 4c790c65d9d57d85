import type { Item } from '../catalog/item';
import type { Day } from '../period/day';
import { isInForce } from '../period/period';
import type { PriceBook, RatioEntry } from './price-book';
import { within } from './price-holder';

/**
 * How many package minutes a raw minute of an item takes on a usage day, from a package bought on
 * `purchasedOn` (packages from before 2019-10-11 know no tiers). Null: packages do not cover the item.
 */
export function packageRatio(
  book: PriceBook,
  item: Item,
  usageDay: Day,
  purchasedOn: Day,
): RatioEntry | null {
  return (
    book.ratios.find(
      (entry) =>
        entry.item === item &&
        isInForce(entry, usageDay) &&
        within(purchasedOn, entry.boughtFrom, entry.boughtTo),
    ) ?? null
  );
}
