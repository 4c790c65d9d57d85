import type { Item } from '../../catalog/item';
import type { PriceBook, PriceEntry } from '../../pricing/price-book';

/** Every difference asks for the prices of its item: a price book never changes and is sorted by item once. */
const INDEXES = new WeakMap<PriceBook, ReadonlyMap<Item, readonly PriceEntry[]>>();

function indexOf(priceBook: PriceBook): ReadonlyMap<Item, readonly PriceEntry[]> {
  const known = INDEXES.get(priceBook);
  if (known) return known;
  const index = new Map<Item, PriceEntry[]>();
  for (const entry of priceBook.prices) {
    const same = index.get(entry.item);
    if (same) same.push(entry);
    else index.set(entry.item, [entry]);
  }
  INDEXES.set(priceBook, index);
  return index;
}

/** All entries of an item, of every era, in the order of the price book. */
export function pricesOf(priceBook: PriceBook, item: Item): readonly PriceEntry[] {
  return indexOf(priceBook).get(item) ?? [];
}
