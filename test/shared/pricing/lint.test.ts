import { describe, expect, it } from 'vitest';
import { decimal } from '../../../src/shared/money/decimal';
import { addDays, day } from '../../../src/shared/period/day';
import { lintPriceBook } from '../../../src/shared/pricing/lint';
import type { PriceBook, PriceEntry, RatioEntry } from '../../../src/shared/pricing/price-book';
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
    expect(lintPriceBook(change(cn, 'cn-2/av.hd', { to: null }))).toEqual([
      {
        code: 'price-overlap',
        params: {
          item: 'av.hd',
          from: '2022-06-01',
          to: '…',
          before: 'cn-2/av.hd',
          after: 'cn-3/av.hd',
        },
      },
    ]);
  });

  it('finds every fault of an item, each once', () => {
    const gaps = change(change(cn, 'cn-2/av.hd', { to: day('2022-05-31') }), 'cn-1/av.hd', {
      to: day('2019-10-01'),
    });
    expect(lintPriceBook(gaps).map(({ params }) => [params['from'], params['to']])).toEqual([
      ['2019-10-01', '2019-10-11'],
      ['2022-05-31', '2022-06-01'],
    ]);
  });

  it('takes a stated absence for no gap, and names it where it does not fit', () => {
    const [absence] = cn.absences.filter(({ item }) => item === 'transcoding.h265.hd');
    if (!absence) throw new Error('H.265 has a price in every era');
    const others = cn.absences.filter((one) => one !== absence);
    expect(codes({ ...cn, absences: others })).toContain('price-gap');
    const late = { ...absence, from: addDays(absence.from, 1) };
    const named = lintPriceBook({ ...cn, absences: [...others, late] });
    expect(named.map(({ code, params }) => [code, params['item'], params['after']])).toContainEqual(
      ['price-gap', 'transcoding.h265.hd', `${absence.era}/transcoding.h265.hd`],
    );
  });

  it('finds a gap or an early end that only one kind of account has', () => {
    const intl = shippedBook('intl');
    const book = change(intl, 'in-3/av.hd', {
      condition: { firstAppFrom: day('2022-01-01') },
    });
    expect(lintPriceBook(book)).toEqual([
      { code: 'price-ends-differ', params: { item: 'av.hd', days: '2022-05-18, …' } },
    ]);
    const never = change(book, 'in-2/av.hd', { condition: { firstAppFrom: day('2030-01-01') } });
    expect(codes(never)).toContain('price-ends-differ');
    expect(codes(change(intl, 'in-2/av.hd', { from: day('2021-10-28') }))).toEqual(['price-gap']);
  });

  it('finds two prices under one choice of a policy', () => {
    const book = change(cn, 'dashboard-advanced-over-later/dashboard.advanced', {
      condition: { policy: { name: 'dashboardAdvancedOverage', choice: '2.99' } },
    });
    expect(codes(book)).toEqual(['price-overlap']);
  });

  it('finds a price that ends earlier under one choice of a policy, whichever the prices name', () => {
    const later = 'dashboard-advanced-over-later/dashboard.advanced';
    const prices = cn.prices.filter(({ id }) => id !== later);
    expect(codes({ ...cn, prices })).toEqual([]);
    const once = cn.prices.find(({ id }) => id === later);
    if (!once) throw new Error('no such price');
    const ended = { ...once, to: day('2024-01-01') };
    expect(lintPriceBook({ ...cn, prices: [...prices, ended] })).toEqual([
      { code: 'price-ends-differ', params: { item: 'dashboard.advanced', days: '2024-01-01, …' } },
    ]);
  });

  it('finds a repeated id and a wrong currency', () => {
    const [first] = cn.prices;
    if (!first) throw new Error('empty book');
    expect(lintPriceBook({ ...cn, prices: [...cn.prices, first] })).toContainEqual({
      code: 'duplicate-price',
      params: { id: first.id },
    });
    expect(lintPriceBook({ ...cn, currency: 'USD' })).toEqual([
      { code: 'wrong-currency', params: { site: 'cn', currency: 'USD' } },
    ]);
  });

  it.each([
    ['another price', { price: decimal('104') }],
    ['an item that has none', { pricedAs: 'dashboard.basic' }],
    ['one of another era', { pricedAs: 'av.fhd', era: 'CN-3' }],
  ] as const)('finds a stand-in price that is not that of its model: %s', (_, to) => {
    expect(lintPriceBook(change(cn, 'cn-2/av.2k', to))).toEqual([
      {
        code: 'priced-as-differs',
        params: { id: 'cn-2/av.2k', item: 'pricedAs' in to ? to.pricedAs : 'av.fhd' },
      },
    ]);
  });

  it('finds a stand-in price that begins on another day than its model', () => {
    const book = change(change(cn, 'cn-2/av.2k', { from: day('2019-10-12') }), 'cn-1/av.2k', {
      to: day('2019-10-12'),
    });
    expect(codes(book)).toEqual(['priced-as-differs']);
  });

  it('finds gaps, overlaps and zeros of ratios', () => {
    const ratios = cn.ratios.map((entry) =>
      entry.item === 'av.hd' && entry.to === '2022-06-01'
        ? { ...entry, to: day('2022-05-01'), ratio: 0 }
        : entry,
    );
    expect(lintPriceBook({ ...cn, ratios })).toEqual([
      {
        code: 'ratio-gap',
        params: {
          item: 'av.hd',
          from: '2022-05-01',
          to: '2022-06-01',
          before: 'av.hd@2019-10-01',
          after: 'av.hd@2022-06-01',
        },
      },
      { code: 'ratio-zero', params: { item: 'av.hd', from: '2019-10-01' } },
    ]);
    const twice = [...cn.ratios, ...cn.ratios.filter(({ item }) => item === 'av.sd')];
    expect(codes({ ...cn, ratios: twice })).toContain('ratio-overlap');
  });

  it('looks at the ratios of each purchase day apart', () => {
    const [model] = cn.ratios;
    if (!model) throw new Error('empty book');
    const ratio = (from: string, to: string | null, change: Partial<RatioEntry>): RatioEntry => {
      return {
        ...model,
        boughtTo: undefined,
        from: day(from),
        to: to === null ? null : day(to),
        ...change,
      };
    };
    const faults = (...ratios: RatioEntry[]) =>
      lintPriceBook({ ...cn, ratios }).map(({ code, params }) => [code, params['from']]);
    const cut = day('2021-01-01');
    const old = { boughtTo: cut };
    const young = { boughtFrom: cut };
    const later = ratio('2022-03-01', null, {});
    expect(
      faults(
        ratio('2021-06-01', '2022-01-01', old),
        ratio('2021-06-01', '2022-02-01', young),
        later,
      ),
    ).toEqual([
      ['ratio-gap', '2022-01-01'],
      ['ratio-gap', '2022-02-01'],
    ]);
    expect(
      faults(
        ratio('2021-06-01', '2022-03-01', old),
        ratio('2021-06-01', '2022-03-01', young),
        later,
      ),
    ).toEqual([]);
    expect(faults(ratio('2021-06-01', '2022-01-01', {}), later)).toEqual([
      ['ratio-gap', '2022-01-01'],
    ]);
  });

  it('finds kept prices that watch different packages', () => {
    const book = change(cn, 'cn-1-kept/av.hd', {
      condition: { packageBoughtBefore: day('2019-10-12') },
    });
    expect(lintPriceBook(book)).toEqual([
      { code: 'kept-price-days-differ', params: { days: '2019-10-11, 2019-10-12' } },
    ]);
  });
});
