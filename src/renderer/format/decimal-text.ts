import { isPrivate, veiled, VEIL } from './privacy';

/**
 * Numbers as the reader sees them, made from decimal text and never by way of a float: digits are only
 * grouped and added, none is dropped or rounded. All three languages write 12,345.60.
 */
export const MINUS = '\u2212';

const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/;

/** A decimal taken apart as text: `whole` is grouped, `fraction` has at least the asked-for digits. */
export interface DecimalParts {
  readonly negative: boolean;
  readonly zero: boolean;
  readonly whole: string;
  readonly fraction: string;
}

/** Null where `text` is not plain decimal text ("-1234.5"). */
export function decimalParts(text: string, atLeast: number): DecimalParts | null {
  const [, sign, digits, decimals = ''] = PLAIN.exec(text) ?? [];
  if (digits === undefined) return null;
  const significant = decimals.replace(/0+$/, '');
  const zero = /^0*$/.test(digits) && significant === '';
  return {
    negative: sign === '-' && !zero,
    zero,
    whole: digits.replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, ','),
    fraction: significant.padEnd(atLeast, '0'),
  };
}

function written(text: string, atLeast: number): string {
  const parts = decimalParts(text, atLeast);
  if (!parts) return text;
  const fraction = parts.fraction === '' ? '' : `.${parts.fraction}`;
  return `${parts.negative ? MINUS : ''}${parts.whole}${fraction}`;
}

/** Money: at least two decimals, and every further digit it carries. Veiled in privacy mode, as all below but counts. */
export function formatAmount(text: string): string {
  return veiled(written(text, 2));
}

/** A difference in money: a plus sign where it is above zero. */
export function formatSignedAmount(text: string): string {
  if (isPrivate()) return VEIL;
  const parts = decimalParts(text, 2);
  return `${parts && !parts.negative && !parts.zero ? '+' : ''}${formatAmount(text)}`;
}

/** A whole number that went up or down: its digits grouped, with its sign. */
export function formatSignedCount(count: number): string {
  const digits = formatCount(Math.abs(count));
  return count === 0 ? digits : count < 0 ? `−${digits}` : `+${digits}`;
}

/** A unit price or a factor: at least the decimals that money has. */
export function formatPrice(text: string): string {
  return veiled(written(text, 2));
}

/** Minutes, seconds: grouped, only the decimals they have. Times a published price they are an amount. */
export function formatQuantity(value: string | number): string {
  return veiled(formatCount(value));
}

/** An application, account, resource or order, as it is named at the provider. */
export function formatId(id: string): string {
  return veiled(id);
}

/** Rows, files, pages: grouped, and never hidden. */
export function formatCount(value: string | number): string {
  return written(String(value), 0);
}

/** Decimals that `text` carries, at least two; a column takes the most of its rows so that points line up. */
export function amountDecimals(text: string): number {
  return decimalParts(text, 2)?.fraction.length ?? 2;
}

/** The other way: plain decimal text of what the functions above wrote. Null where it is no such number. */
export function parseWritten(written: string): string | null {
  const plain = written.replace(/,/g, '').replace(MINUS, '-').replace(/^\+/, '');
  return PLAIN.test(plain) ? plain : null;
}
