import { day, type Day } from '../period/day';
import { isInForce, type OpenPeriod } from '../period/period';
import type { PriceBook } from './price-book';

/** Before every usage day that a file can hold. */
const ALWAYS = day('0001-01-01');

/**
 * The book as if the list prices of one day had always held and went on: what each account would be charged at
 * that version. Package ratios and offers stay as they are, so that only prices differ.
 */
export function bookOnDay(book: PriceBook, date: Day): PriceBook {
  const frozen = <Rule extends OpenPeriod>(rules: readonly Rule[]): Rule[] =>
    rules
      .filter((rule) => isInForce(rule, date))
      .map((rule) => ({ ...rule, from: ALWAYS, to: null }));
  return { ...book, prices: frozen(book.prices), absences: frozen(book.absences) };
}
