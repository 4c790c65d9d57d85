import type { AccountFacts } from '../account/facts';
import type { ContractTerm } from '../account/account';
import type { Item } from '../catalog/item';
import { THOUSAND, type Decimal } from '../money/decimal';
import { round } from '../money/round';
import type { Day } from '../period/day';
import { listPriceFor, type PriceIndex } from '../pricing/list-price';
import type { PriceEntry } from '../pricing/price-book';
import { priceHolder, type PriceHolder } from '../pricing/price-holder';
import { applyTerm, contractTermFor, indexContract, type UnitPrice } from '../pricing/unit-price';

/** Decimals of the amount of one bill line (rulebook 6: bill details carry up to 8). */
export const AMOUNT_SCALE = 8;

/** What minutes cost: a list price with the agreement that applies to it. */
export interface Rate extends UnitPrice {
  readonly entry: PriceEntry;
  /** unitPrice / 1000, exact. */
  readonly perMinute: Decimal;
  /** Whether whole minutes at this price never have more decimals than an amount: nothing is left to round. */
  readonly roundless: boolean;
}

/** The amount of a bill line: minutes / 1000 x unit price, half-up to 8 decimals. */
export function amountOf(rate: Rate, minutes: number): Decimal {
  const exact = rate.perMinute.times(minutes);
  return rate.roundless ? exact : round(exact, AMOUNT_SCALE, 'half-up');
}

/** The rate that was asked for last: the applications of one day mostly share it. */
interface RateOfDay {
  readonly day: Day;
  readonly rate: Rate | null;
}

/** Looks rates up by usage day; each pair of list price and contract term is worked out once. */
export class Rates {
  readonly #prices: PriceIndex;
  readonly #contract;
  readonly #unknownApp: PriceHolder;
  readonly #holders = new Map<string, PriceHolder>();
  readonly #last = new Map<PriceHolder, Map<Item, RateOfDay>>();
  readonly #rates = new Map<PriceEntry, Map<ContractTerm | null, Rate>>();

  constructor(facts: AccountFacts, prices: PriceIndex, oldPackageLastDay: Day | null) {
    this.#prices = prices;
    this.#contract = indexContract(facts.account.contract);
    for (const { sdkAppId } of facts.account.apps)
      this.#holders.set(sdkAppId, priceHolder(facts, sdkAppId, oldPackageLastDay));
    this.#unknownApp = priceHolder(facts, null, oldPackageLastDay);
  }

  /** Null where the price book has no price per minute for this item, day and application. */
  at(sdkAppId: string, item: Item, usageDay: Day): Rate | null {
    const holder = this.#holder(sdkAppId);
    const byItem = this.#last.get(holder) ?? new Map<Item, RateOfDay>();
    if (byItem.size === 0) this.#last.set(holder, byItem);
    const last = byItem.get(item);
    if (last?.day === usageDay) return last.rate;
    const rate = this.#find(holder, item, usageDay);
    byItem.set(item, { day: usageDay, rate });
    return rate;
  }

  #find(holder: PriceHolder, item: Item, usageDay: Day): Rate | null {
    const entry = listPriceFor(this.#prices, item, usageDay, holder);
    if (entry?.unit !== '1000-minutes') return null;
    return this.#rate(entry, contractTermFor(this.#contract, item, usageDay));
  }

  /** Applications that the account says nothing about are one and the same to a price. */
  #holder(sdkAppId: string): PriceHolder {
    return this.#holders.get(sdkAppId) ?? this.#unknownApp;
  }

  #rate(entry: PriceEntry, term: ContractTerm | null): Rate {
    const byTerm = this.#rates.get(entry) ?? new Map<ContractTerm | null, Rate>();
    this.#rates.set(entry, byTerm);
    const known = byTerm.get(term);
    if (known) return known;
    const price = applyTerm(entry.price, term);
    const perMinute = price.unitPrice.div(THOUSAND);
    const rate = {
      ...price,
      entry,
      perMinute,
      roundless: perMinute.decimalPlaces() <= AMOUNT_SCALE,
    };
    byTerm.set(term, rate);
    return rate;
  }
}
