import type { Language } from '../../shared/contract/fields';
import { formatQuantity } from './decimal-text';
import { isPrivate, VEIL } from './privacy';

/** From here on a picture has no room for all digits. */
const LARGE = 100_000;

/** A quantity for the small room of a picture: 12,345 as it is, 15,343,000 as 15.3M, 1534.3万 or 1534.3만. */
export function quantityInShort(value: number, language: Language): string {
  return value < LARGE ? formatQuantity(value) : compactQuantity(value, language);
}

/** In the fewest characters that its size and first digits can be read from. */
export function compactQuantity(value: number, language: Language): string {
  if (isPrivate()) return VEIL;
  return new Intl.NumberFormat(language, {
    notation: 'compact',
    maximumSignificantDigits: 3,
    useGrouping: false,
  }).format(value);
}
