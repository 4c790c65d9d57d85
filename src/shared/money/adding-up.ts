import { invariant } from '../invariant';
import { decimal, ZERO, type Decimal } from './decimal';

/** decimal.js keeps a number as whole numbers below this, each 7 decimal digits, counted from the decimal point. */
const DIGITS_PER_PART = 7;
/** Parts before and behind the decimal point that are added up by themselves: 112 digits each way. */
const PARTS = 16;
const PART_VALUES = Array.from({ length: 2 * PARTS }, (_, index) => {
  const places = (index - PARTS) * DIGITS_PER_PART;
  return decimal(10).pow(places);
});

/**
 * An exact sum of very many decimals: their parts are added up as whole numbers and only the end is a decimal. What
 * it says is what adding one decimal after the other says, at a twentieth of the price.
 */
export class AddingUp {
  readonly #parts = new Float64Array(2 * PARTS);
  #total: Decimal = ZERO;

  add(value: Decimal): void {
    this.#count(value, value.s);
  }

  takeAway(value: Decimal): void {
    this.#count(value, -value.s);
  }

  total(): Decimal {
    for (const [index, value] of PART_VALUES.entries()) {
      const part = this.#parts[index] ?? NaN;
      invariant(Number.isSafeInteger(part), 'a part of a sum is exact for 900 million amounts');
      this.#total = this.#total.plus(value.times(part));
    }
    this.#parts.fill(0);
    return this.#total;
  }

  #count({ d, e }: Decimal, sign: number): void {
    let part = Math.floor(e / DIGITS_PER_PART) + PARTS;
    for (const digits of d) {
      this.#parts[part] = (this.#parts[part] ?? 0) + sign * digits;
      part -= 1;
    }
  }
}
