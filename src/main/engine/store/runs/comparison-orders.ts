import { compareItems, isItem, ITEMS, type Item } from '../../../../shared/catalog/item';
import { STATUSES } from '../../../../shared/reconcile/result/discrepancy';

const STATUS_ORDER: ReadonlyMap<string, number> = new Map(
  STATUSES.map((status, index) => [status, index]),
);
const ITEM_ORDER: ReadonlyMap<Item, number> = new Map(
  ITEMS.toSorted(compareItems).map((item, index) => [item, index]),
);

/** Where rows of a status stand when they are ordered by it. */
export function statusOrder(status: string | null): number {
  return (status === null ? undefined : STATUS_ORDER.get(status)) ?? STATUSES.length;
}

/** Where rows of an item stand when they are ordered by it; those without one come last. */
export function itemOrder(item: string | null): number {
  return (item !== null && isItem(item) ? ITEM_ORDER.get(item) : undefined) ?? ITEMS.length;
}
