import { describe, expect, it } from 'vitest';
import { ITEMS, type Item } from '../../../src/shared/catalog/item';
import { decimal } from '../../../src/shared/money/decimal';
import { day } from '../../../src/shared/period/day';
import { packageRows, priceRows, ratioRows } from '../../../src/shared/pricing/price-table';
import { shippedBook } from './books';

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

  it('sorts by item and day, however the book is written', () => {
    const backwards = {
      ...cn,
      prices: cn.prices.toReversed(),
      ratios: cn.ratios.toReversed(),
    };
    const order = (rows: readonly { readonly item: Item; readonly from: string }[]) =>
      rows.map(({ item, from }) => [ITEMS.indexOf(item), from] as const);
    const sorted = (rows: readonly (readonly [number, string])[]) =>
      rows.toSorted(([a, from], [b, other]) => a - b || from.localeCompare(other));
    for (const rows of [priceRows(backwards), ratioRows(backwards)]) {
      expect(rows.length).toBeGreaterThan(10);
      expect(order(rows)).toEqual(sorted(order(rows)));
    }
  });

  it('says whose price an item has', () => {
    const rows = priceRows(cn, { on: day('2020-01-01') });
    const pricedAs = (id: string) => rows.find((row) => row.id === id)?.pricedAs;
    expect(pricedAs('cn-2/av.2k')).toBe('av.fhd');
    expect(pricedAs('cn-2/av.fhd')).toBeNull();
  });

  it('shows each day that a condition names, and only those', () => {
    const [first] = cn.prices;
    if (!first) throw new Error('empty book');
    const condition = {
      firstAppFrom: day('2020-07-01'),
      firstAppTo: undefined,
      registeredTo: day('2025-10-24'),
    };
    const [row] = priceRows({ ...cn, prices: [{ ...first, condition }] });
    expect(row?.conditions).toEqual([
      { kind: 'firstAppFrom', value: '2020-07-01' },
      { kind: 'registeredTo', value: '2025-10-24' },
    ]);
  });

  it('shows packages with the price of the whole, custom sizes without one', () => {
    const row = (id: string) => packageRows(cn).find((one) => one.id === id);
    expect(row('cn-sd-25k')).toMatchObject({ minutes: 25_000, price: '338', tier: 'sd' });
    expect(row('cn-sd-25k')).toMatchObject({ fromMinutes: null, toMinutes: null });
    expect(row('cn-general-25k')).toMatchObject({ minutes: 25_000, price: '168', tier: null });
    expect(row('cn-custom-2')).toMatchObject({ minutes: null, price: null, unitPrice: '6.72' });
  });

  it('rounds unit prices half-up at the 8th decimal', () => {
    const [offer] = cn.packages;
    if (!offer) throw new Error('no packages');
    const unitPrice = (price: string, minutes: number) =>
      packageRows({ ...cn, packages: [{ ...offer, price: decimal(price), minutes }] })[0]
        ?.unitPrice;
    expect(unitPrice('0.000000015', 1000)).toBe('0.00000002');
    expect(unitPrice('0.000000014', 1000)).toBe('0.00000001');
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
