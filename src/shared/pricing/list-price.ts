import type { Item } from '../catalog/item';
import { compareDays, type Day } from '../period/day';
import { isInForce } from '../period/period';
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
  return compareDays(b.from, a.from);
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
  const found = index.byItem
    .get(item)
    ?.find(
      (entry) => isInForce(entry, usageDay) && holds(entry.condition, entry.from, usageDay, holder),
    );
  return found ?? null;
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
  const found = index.byItem
    .get(current.item)
    ?.find(
      (entry) =>
        entry.from < current.from &&
        !isKept(entry) &&
        holds(entry.condition, entry.from, entry.from, holder),
    );
  return found ?? null;
}

/** The day that packages must be bought before to keep an old price of this book; null: no price is kept. */
export function keptPriceCutoff(index: PriceIndex): Day | null {
  const kept = index.book.prices.find(isKept);
  return kept?.condition.packageBoughtBefore ?? null;
}
