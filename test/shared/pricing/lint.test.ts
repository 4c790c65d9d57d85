import { describe, expect, it } from 'vitest';
import { decimal } from '../../../src/shared/money/decimal';
import { day } from '../../../src/shared/period/day';
import { lintPriceBook } from '../../../src/shared/pricing/lint';
import type { PriceBook, PriceEntry } from '../../../src/shared/pricing/price-book';
import { shippedBook } from './books';

describe('the shipped price books', () => {
  it.each(['cn', 'intl'] as const)('%s: no gap, no overlap, nothing that does not fit', (site) => {
    expect(lintPriceBook(shippedBook(site))).toEqual([]);
  });
});

describe('lint', () => {
  const cn = shippedBook('cn');
  const change = (book: PriceBook, id: string, to: Partial<PriceEntry>): PriceBook => ({
    ...book,
    prices: book.prices.map((entry) => (entry.id === id ? { ...entry, ...to } : entry)),
  });
  const codes = (book: PriceBook) => lintPriceBook(book).map(({ code }) => code);

  it('finds a day without a price', () => {
    const book = change(cn, 'cn-2/av.hd', { to: day('2022-05-31') });
    expect(lintPriceBook(book)).toEqual([
      {
        code: 'price-gap',
        params: {
          item: 'av.hd',
          from: '2022-05-31',
          to: '2022-06-01',
          before: 'cn-2/av.hd',
          after: 'cn-3/av.hd',
        },
      },
    ]);
  });

  it('finds a day with two prices', () => {
    expect(codes(change(cn, 'cn-2/av.hd', { to: null }))).toEqual(['price-overlap']);
  });

  it('finds a gap or an early end that only one kind of account has', () => {
    const intl = shippedBook('intl');
    const book = change(intl, 'in-3/av.hd', {
      condition: { firstAppFrom: day('2022-01-01') },
    });
    expect(codes(book)).toEqual(['price-ends-differ']);
    expect(codes(change(intl, 'in-2/av.hd', { from: day('2021-10-28') }))).toEqual(['price-gap']);
  });

  it('finds two prices under one choice of a policy', () => {
    const book = change(cn, 'dashboard-advanced-over-later/dashboard.advanced', {
      condition: { policy: { name: 'dashboardAdvancedOverage', choice: '2.99' } },
    });
    expect(codes(book)).toEqual(['price-overlap']);
  });

  it('finds a repeated id, a wrong currency and a stand-in price that is another', () => {
    const [first] = cn.prices;
    if (!first) throw new Error('empty book');
    expect(codes({ ...cn, prices: [...cn.prices, first] })).toContain('duplicate-price');
    expect(codes({ ...cn, currency: 'USD' })).toEqual(['wrong-currency']);
    expect(codes(change(cn, 'cn-2/av.2k', { price: decimal('104') }))).toEqual([
      'priced-as-differs',
    ]);
  });

  it('finds gaps, overlaps and zeros of ratios', () => {
    const ratios = cn.ratios.map((entry) =>
      entry.item === 'av.hd' && entry.to === '2022-06-01'
        ? { ...entry, to: day('2022-05-01'), ratio: 0 }
        : entry,
    );
    expect(codes({ ...cn, ratios })).toEqual(['ratio-gap', 'ratio-zero']);
    const twice = [...cn.ratios, ...cn.ratios.filter(({ item }) => item === 'av.sd')];
    expect(codes({ ...cn, ratios: twice })).toContain('ratio-overlap');
  });

  it('finds kept prices that watch different packages', () => {
    const book = change(cn, 'cn-1-kept/av.hd', {
      condition: { packageBoughtBefore: day('2019-10-12') },
    });
    expect(codes(book)).toEqual(['kept-price-days-differ']);
  });
});
