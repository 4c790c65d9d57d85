import { decimal, parseDecimal, toFixedText } from '../../../shared/money/decimal';

/**
 * Numbers as the reader sees them. All three languages write 12,345.60: digits in groups of three, a
 * point, and U+2212 for minus. Nothing is rounded here, digits are only added (to two decimals for money).
 */
const MINUS = '\u2212';

/** `text` is plain decimal text ("-1234.5"); anything else comes back as it is. */
export function amountText(text: string): string {
  return withDecimals(text, 2);
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
