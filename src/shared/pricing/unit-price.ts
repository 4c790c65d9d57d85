import type { ContractTerm } from '../account/account';
import type { Item } from '../catalog/item';
import { ONE, type Decimal } from '../money/decimal';
import { round } from '../money/round';
import { compareDays, type Day } from '../period/day';
import { byItem } from './by-item';
import type { PriceEntry } from './price-book';

/** Decimals of a unit price, per 1,000 minutes (or per unit of the entry). docs/money.md, rounding point. */
export const UNIT_PRICE_SCALE = 8;

/** What is paid per unit, and which agreement made it so. */
export interface UnitPrice {
  /** Factor on the list price; 1 without a contract and where the contract names its own price. */
  readonly discount: Decimal;
  /** Per 1,000 minutes (per unit of the price entry), half-up to 8 decimals. */
  readonly unitPrice: Decimal;
  readonly contractReference: string | null;
}

/** Contract terms laid out for lookups: per item, the latest `from` first. */
export type ContractIndex = ReadonlyMap<Item, readonly ContractTerm[]>;

/** Of two terms for one item from the same day, the one written later in the file goes first. */
export function indexContract(terms: readonly ContractTerm[]): ContractIndex {
  const index = byItem(terms.toReversed());
  for (const entries of index.values()) entries.sort((a, b) => compareDays(b.from, a.from));
  return index;
}

/** The term that holds on a usage day: of several, the one with the latest `from`; null: none. */
export function contractTermFor(
  contract: ContractIndex,
  item: Item,
  usageDay: Day,
): ContractTerm | null {
  const holding = contract
    .get(item)
    ?.find((term) => term.from <= usageDay && (term.to === undefined || usageDay < term.to));
  return holding ?? null;
}

/** List price x contract discount, or the contract's own price. */
export function unitPriceFor(contract: ContractIndex, entry: PriceEntry, usageDay: Day): UnitPrice {
  const term = contractTermFor(contract, entry.item, usageDay);
  return applyTerm(entry.price, term);
}

/** The unit price that a term makes of a list price; null: no term, the list price. */
export function applyTerm(listPrice: Decimal, term: ContractTerm | null): UnitPrice {
  const discount = term?.discount ?? ONE;
  const exact = term?.price ?? listPrice.times(discount);
  return {
    discount,
    unitPrice: round(exact, UNIT_PRICE_SCALE, 'half-up'),
    contractReference: term?.reference ?? null,
  };
}
