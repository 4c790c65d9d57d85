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

/**
 * Whether two numbers are the same. Most that are asked have the same digits, which is seen without a copy of either;
 * about all others, and what is no finite number (its exponent is none), the library is asked.
 */
export function isSame(a: Decimal, b: Decimal): boolean {
  if (a === b) return true;
  if (a.e !== b.e || a.s !== b.s || a.d.length !== b.d.length) return a.eq(b);
  for (let at = 0; at < a.d.length; at += 1) if (a.d[at] !== b.d[at]) return a.eq(b);
  return true;
}

export function sum(values: Iterable<Decimal>): Decimal {
  let total = ZERO;
  for (const value of values) total = total.plus(value);
  return total;
}

/** value x 10^scale as an integer, for storage; throws when a digit would be lost. */
export function toScaled(value: Decimal, scale: number): bigint {
  const number = scaledNumber(value, scale);
  return BigInt(number ?? toFixedText(value, scale).replace('.', ''));
}

/** Powers of ten that a number holds exactly. */
const POWERS = Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));
/** decimal.js keeps the digits of a number in words of seven; the first one has the exponent's word. */
const DIGITS_PER_WORD = 7;

/**
 * value x 10^scale from the words of its digits, without a text in between; null where it has more decimals or is not
 * exact as a plain number. A product of two exact numbers that is a safe integer was not rounded, for what is rounded
 * is 2^53 or more.
 */
export function scaledNumber(value: Decimal, scale: number): number | null {
  const { d: words, e: exponent, s: sign } = value;
  let power = Math.floor(exponent / DIGITS_PER_WORD) * DIGITS_PER_WORD + scale;
  let total = 0;
  for (const word of words) {
    // Beyond the exact powers there is no number, and what it makes is no safe integer.
    const factor = POWERS[Math.abs(power)] ?? NaN;
    const part = power < 0 ? word / factor : word * factor;
    total += part;
    if (!Number.isSafeInteger(part) || !Number.isSafeInteger(total)) return null;
    power -= DIGITS_PER_WORD;
  }
  return total === 0 ? 0 : sign * total;
}

/** The decimal whose stored form is `scaled` / 10^scale. */
export function fromScaled(scaled: bigint, scale: number): Decimal {
  return new Exact(`${scaled}e-${scale}`);
}
