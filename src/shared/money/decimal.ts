import DecimalJs from 'decimal.js';
import { invariant } from '../invariant';

/**
 * The one wrapper around decimal.js. 60 significant digits: every product of a price (8 decimals),
 * a quantity and a discount is exact, so a number changes only where `round` is called. A quotient that
 * does not end is cut there, never rounded: what is just below a tie stays below it.
 */
const Exact = DecimalJs.clone({
  precision: 60,
  rounding: DecimalJs.ROUND_DOWN,
  toExpNeg: -100,
  toExpPos: 100,
});

/** An exact decimal number. Amounts are in the account's currency, prices in the unit named beside them. */
export type Decimal = DecimalJs;

export const ZERO: Decimal = new Exact(0);
export const ONE: Decimal = new Exact(1);
export const THOUSAND: Decimal = new Exact(1000);

const PLAIN_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/** Reads plain decimal text ("-12.50"). Null for anything else: no exponent, no grouping, no blanks. */
export function parseDecimal(text: string): Decimal | null {
  return PLAIN_NUMBER.test(text) ? new Exact(text) : null;
}

/** The decimal of a literal or of a whole number that the program itself made; throws on anything else. */
export function decimal(value: string | number | bigint): Decimal {
  if (typeof value === 'number') {
    invariant(Number.isSafeInteger(value), `not a whole number: ${value}`);
    return new Exact(value);
  }
  const parsed = parseDecimal(value.toString());
  invariant(parsed, `not a decimal: ${value.toString()}`);
  return parsed;
}

/** Plain text without exponent and without trailing zeros ("0" for zero, never "-0"). */
export function toText(value: Decimal): string {
  return value.isZero() ? '0' : value.toFixed();
}

/** Plain text with exactly `scale` decimals; the value must already fit, nothing is rounded. */
export function toFixedText(value: Decimal, scale: number): string {
  invariant(value.decimalPlaces() <= scale, `${toText(value)} has more than ${scale} decimals`);
  return (value.isZero() ? ZERO : value).toFixed(scale);
}

export function sum(values: Iterable<Decimal>): Decimal {
  let total = ZERO;
  for (const value of values) total = total.plus(value);
  return total;
}

/** value x 10^scale as an integer, for storage; throws when a digit would be lost. */
export function toScaled(value: Decimal, scale: number): bigint {
  return BigInt(toFixedText(value, scale).replace('.', ''));
}

/** The decimal whose stored form is `scaled` / 10^scale. */
export function fromScaled(scaled: bigint, scale: number): Decimal {
  return new Exact(`${scaled}e-${scale}`);
}
