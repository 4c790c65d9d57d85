import type { Item } from '../catalog/item';
import type { Day } from '../period/day';
import { byItem } from './by-item';
import type { PriceBook, PriceEntry } from './price-book';
import { holds, type PriceHolder } from './price-holder';

/** A price book laid out for lookups: one pass over the book, then a few comparisons per question. */
export interface PriceIndex {
  readonly book: PriceBook;
  /** Per item: prices that an account keeps first, then the newest first. */
  readonly byItem: ReadonlyMap<Item, readonly PriceEntry[]>;
}

export function indexPriceBook(book: PriceBook): PriceIndex {
  const index = byItem(book.prices);
  for (const entries of index.values()) entries.sort(byPrecedence);
  return { book, byItem: index };
}

export const isKept = (entry: PriceEntry) => entry.condition.packageBoughtBefore !== undefined;

function byPrecedence(a: PriceEntry, b: PriceEntry): number {
  if (isKept(a) !== isKept(b)) return isKept(a) ? -1 : 1;
  return a.from === b.from ? 0 : a.from > b.from ? -1 : 1;
}

/**
 * The list price of an item on a usage day for this holder; null where the book has none. The day of use
 * decides, not the day of the charge (rulebook 6).
 */
export function listPriceFor(
  index: PriceIndex,
  item: Item,
  usageDay: Day,
  holder: PriceHolder,
): PriceEntry | null {
  for (const entry of index.byItem.get(item) ?? []) {
    if (entry.from > usageDay || (entry.to !== null && entry.to <= usageDay)) continue;
    if (holds(entry.condition, entry.from, usageDay, holder)) return entry;
  }
  return null;
}

/**
 * The price that held for this holder just before `current` began; null where there was none. Asked when
 * a bill may have been made with the price of the era before.
 */
export function priceBefore(
  index: PriceIndex,
  current: PriceEntry,
  holder: PriceHolder,
): PriceEntry | null {
  const earlier = (index.byItem.get(current.item) ?? []).filter(
    (entry) => entry.from < current.from && !isKept(entry),
  );
  return earlier.find((entry) => holds(entry.condition, entry.from, entry.from, holder)) ?? null;
}

/** The day that packages must be bought before to keep an old price of this book; null: no price is kept. */
export function keptPriceCutoff(index: PriceIndex): Day | null {
  const kept = index.book.prices.find(isKept);
  return kept?.condition.packageBoughtBefore ?? null;
}
