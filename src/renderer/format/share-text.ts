import { decimalParts } from './decimal-text';

const DECIMALS = 2;

/** Digits of a decimal as an integer scaled by 10^scale, without its sign. */
function scaledDigits(text: string, scale: number): bigint | null {
  const parts = decimalParts(text, 0);
  if (!parts || parts.fraction.length > scale) return null;
  return BigInt(parts.whole.replace(/,/g, '') + parts.fraction.padEnd(scale, '0'));
}

/**
 * `part` of `whole` in percent, as text with at most two decimals, rounded down: 100 is only said when
 * it is all of it. Null where there is no whole, or where the part goes against it or beyond it.
 */
export function percentText(part: string, whole: string): string | null {
  const scale = Math.max(
    decimalParts(part, 0)?.fraction.length ?? 0,
    decimalParts(whole, 0)?.fraction.length ?? 0,
  );
  const [top, bottom] = [scaledDigits(part, scale), scaledDigits(whole, scale)];
  if (top === null || bottom === null || bottom === 0n || top > bottom) return null;
  if (top !== 0n && part.startsWith('-') !== whole.startsWith('-')) return null;
  const hundredths = (top * 100n * 10n ** BigInt(DECIMALS)) / bottom;
  const digits = hundredths.toString().padStart(DECIMALS + 1, '0');
  const fraction = digits.slice(-DECIMALS).replace(/0+$/, '');
  return `${digits.slice(0, -DECIMALS)}${fraction === '' ? '' : `.${fraction}`}`;
}
