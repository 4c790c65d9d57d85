import { toText, type Decimal } from '../../../../shared/money/decimal';

/** Prices, discounts and tolerances are few objects on many rows: each is written out once. */
const TEXTS = new WeakMap<Decimal, string>();

/** A decimal as its column holds it: canonical text. */
export function decimalText(value: Decimal): string {
  const known = TEXTS.get(value);
  if (known !== undefined) return known;
  const written = toText(value);
  TEXTS.set(value, written);
  return written;
}
