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

/** Looks rates up by usage day; each pair of list price and contract term is worked out once. */
export class Rates {
  readonly #facts: AccountFacts;
  readonly #prices: PriceIndex;
  readonly #oldPackageLastDay: Day | null;
  readonly #contract;
  readonly #holders = new Map<string, PriceHolder>();
  readonly #rates = new Map<PriceEntry, Map<ContractTerm | null, Rate>>();

  constructor(facts: AccountFacts, prices: PriceIndex, oldPackageLastDay: Day | null) {
    this.#facts = facts;
    this.#prices = prices;
    this.#oldPackageLastDay = oldPackageLastDay;
    this.#contract = indexContract(facts.account.contract);
  }

  /** Null where the price book has no price per minute for this item, day and application. */
  at(sdkAppId: string, item: Item, usageDay: Day): Rate | null {
    const entry = listPriceFor(this.#prices, item, usageDay, this.#holder(sdkAppId));
    if (entry?.unit !== '1000-minutes') return null;
    return this.#rate(entry, contractTermFor(this.#contract, item, usageDay));
  }

  #holder(sdkAppId: string): PriceHolder {
    const known = this.#holders.get(sdkAppId);
    if (known) return known;
    const holder = priceHolder(this.#facts, sdkAppId, this.#oldPackageLastDay);
    this.#holders.set(sdkAppId, holder);
    return holder;
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
