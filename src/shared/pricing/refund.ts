import { ZERO, THOUSAND, decimal, toText, type Decimal } from '../money/decimal';
import { round } from '../money/round';
import { daysBetween, type Day } from '../period/day';
import { isInForce } from '../period/period';
import type { TraceStep } from '../trace';
import type { PriceBook } from './price-book';

/** Days from the delivery of a package in which it can be given back whole (rulebook 3.3, 48226). */
const FULL_REFUND_DAYS = 5;

/** Decimals of the per-minute price that refunds are worked out with, rounded up as the provider's table is. */
const PER_MINUTE_SCALE = 8;

/** A package that is to be given back. */
export interface RefundRequest {
  readonly origin: 'purchase' | 'trial' | 'gift';
  readonly deliveredOn: Day;
  readonly requestedOn: Day;
  /** Cash only: what was paid by voucher is not given back. */
  readonly cashPaid: Decimal;
  /** Package minutes taken from it so far. */
  readonly usedMinutes: number;
  /** Factor of the discount that is active now; 1 without one. */
  readonly discount: Decimal;
  /** An account can have one full refund. */
  readonly fullRefundTaken: boolean;
}

/** Steps: locales `estimate:steps/<rule>`. */
export interface Refund {
  readonly kind: 'full' | 'part' | 'none';
  /** Not rounded: no text says how. */
  readonly amount: Decimal;
  readonly steps: readonly TraceStep[];
}

/**
 * What comes back for a package (rulebook 3.3, conflict C8): all of the cash once per account, within 5 days
 * and unused; else the cash less the used minutes at the price of a package of that many minutes, times the
 * discount in force, and never less than nothing. Trials and gifts give nothing back.
 */
export function refundOf(book: PriceBook, request: RefundRequest): Refund {
  const { cashPaid, usedMinutes, discount } = request;
  if (request.origin !== 'purchase') return { kind: 'none', ...nothing(request.origin) };
  if (isFull(request)) {
    const days = daysBetween(request.deliveredOn, request.requestedOn);
    const step = amountStep('refund-full', { days, cashAmount: toText(cashPaid) }, cashPaid);
    return { kind: 'full', amount: cashPaid, steps: [step] };
  }
  const perMinute = perMinutePrice(book, usedMinutes, request.deliveredOn);
  if (perMinute === null) return { kind: 'none', ...nothing('no-price') };
  const used = decimal(usedMinutes).times(perMinute).times(discount);
  const left = cashPaid.minus(used);
  const amount = left.isNegative() ? ZERO : left;
  const inputs = { usedMinutes, unitPrice: toText(perMinute), discount: toText(discount) };
  return {
    kind: 'part',
    amount,
    steps: [
      { rule: 'refund-price', inputs: { usedMinutes }, value: toText(perMinute), unit: 'price' },
      amountStep('refund-used', inputs, used),
      amountStep('refund-rest', { cashAmount: toText(cashPaid), usedAmount: toText(used) }, amount),
    ],
  };
}

function isFull({ deliveredOn, requestedOn, usedMinutes, fullRefundTaken }: RefundRequest) {
  const days = daysBetween(deliveredOn, requestedOn);
  return !fullRefundTaken && usedMinutes === 0 && days >= 0 && days <= FULL_REFUND_DAYS;
}

/**
 * Price per minute of the largest general package that is not larger than what was used; below the smallest
 * one that of a custom size. Null: the book has no general package of that day.
 */
export function perMinutePrice(book: PriceBook, usedMinutes: number, on: Day): Decimal | null {
  const general = book.packages.filter((offer) => isInForce(offer, on) && offer.tier === undefined);
  const [reached] = general
    .flatMap(({ minutes, price }) =>
      minutes === null || minutes > usedMinutes ? [] : [{ minutes, price }],
    )
    .toSorted((a, b) => b.minutes - a.minutes);
  if (reached) return perMinute(reached.price, decimal(reached.minutes));
  // No custom size is smaller than one unit, so the first one stands for nothing used, too.
  const [custom] = general
    .filter(({ minutes, toMinutes }) => minutes === null && usedMinutes < (toMinutes ?? Infinity))
    .toSorted((a, b) => (a.fromMinutes ?? 0) - (b.fromMinutes ?? 0));
  return custom ? perMinute(custom.price, THOUSAND) : null;
}

const perMinute = (price: Decimal, minutes: Decimal) =>
  round(price.div(minutes), PER_MINUTE_SCALE, 'up');

function nothing(reason: 'trial' | 'gift' | 'no-price'): Pick<Refund, 'amount' | 'steps'> {
  return { amount: ZERO, steps: [amountStep(`refund-none-${reason}`, {}, ZERO)] };
}

function amountStep(rule: string, inputs: TraceStep['inputs'], value: Decimal): TraceStep {
  return { rule, inputs, value: toText(value), unit: 'amount' };
}
