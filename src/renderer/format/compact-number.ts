import type { Language } from '../../shared/contract/fields';
import { formatQuantity } from './decimal-text';
import { isPrivate, VEIL } from './privacy';

/** From here on a picture has no room for all digits. */
const LARGE = 100_000;

const DIGITS = [3, 2] as const;

/** A quantity for the small room of a picture: 12,345 as it is, 15,343,000 as 15.3M, 1534.3万 or 1534.3만. */
export function quantityInShort(value: number, language: Language): string {
  return value < LARGE ? formatQuantity(value) : compactQuantity(value, language, DIGITS[0]);
}

/** A quantity with all its digits, then with three and with two of them. */
export function quantityLabels(value: number, language: Language): readonly string[] {
  return [
    formatQuantity(value),
    ...DIGITS.map((digits) => compactQuantity(value, language, digits)),
  ];
}

function compactQuantity(value: number, language: Language, digits: number): string {
  if (isPrivate()) return VEIL;
  return new Intl.NumberFormat(language, {
    notation: 'compact',
    maximumSignificantDigits: digits,
    useGrouping: false,
  }).format(value);
}
