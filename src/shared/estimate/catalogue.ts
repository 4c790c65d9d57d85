import { THOUSAND, decimal, type Decimal } from '../money/decimal';
import type { Day } from '../period/day';
import type { PackageOffer, PriceBook } from '../pricing/price-book';

/** A package of one size. */
export interface FixedOffer {
  readonly offer: PackageOffer;
  readonly minutes: number;
  readonly price: Decimal;
}

/** Sizes that one can choose, from `smallest` through `largest`, all at one price per minute. */
export interface CustomOffer {
  readonly offer: PackageOffer;
  readonly smallest: number;
  /** null: no limit. */
  readonly largest: number | null;
  readonly perMinute: Decimal;
}

/** General packages on sale on one day. */
export interface Catalogue {
  /** The largest first. */
  readonly fixed: readonly FixedOffer[];
  readonly custom: readonly CustomOffer[];
  /** Custom sizes are multiples of this many minutes. */
  readonly step: number;
}

/** Custom sizes are printed in thousands of minutes (rulebook 3.1). */
export const CUSTOM_STEP = 1000;

/**
 * What could be bought on a day. Single-type packages are left out (none is on sale beside general ones),
 * and so is whatever costs nothing: it would not be an offer.
 */
export function catalogueOn(book: PriceBook, on: Day, step: number = CUSTOM_STEP): Catalogue {
  const general = book.packages.filter(
    ({ from, to, tier, price }) =>
      from <= on &&
      (to === null || on < to) &&
      tier === undefined &&
      price.isPositive() &&
      !price.isZero(),
  );
  return {
    fixed: general
      .flatMap((offer): FixedOffer[] => {
        const { minutes, price } = offer;
        return minutes === null || minutes === 0 ? [] : [{ offer, minutes, price }];
      })
      .toSorted((a, b) => b.minutes - a.minutes),
    custom: general.flatMap((offer) => (offer.minutes === null ? customOffer(offer, step) : [])),
    step,
  };
}

function customOffer(offer: PackageOffer, step: number): CustomOffer[] {
  const { fromMinutes = 1, toMinutes, price } = offer;
  const smallest = Math.max(step, Math.ceil(fromMinutes / step) * step);
  const largest = toMinutes === undefined ? null : Math.floor((toMinutes - 1) / step) * step;
  if (largest !== null && largest < smallest) return [];
  return [{ offer, smallest, largest, perMinute: price.div(THOUSAND) }];
}

/** Price of a custom package: the whole quantity at the price of its size. */
export function customPrice({ perMinute }: CustomOffer, minutes: number): Decimal {
  return perMinute.times(decimal(minutes));
}
