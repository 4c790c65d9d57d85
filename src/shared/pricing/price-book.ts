import type { Citation } from '../citation';
import type { Item } from '../catalog/item';
import type { Currency, Site } from '../catalog/site';
import type { Decimal } from '../money/decimal';
import type { Day } from '../period/day';
import type { PricePolicy } from './price-policy';

/** What one unit of a price covers. Minutes are priced per 1,000. */
export const PRICE_UNITS = ['1000-minutes', 'mbps-month', 'channel-month', 'month'] as const;
export type PriceUnit = (typeof PRICE_UNITS)[number];

/**
 * Account attributes a price can depend on, beside the usage day. All that are present must hold;
 * pairs are half-open. How an attribute that is not known counts is said in price-holder.ts.
 */
export interface PriceCondition {
  readonly firstAppFrom?: Day | undefined;
  readonly firstAppTo?: Day | undefined;
  readonly appCreatedFrom?: Day | undefined;
  readonly appCreatedTo?: Day | undefined;
  readonly registeredFrom?: Day | undefined;
  readonly registeredTo?: Day | undefined;
  /**
   * A price that an account keeps: it holds until the end of the month in which the last package bought
   * before this day was used up or expired, and goes before the price that replaced it.
   */
  readonly packageBoughtBefore?: Day | undefined;
  /** Holds only under this choice of a policy. */
  readonly policy?: PricePolicy | undefined;
}

/** A price that holds for one item on the usage days [from, to). `to` null: until a later one is entered. */
export interface PriceEntry {
  /** `<block id>/<item>`: stable, unique in the book. */
  readonly id: string;
  /** Era as the rulebook names it: CN-2, IN-3, REC-CN-new … */
  readonly era: string;
  readonly item: Item;
  readonly from: Day;
  readonly to: Day | null;
  readonly price: Decimal;
  readonly unit: PriceUnit;
  /** The item whose price it is, where the era has no tier of its own for `item` (SD in IN-3). */
  readonly pricedAs?: Item | undefined;
  readonly condition: PriceCondition;
  readonly citation: Citation;
}

/** An era that, by its source, has no price for an item: a gap that is stated, not overlooked. */
export interface PriceAbsence {
  readonly era: string;
  readonly item: Item;
  readonly from: Day;
  readonly to: Day | null;
  readonly condition: PriceCondition;
  readonly citation: Citation;
}

/**
 * How many package minutes one raw minute of an item takes, on the usage days [from, to), from packages
 * bought on the days [boughtFrom, boughtTo).
 */
export interface RatioEntry {
  readonly item: Item;
  readonly from: Day;
  readonly to: Day | null;
  readonly boughtFrom?: Day | undefined;
  readonly boughtTo?: Day | undefined;
  readonly ratio: number;
  readonly citation: Citation;
}

/** A package as it was on sale on the days [from, to). */
export interface PackageOffer {
  readonly id: string;
  readonly name: string;
  readonly from: Day;
  readonly to: Day | null;
  /** null for a custom size priced per 1,000 minutes. */
  readonly minutes: number | null;
  /** Custom sizes: the smallest size this price is for. */
  readonly fromMinutes?: number | undefined;
  /** Custom sizes: the first size this price is no longer for; left out: no limit. */
  readonly toMinutes?: number | undefined;
  /** Price of the whole package; for a custom size: per 1,000 minutes, for the whole quantity. */
  readonly price: Decimal;
  readonly tier?: 'audio' | 'sd' | 'hd' | undefined;
  readonly citation: Citation;
}

/** Prices, package ratios and package catalogue of one site. Data, never code: resources/price-books. */
export interface PriceBook {
  readonly site: Site;
  readonly currency: Currency;
  readonly prices: readonly PriceEntry[];
  readonly absences: readonly PriceAbsence[];
  readonly ratios: readonly RatioEntry[];
  readonly packages: readonly PackageOffer[];
}
