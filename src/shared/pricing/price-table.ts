import { compareItems, type Item } from '../catalog/item';
import type { Citation } from '../citation';
import { THOUSAND, decimal, toText } from '../money/decimal';
import { round } from '../money/round';
import { compareDays, type Day } from '../period/day';
import { isInForce, type OpenPeriod } from '../period/period';
import type { PackageOffer, PriceBook, PriceCondition, PriceUnit } from './price-book';

/** One attribute of an account that must hold for a price. Sentences: locales `prices:conditions/<kind>`. */
export interface ConditionRow {
  readonly kind: keyof PriceCondition;
  readonly value: string;
}

/** One price as a reader sees it; money as plain text. */
export interface PriceRow {
  readonly id: string;
  readonly era: string;
  readonly item: Item;
  readonly from: Day;
  readonly to: Day | null;
  readonly price: string;
  readonly unit: PriceUnit;
  readonly pricedAs: Item | null;
  readonly conditions: readonly ConditionRow[];
  readonly citation: Citation;
}

export interface RatioRow {
  readonly item: Item;
  readonly from: Day;
  readonly to: Day | null;
  readonly boughtFrom: Day | null;
  readonly boughtTo: Day | null;
  readonly ratio: number;
  readonly citation: Citation;
}

export interface PackageRow {
  readonly id: string;
  readonly name: string;
  readonly from: Day;
  readonly to: Day | null;
  readonly minutes: number | null;
  readonly fromMinutes: number | null;
  readonly toMinutes: number | null;
  /** Whole package; null for a custom size. */
  readonly price: string | null;
  /** Per 1,000 minutes, half-up to 8 decimals. */
  readonly unitPrice: string;
  readonly tier: PackageOffer['tier'] | null;
  readonly citation: Citation;
}

/** What to show: everything, or one item, or what is in force on one day. */
export interface TableFilter {
  readonly item?: Item | undefined;
  readonly on?: Day | undefined;
}

/** Prices of a book by item, oldest first. */
export function priceRows(book: PriceBook, filter: TableFilter = {}): readonly PriceRow[] {
  return book.prices
    .filter((entry) => shows(entry, filter))
    .toSorted(byItemThenDay)
    .map(({ id, era, item, from, to, price, unit, pricedAs, condition, citation }) => ({
      id,
      era,
      item,
      from,
      to,
      price: toText(price),
      unit,
      pricedAs: pricedAs ?? null,
      conditions: conditionRows(condition),
      citation,
    }));
}

/** Package ratios of a book by item, oldest first. */
export function ratioRows(book: PriceBook, filter: TableFilter = {}): readonly RatioRow[] {
  return book.ratios
    .filter((entry) => shows(entry, filter))
    .toSorted(byItemThenDay)
    .map((entry) => ({
      ...entry,
      boughtFrom: entry.boughtFrom ?? null,
      boughtTo: entry.boughtTo ?? null,
    }));
}

/** Packages on sale, in the order of the book. */
export function packageRows(book: PriceBook, on?: Day): readonly PackageRow[] {
  return book.packages
    .filter((offer) => on === undefined || isInForce(offer, on))
    .map((offer) => ({
      id: offer.id,
      name: offer.name,
      from: offer.from,
      to: offer.to,
      minutes: offer.minutes,
      fromMinutes: offer.fromMinutes ?? null,
      toMinutes: offer.toMinutes ?? null,
      price: offer.minutes === null ? null : toText(offer.price),
      unitPrice: packageUnitPrice(offer),
      tier: offer.tier ?? null,
      citation: offer.citation,
    }));
}

/** Per 1,000 minutes (conflict C11: price / minutes, not the rounded figure that is shown). */
function packageUnitPrice({ price, minutes }: PackageOffer): string {
  if (minutes === null) return toText(price);
  return toText(round(price.times(THOUSAND).div(decimal(minutes)), 8, 'half-up'));
}

interface ItemRule extends OpenPeriod {
  readonly item: Item;
}

function shows(entry: ItemRule, { item, on }: TableFilter): boolean {
  return (item === undefined || entry.item === item) && (on === undefined || isInForce(entry, on));
}

function byItemThenDay(a: ItemRule, b: ItemRule): number {
  return compareItems(a.item, b.item) || compareDays(a.from, b.from);
}

function conditionRows({ policy, ...days }: PriceCondition): ConditionRow[] {
  const rows = Object.entries(days) as [Exclude<keyof PriceCondition, 'policy'>, Day | undefined][];
  const byDay = rows.flatMap(([kind, value]) => (value === undefined ? [] : [{ kind, value }]));
  return policy
    ? [...byDay, { kind: 'policy', value: `${policy.name} = ${policy.choice}` }]
    : byDay;
}
