import { decimal, parseDecimal, toFixedText } from '../../../shared/money/decimal';

/**
 * Numbers as the reader sees them. All three languages write 12,345.60: digits in groups of three, a
 * point, and U+2212 for minus. Nothing is rounded here, digits are only added (to two decimals for money).
 */
const MINUS = '\u2212';
const MONEY_DECIMALS = 2;

/** `text` is plain decimal text ("-1234.5"); anything else comes back as it is. At least `decimals` decimals. */
export function amountText(text: string, decimals = MONEY_DECIMALS): string {
  return withDecimals(text, decimals);
}

/** A difference: more than nothing has a plus, less has its minus. */
export function signedAmountText(text: string, decimals = MONEY_DECIMALS): string {
  const value = parseDecimal(text);
  const written = amountText(text, decimals);
  return value?.greaterThan(decimal(0)) === true ? `+${written}` : written;
}

/** How many decimals a column of these amounts needs, so that their points stand below each other. */
export function decimalsOf(amounts: readonly string[]): number {
  // Not spread over a call: a month may have more amounts than a call takes arguments.
  return amounts.reduce(
    (most, text) => Math.max(most, parseDecimal(text)?.decimalPlaces() ?? 0),
    MONEY_DECIMALS,
  );
}

/** A unit price or factor: only the decimals it has. */
export function priceText(text: string): string {
  return withDecimals(text, 0);
}

/** Whole minutes or any count, grouped. */
export function countText(value: string | number): string {
  return withDecimals(String(value), 0);
}

function withDecimals(text: string, atLeast: number): string {
  const value = parseDecimal(text);
  if (!value) return text;
  const plain = toFixedText(value.abs(), Math.max(atLeast, value.decimalPlaces()));
  const [whole = '', fraction] = plain.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const digits = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value.lessThan(decimal(0)) ? `${MINUS}${digits}` : digits;
}
