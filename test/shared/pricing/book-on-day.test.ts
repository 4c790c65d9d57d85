import { describe, expect, it } from 'vitest';
import { toText } from '../../../src/shared/money/decimal';
import { addDays, day } from '../../../src/shared/period/day';
import { bookOnDay } from '../../../src/shared/pricing/book-on-day';
import { indexPriceBook, listPriceFor } from '../../../src/shared/pricing/list-price';
import { shippedBook } from './books';

const HOLDER = {
  firstAppOn: null,
  appCreatedOn: null,
  registeredOn: null,
  oldPackageLastDay: null,
  policy: {},
};
const book = shippedBook('cn');
const SWITCH = day('2022-06-01');

describe('the book of one day', () => {
  const before = () => bookOnDay(book, addDays(SWITCH, -1));
  const after = () => bookOnDay(book, SWITCH);

  it.each([
    ['the day before the switch', before, '105'],
    ['the day of the switch', after, '63'],
  ])('has the prices of %s on every day of use', (_name, frozen, price) => {
    const index = indexPriceBook(frozen());
    for (const on of ['0001-01-01', '2019-12-01', '2022-05-31', '2022-06-01', '2099-12-31']) {
      const entry = listPriceFor(index, 'av.fhd', day(on), HOLDER);
      expect(entry && toText(entry.price), on).toBe(price);
    }
  });

  it('keeps everything else that an entry says', () => {
    const [frozen] = before().prices.filter(({ item }) => item === 'av.fhd');
    const [shipped] = book.prices.filter(({ id }) => id === frozen?.id);
    expect(frozen).toEqual({ ...shipped, from: '0001-01-01', to: null });
  });

  it('states what the era says it has no price for, and nothing of other eras', () => {
    expect(before().absences.length).toBeGreaterThan(0);
    expect(before().absences.every(({ to }) => to === null)).toBe(true);
    expect(before().absences.every(({ from }) => from === '0001-01-01')).toBe(true);
    expect(after().absences).toEqual([]);
  });

  it('leaves ratios and packages as they are', () => {
    expect(before().ratios).toBe(book.ratios);
    expect(before().packages).toBe(book.packages);
  });
});
