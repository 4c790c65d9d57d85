import { describe, expect, it } from 'vitest';
import { decimal, toText } from '../../../src/shared/money/decimal';
import { readPriceBook } from '../../../src/shared/pricing/price-book-file';

const CITATION = { document: 'a.md', date: '2022-06', printed: '7', evidence: 'seen' };
const ERA = {
  id: 'x',
  era: 'X',
  from: '2022-06-01',
  to: null,
  citation: CITATION,
  prices: { 'av.audio': '7' },
};
const book = (era: object) => ({ site: 'cn', currency: 'CNY', eras: [{ ...ERA, ...era }] });
const RATIOS = {
  from: '2022-06-01',
  to: null,
  citation: CITATION,
  ratios: { 'av.audio': 1, 'av.hd': 4 },
};
const OFFER = { id: 'p', name: '25k', minutes: 25_000, price: '168' };
const ON_SALE = {
  from: '2020-03-11',
  to: '2024-01-01',
  citation: CITATION,
  offers: [
    OFFER,
    {
      id: 'c',
      name: 'custom',
      minutes: null,
      fromMinutes: 1,
      toMinutes: 25_000,
      price: '7',
      tier: 'sd',
    },
  ],
};
const offers = (change: object) => ({
  packages: [{ ...ON_SALE, offers: [{ ...OFFER, ...change }] }],
});
const problems = (json: unknown) => {
  const read = readPriceBook(json);
  return read.ok ? [] : read.error.map(({ path, code }) => `${path} ${code}`);
};

describe('reading a price book', () => {
  it('a new era is one entry', () => {
    const read = readPriceBook(book({}));
    expect(read.ok && read.value.prices).toMatchObject([
      { id: 'x/av.audio', era: 'X', item: 'av.audio', unit: '1000-minutes', condition: {} },
    ]);
    expect(read.ok && read.value.prices.map(({ price }) => toText(price))).toEqual(['7']);
  });

  it.each([
    [{ prices: { 'av.8k': '7' } }, 'eras[0].prices.av.8k bad-item'],
    [{ prices: { 'av.audio': 7 } }, 'eras[0].prices.av.audio wrong-type'],
    [{ prices: { 'av.audio': '7,0' } }, 'eras[0].prices.av.audio bad-money'],
    [{ unit: 'minute' }, 'eras[0].unit bad-choice'],
    [{ citation: undefined }, 'eras[0].citation missing-field'],
    [{ citation: { ...CITATION, printed: '' } }, 'eras[0].citation.printed bad-id'],
    [{ citation: { ...CITATION, date: 'June' } }, 'eras[0].citation.date bad-day'],
    [{ condition: { firstApp: '2020-01-01' } }, 'eras[0].condition.firstApp unknown-field'],
    [{ to: '2022-06-01' }, 'eras[0].to empty-period'],
    [{ until: null }, 'eras[0].until unknown-field'],
    [{ pricedAs: { 'av.8k': 'av.audio' } }, 'eras[0].pricedAs.av.8k bad-item'],
    [{ pricedAs: { 'av.sd': 'av.8k' } }, 'eras[0].pricedAs.av.sd bad-item'],
    [{ absent: ['av.8k'] }, 'eras[0].absent[0] bad-item'],
    [
      { condition: { policy: { name: 'audioBesideVideo', choice: 'none' } } },
      'eras[0].condition.policy.name bad-choice',
    ],
    [{ from: '2022-06-31' }, 'eras[0].from bad-day'],
  ])('%j: %s', (change, expected) => {
    expect(problems(book(change))).toEqual([expected]);
  });

  it.each([
    [{ ratios: [{ ...RATIOS, to: '2022-05-31' }] }, 'ratios[0].to empty-period'],
    [{ ratios: [{ ...RATIOS, ratios: { 'av.hd': 1.5 } }] }, 'ratios[0].ratios.av.hd bad-minutes'],
    [{ packages: [{ ...ON_SALE, to: '2020-03-11' }] }, 'packages[0].to empty-period'],
    [offers({ minutes: 0 }), 'packages[0].offers[0].minutes no-minutes'],
    [offers({ minutes: -5 }), 'packages[0].offers[0].minutes bad-minutes'],
    [offers({ price: '-1' }), 'packages[0].offers[0].price bad-money'],
    [offers({ tier: 'fhd' }), 'packages[0].offers[0].tier bad-choice'],
    [{ currency: 'EUR' }, 'currency bad-choice'],
    [{ note: '' }, 'note unknown-field'],
  ])('%j: %s', (change, expected) => {
    expect(problems({ ...book({}), ...change })).toEqual([expected]);
  });

  it('keeps every part of it', () => {
    const policy = { name: 'recordingCutOver', choice: '2022-07-20' };
    const condition = { firstAppFrom: '2021-10-27', policy };
    const read = readPriceBook({
      ...book({
        prices: { 'av.hd': '3.99', 'av.sd': '3.99' },
        pricedAs: { 'av.sd': 'av.hd' },
        absent: ['av.2k'],
        condition,
        unit: 'month',
      }),
      ratios: [{ ...RATIOS, boughtFrom: '2019-10-11', boughtTo: '2024-01-01' }],
      packages: [ON_SALE],
    });
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const rule = { era: 'X', from: '2022-06-01', to: null, condition, citation: CITATION };
    const bought = { boughtFrom: '2019-10-11', boughtTo: '2024-01-01' };
    expect(read.value).toEqual({
      site: 'cn',
      currency: 'CNY',
      prices: [
        { ...rule, id: 'x/av.hd', item: 'av.hd', price: decimal('3.99'), unit: 'month' },
        {
          ...rule,
          id: 'x/av.sd',
          item: 'av.sd',
          price: decimal('3.99'),
          unit: 'month',
          pricedAs: 'av.hd',
        },
      ],
      absences: [{ ...rule, item: 'av.2k' }],
      ratios: [
        { from: '2022-06-01', to: null, ...bought, citation: CITATION, item: 'av.audio', ratio: 1 },
        { from: '2022-06-01', to: null, ...bought, citation: CITATION, item: 'av.hd', ratio: 4 },
      ],
      packages: [
        {
          from: '2020-03-11',
          to: '2024-01-01',
          citation: CITATION,
          id: 'p',
          name: '25k',
          minutes: 25_000,
          price: decimal('168'),
        },
        {
          from: '2020-03-11',
          to: '2024-01-01',
          citation: CITATION,
          id: 'c',
          name: 'custom',
          minutes: null,
          fromMinutes: 1,
          toMinutes: 25_000,
          price: decimal('7'),
          tier: 'sd',
        },
      ],
    });
  });

  it('an era may only say what has no price', () => {
    const read = readPriceBook(book({ prices: undefined, absent: ['av.2k'] }));
    expect(read.ok && read.value.prices).toEqual([]);
    expect(read.ok && read.value.absences.map(({ item }) => item)).toEqual(['av.2k']);
    expect(read.ok && [read.value.ratios, read.value.packages]).toEqual([[], []]);
  });
});
