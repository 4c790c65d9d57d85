import { decimal, ONE, sum, type Decimal } from '../../money/decimal';
import { round } from '../../money/round';
import type { Charge } from '../../settlement/charge';

/** A charge as it would be rated under other terms: the unit of every "what if". */
export interface RatedCharge {
  readonly charge: Charge;
  /** Minutes that are paid. */
  readonly minutes: Decimal;
  readonly listPrice: Decimal;
  readonly discount: Decimal;
  /** Per 1,000 minutes. */
  readonly unitPrice: Decimal;
  readonly amount: Decimal;
}

const SCALE = 8;
/** Prices are per 1,000 minutes. A product is as exact as the quotient, and much sooner known. */
const THOUSANDTH = decimal('0.001');

function rate(
  charge: Charge,
  minutes: Decimal,
  listPrice: Decimal,
  discount: Decimal,
  unitPrice: Decimal,
): RatedCharge {
  const amount = round(minutes.times(unitPrice).times(THOUSANDTH), SCALE, 'half-up');
  return { charge, minutes, listPrice, discount, unitPrice, amount };
}

export function asCharged(charge: Charge): RatedCharge {
  return {
    charge,
    minutes: decimal(charge.billableMinutes),
    listPrice: charge.listPrice,
    discount: charge.discount,
    unitPrice: charge.unitPrice,
    amount: charge.amount,
  };
}

export function withMinutes(rated: RatedCharge, minutes: Decimal): RatedCharge {
  return minutes.eq(rated.minutes)
    ? rated
    : rate(rated.charge, minutes, rated.listPrice, rated.discount, rated.unitPrice);
}

/** With another list price and discount; the unit price is rounded as in pricing: half-up to 8 decimals. */
export function withPrice(rated: RatedCharge, listPrice: Decimal, discount: Decimal): RatedCharge {
  const unitPrice = round(listPrice.times(discount), SCALE, 'half-up');
  return rate(rated.charge, rated.minutes, listPrice, discount, unitPrice);
}

/** With a contract's own price per 1,000 minutes; the list price stays for reference. */
export function withUnitPrice(rated: RatedCharge, unitPrice: Decimal): RatedCharge {
  return rate(rated.charge, rated.minutes, rated.listPrice, ONE, unitPrice);
}

/** True where the contract names a price of its own: the unit price is not list price x discount. */
export function hasContractPrice(rated: RatedCharge): boolean {
  return !rated.unitPrice.eq(round(rated.listPrice.times(rated.discount), SCALE, 'half-up'));
}

export function totalAmount(rated: readonly RatedCharge[]): Decimal {
  return rated.length === 1 && rated[0] ? rated[0].amount : sum(rated.map((one) => one.amount));
}

export function totalMinutes(rated: readonly RatedCharge[]): Decimal {
  return rated.length === 1 && rated[0] ? rated[0].minutes : sum(rated.map((one) => one.minutes));
}

/** The price that all share; null where they differ or there is none. */
export function commonPrice(prices: readonly (Decimal | null)[]): Decimal | null {
  const [first, ...rest] = prices;
  if (!first) return null;
  return rest.every((price) => price?.eq(first) === true) ? first : null;
}
