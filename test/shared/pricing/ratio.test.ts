import { describe, expect, it } from 'vitest';
import { AV_ITEMS } from '../../../src/shared/catalog/item';
import type { Site } from '../../../src/shared/catalog/site';
import { day } from '../../../src/shared/period/day';
import { packageRatio } from '../../../src/shared/pricing/ratio';
import { shippedBook } from './books';

const books = { cn: shippedBook('cn'), intl: shippedBook('intl') };
const ratios = (site: Site, on: string, bought: string) =>
  AV_ITEMS.map((item) => packageRatio(books[site], item, day(on), day(bought))?.ratio ?? 0);

describe('package ratios', () => {
  it.each([
    ['cn', '2020-03-11', '2020-03-11', [1, 2, 4, 15, 15, 15]],
    ['cn', '2022-05-31', '2022-05-01', [1, 2, 4, 15, 15, 15]],
    ['cn', '2022-06-01', '2022-05-01', [1, 2, 4, 9, 16, 36]],
    ['intl', '2022-05-31', '2021-11-01', [1, 2, 4, 15, 15, 15]],
    ['intl', '2022-06-01', '2021-11-01', [1, 2, 4, 9, 16, 36]],
  ] as const)('%s, used on %s, bought on %s: %j', (site, on, bought, expected) => {
    expect(ratios(site, on, bought)).toEqual(expected);
  });

  it('packages from before 2019-10-11 know no tiers', () => {
    expect(ratios('cn', '2019-11-01', '2019-10-10')).toEqual([1, 1, 1, 1, 1, 1]);
    expect(ratios('cn', '2019-11-01', '2019-10-11')).toEqual([1, 2, 4, 15, 15, 15]);
    expect(ratios('cn', '2019-10-01', '2019-10-20')).toEqual([1, 2, 4, 15, 15, 15]);
  });

  it('hold from their first day on, for packages from their first purchase day on', () => {
    const [model] = books.cn.ratios;
    if (!model) throw new Error('empty book');
    const later = {
      ...model,
      from: day('2021-01-01'),
      boughtFrom: day('2020-07-01'),
      boughtTo: undefined,
      ratio: 3,
    };
    const ratio = (on: string, bought: string) =>
      packageRatio({ ...books.cn, ratios: [later] }, later.item, day(on), day(bought))?.ratio;
    expect(ratio('2021-01-01', '2020-07-01')).toBe(3);
    expect(ratio('2020-12-31', '2020-07-01')).toBeUndefined();
    expect(ratio('2021-01-01', '2020-06-30')).toBeUndefined();
  });

  it('G19: one minute of HD takes four of a general package', () => {
    expect(packageRatio(books.cn, 'av.hd', day('2021-06-01'), day('2021-01-01'))?.ratio).toBe(4);
  });

  it('packages do not cover value-added services', () => {
    const covers = (item: 'recording.single.hd' | 'transcoding.audio' | 'dashboard.basic') =>
      packageRatio(books.cn, item, day('2023-06-01'), day('2023-01-01'));
    expect(covers('recording.single.hd')).toBeNull();
    expect(covers('transcoding.audio')).toBeNull();
    expect(covers('dashboard.basic')).toBeNull();
  });
});
