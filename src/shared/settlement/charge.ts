import type { Item } from '../catalog/item';
import type { Currency } from '../catalog/site';
import type { Decimal } from '../money/decimal';
import type { Day } from '../period/day';

/** One expected line of the bill: what one (period, application, item) should cost. */
export interface Charge {
  /** `<periodStart>/<sdkAppId>/<item>`: stable across runs. */
  readonly id: string;
  readonly periodStart: Day;
  readonly periodEnd: Day;
  /** The day on which the money is taken (10:00 next day; monthly: the 1st of the next month). */
  readonly chargedOn: Day;
  readonly sdkAppId: string;
  readonly item: Item;
  /** null where the source had whole minutes. */
  readonly seconds: number | null;
  /**
   * Seconds of the same scope, item and metering period from before `periodStart`: the minutes are what the
   * period's ceiling grew by. 0 with a daily period.
   */
  readonly carriedSeconds: number;
  readonly meteredMinutes: number;
  /** Lower bound of metered minutes where the source overstates; else equal. */
  readonly meteredMinutesLow: number;
  readonly trialMinutes: number;
  readonly packageMinutes: number;
  readonly billableMinutes: number;
  /** Id of the price entry, for the citation. */
  readonly priceId: string;
  readonly era: string;
  /** Per 1,000 minutes. */
  readonly listPrice: Decimal;
  /** Factor; 1 without a contract. A contract price is expressed in `unitPrice` and leaves 1 here. */
  readonly discount: Decimal;
  /** What is paid per 1,000 minutes, half-up to 8 decimals. */
  readonly unitPrice: Decimal;
  /** billable / 1000 x unitPrice, half-up to 8 decimals. */
  readonly amount: Decimal;
  readonly currency: Currency;
  /** The contract term that was applied, where one was. */
  readonly contractReference: string | null;
}
