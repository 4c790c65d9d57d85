import { describe, expect, it } from 'vitest';
import { toText } from '../../../src/shared/money/decimal';
import { day } from '../../../src/shared/period/day';
import { readPriceBook } from '../../../src/shared/pricing/price-book-file';
import { packageRows, priceRows, ratioRows } from '../../../src/shared/pricing/price-table';
import { shippedBook } from './books';

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
  ])('%j: %s', (change, expected) => {
    expect(problems(book(change))).toEqual([expected]);
  });
});

describe('the price table', () => {
  const cn = shippedBook('cn');

  it('shows every price with its source, in the order of items and days', () => {
    const rows = priceRows(cn);
    expect(rows).toHaveLength(cn.prices.length);
    for (const { citation } of rows) expect(citation.document && citation.printed).toBeTruthy();
    const hd = rows
      .filter(({ item }) => item === 'av.hd')
      .map(({ era, price }) => `${era} ${price}`);
    expect(hd).toEqual(['CN-0 25', 'CN-1 25', 'CN-1 25', 'CN-2 28', 'CN-3 28']);
  });

  it('shows one item, or one day', () => {
    const rows = priceRows(cn, { item: 'av.hd', on: day('2019-10-11') });
    expect(rows.map(({ id, conditions }) => [id, conditions])).toEqual([
      ['cn-1-kept/av.hd', [{ kind: 'packageBoughtBefore', value: '2019-10-11' }]],
      ['cn-2/av.hd', []],
    ]);
    expect(
      priceRows(cn, { item: 'dashboard.advanced' }).map(({ conditions }) => conditions),
    ).toEqual([
      [{ kind: 'policy', value: 'dashboardAdvancedOverage = 2.99' }],
      [{ kind: 'policy', value: 'dashboardAdvancedOverage = 0.95' }],
    ]);
    expect(ratioRows(cn, { item: 'av.fhd', on: day('2022-06-01') })).toMatchObject([
      { ratio: 1, boughtFrom: null, boughtTo: '2019-10-11' },
      { ratio: 9, boughtFrom: '2019-10-11', boughtTo: null },
    ]);
  });

  it('C11: unit prices of packages are worked out, not copied', () => {
    const units = (site: 'cn' | 'intl', on: string) =>
      packageRows(shippedBook(site), day(on)).map(({ id, unitPrice }) => `${id} ${unitPrice}`);
    expect(units('intl', '2021-12-01')).toContain('intl-general-3m 0.80533333');
    expect(units('cn', '2023-01-01')).toEqual([
      'cn-general-25k 6.72',
      'cn-general-250k 6.352',
      'cn-general-1m 5.968',
      'cn-general-3m 5.62933333',
      'cn-custom-1 7',
      'cn-custom-2 6.72',
      'cn-custom-3 6.352',
      'cn-custom-4 5.968',
      'cn-custom-5 5.63',
    ]);
    expect(units('cn', '2020-01-01')).toContain('cn-sd-3m 11.22933333');
    expect(units('cn', '2020-01-01')).toContain('cn-hd-3m 22.46266667');
  });

  it('custom sizes follow each other without a gap', () => {
    const custom = packageRows(cn).filter(({ minutes }) => minutes === null);
    custom.slice(1).forEach((row, index) => {
      expect(row.fromMinutes).toBe(custom[index]?.toMinutes);
    });
    expect(custom[0]?.fromMinutes).toBe(1);
    expect(custom.at(-1)?.toMinutes).toBeNull();
  });
});
