import type { z } from 'zod';
import type { Output } from '../../../shared/contract/contract';
import type { itemField } from '../../../shared/contract/fields';
import type { PriceRow } from '../../../shared/contract/prices';
import { isWrittenDay } from '../../days/written-day';

export type PlannedItemId = z.infer<typeof itemField>;

/** What a person said about one item; text, so that nothing is lost on the way. */
export interface ItemPlan {
  readonly item: PlannedItemId | null;
  /** null: as it begins. */
  readonly quantity: string | null;
  /** The day whose price is taken; empty: today. */
  readonly on: string;
}

export const PLAIN_ITEM: ItemPlan = { item: null, quantity: null, on: '' };

/** An item that can be planned, and what a month of it is counted in. */
export interface PricedItem {
  readonly item: PlannedItemId;
  readonly unit: PriceRow['unit'];
}

/** Every item that has a price for days to come, in the order of the price book. */
export function pricedItems(prices: readonly PriceRow[]): readonly PricedItem[] {
  const found = new Map<PlannedItemId, PricedItem>();
  for (const { item, unit, to } of prices) if (to === null) found.set(item, { item, unit });
  return [...found.values()];
}

/** Audio and video have calculators of their own, so the form begins with what those do not know. */
export function chosenItem(plan: ItemPlan, items: readonly PricedItem[]): PricedItem | null {
  return (
    items.find(({ item }) => item === plan.item) ??
    items.find(({ item }) => !item.startsWith('av.')) ??
    items[0] ??
    null
  );
}

type Series = Output<'usage.series'>;

/** Whole minutes of an item in a month that was really used; null: none. */
export function minutesUsed(series: Series, { item, unit }: PricedItem): number | null {
  if (unit !== '1000-minutes') return null;
  const seconds = series.reduce((sum, part) => sum + (part.key === item ? part.seconds : 0), 0);
  return seconds === 0 ? null : Math.ceil(seconds / 60);
}

/** Where the quantity begins: at what the month used, else at one of what the item is priced by. */
export function quantityOf(plan: ItemPlan, priced: PricedItem, series: Series): string {
  if (plan.quantity !== null) return plan.quantity;
  return String(minutesUsed(series, priced) ?? (priced.unit === '1000-minutes' ? 1000 : 1));
}

const DECIMAL = /^\d+(\.\d+)?$/;

export const isItemAskable = (quantity: string, on: string): boolean =>
  DECIMAL.test(quantity) && (on === '' || isWrittenDay(on));
