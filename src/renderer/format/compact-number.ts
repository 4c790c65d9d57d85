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

/** Powers of ten that a language counts large quantities by. */
const POWERS: Readonly<Record<Language, readonly number[]>> = {
  en: [3, 6, 9],
  'zh-CN': [4, 8],
  ko: [4, 8],
};

/** A unit of many, for pictures that say it once for all their numbers. */
export interface LargeUnit {
  /** One of it: 1K, 1万, 1만. */
  readonly name: string;
  /** A quantity in it: whole, with one decimal below ten; "<0.1" where that would be nothing. */
  readonly written: (value: number) => string;
}

/** From the smallest up; none where numbers are hidden. */
export function largeUnits(language: Language): readonly LargeUnit[] {
  if (isPrivate()) return [];
  return POWERS[language].map((power) => ({
    name: compactQuantity(10 ** power, language, DIGITS[0]),
    written: (value) => {
      const tenths = Math.round((value / 10 ** power) * 10);
      if (tenths === 0 && value > 0) return `<${formatQuantity('0.1')}`;
      return formatQuantity(tenths < 100 ? tenths / 10 : Math.round(tenths / 10));
    },
  }));
}

function compactQuantity(value: number, language: Language, digits: number): string {
  if (isPrivate()) return VEIL;
  return new Intl.NumberFormat(language, {
    notation: 'compact',
    maximumSignificantDigits: digits,
    useGrouping: false,
  }).format(value);
}
