import { sum, ZERO, type Decimal } from './decimal';

/**
 * The sum over a long list of which little is new each time: exact, so what was added and taken away says the same
 * as adding everything up again.
 */
export class RunningSum<T> {
  readonly #amountOf: (value: T) => Decimal;
  #values: readonly T[] = [];
  #total: Decimal = ZERO;

  constructor(amountOf: (value: T) => Decimal) {
    this.#amountOf = amountOf;
  }

  /** Values that are the same objects at the same places are not looked at. */
  over(values: readonly T[]): Decimal {
    this.#total =
      values.length === this.#values.length
        ? this.#total.plus(this.#change(values))
        : sum(values.map(this.#amountOf));
    this.#values = values;
    return this.#total;
  }

  #change(values: readonly T[]): Decimal {
    let change = ZERO;
    values.forEach((value, index) => {
      const before = this.#values[index];
      if (before === value || before === undefined) return;
      change = change.plus(this.#amountOf(value)).minus(this.#amountOf(before));
    });
    return change;
  }
}
