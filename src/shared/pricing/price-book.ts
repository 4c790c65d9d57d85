import type { Citation } from '../citation';
import type { Item } from '../catalog/item';
import type { Currency, Site } from '../catalog/site';
import type { Decimal } from '../money/decimal';
import type { Day } from '../period/day';

/** What one unit of a price covers. Minutes are priced per 1,000. */
export type PriceUnit = '1000-minutes' | 'mbps-month' | 'channel-month' | 'month';

/** Account attributes a price can depend on, beside the usage day. All that are present must hold. */
export interface PriceCondition {
  readonly firstAppFrom?: Day | undefined;
  readonly firstAppTo?: Day | undefined;
  readonly appCreatedFrom?: Day | undefined;
  readonly appCreatedTo?: Day | undefined;
  /** Holds while a package bought before this day has balance and validity (CN-1 after 2019-10-10). */
  readonly packageBoughtBefore?: Day | undefined;
}

/** A price that holds for one item on the usage days [from, to). `to` null: until a later one is entered. */
export interface PriceEntry {
  readonly id: string;
  /** Era as the rulebook names it: CN-2, IN-3, REC-CN-new … */
  readonly era: string;
  readonly item: Item;
  readonly from: Day;
  readonly to: Day | null;
  readonly price: Decimal;
  readonly unit: PriceUnit;
  readonly condition: PriceCondition;
  readonly citation: Citation;
}

/** How many package minutes one raw minute of an item takes, on the usage days [from, to). */
export interface RatioEntry {
  readonly item: Item;
  readonly from: Day;
  readonly to: Day | null;
  readonly ratio: number;
  readonly citation: Citation;
}

export interface PackageOffer {
  readonly id: string;
  readonly name: string;
  readonly from: Day;
  readonly to: Day | null;
  /** null for a custom size priced per 1,000 minutes. */
  readonly minutes: number | null;
  readonly minimumMinutes?: number | undefined;
  readonly maximumMinutes?: number | undefined;
  /** Price of the whole package; for a custom size: per 1,000 minutes. */
  readonly price: Decimal;
  readonly tier?: 'audio' | 'sd' | 'hd' | undefined;
  readonly citation: Citation;
}

/** Prices, package ratios and package catalogue of one site. Data, never code: resources/price-books. */
export interface PriceBook {
  readonly site: Site;
  readonly currency: Currency;
  readonly prices: readonly PriceEntry[];
  readonly ratios: readonly RatioEntry[];
  readonly packages: readonly PackageOffer[];
}
