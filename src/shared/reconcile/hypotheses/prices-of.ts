import type { Item } from '../../catalog/item';
import { byItem } from '../../pricing/by-item';
import type { PriceBook, PriceEntry } from '../../pricing/price-book';

/** Every difference asks for the prices of its item: a price book never changes and is sorted by item once. */
const INDEXES = new WeakMap<PriceBook, ReadonlyMap<Item, readonly PriceEntry[]>>();

/** All entries of an item, of every era, in the order of the price book. */
export function pricesOf(priceBook: PriceBook, item: Item): readonly PriceEntry[] {
  const index = INDEXES.get(priceBook) ?? byItem(priceBook.prices);
  INDEXES.set(priceBook, index);
  return index.get(item) ?? [];
}
