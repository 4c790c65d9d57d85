import { AddingUp } from './adding-up';
import type { Decimal } from './decimal';

/**
 * The sum over a long list of which little is new each time: exact, so what was added and taken away says the same
 * as adding everything up again.
 */
export class RunningSum<T> {
  readonly #amountOf: (value: T) => Decimal;
  #values: readonly T[] = [];
  #sum = new AddingUp();

  constructor(amountOf: (value: T) => Decimal) {
    this.#amountOf = amountOf;
  }

  /** Values that are the same objects at the same places are not looked at. */
  over(values: readonly T[]): Decimal {
    const before = this.#values;
    if (values.length !== before.length) {
      this.#sum = new AddingUp();
      for (const value of values) this.#sum.add(this.#amountOf(value));
    } else
      values.forEach((value, index) => {
        const old = before[index];
        if (value === old) return;
        this.#sum.add(this.#amountOf(value));
        if (old !== undefined) this.#sum.takeAway(this.#amountOf(old));
      });
    this.#values = values;
    return this.#sum.total();
  }
}
