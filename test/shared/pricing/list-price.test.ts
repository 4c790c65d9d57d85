import { describe, expect, it } from 'vitest';
import type { Item } from '../../../src/shared/catalog/item';
import type { Site } from '../../../src/shared/catalog/site';
import { toText } from '../../../src/shared/money/decimal';
import { day } from '../../../src/shared/period/day';
import {
  indexPriceBook,
  keptPriceCutoff,
  listPriceFor,
  priceBefore,
} from '../../../src/shared/pricing/list-price';
import type { PriceHolder } from '../../../src/shared/pricing/price-holder';
import { shippedBook } from './books';

const books = { cn: indexPriceBook(shippedBook('cn')), intl: indexPriceBook(shippedBook('intl')) };

const UNKNOWN: PriceHolder = {
  firstAppOn: null,
  appCreatedOn: null,
  registeredOn: null,
  oldPackageLastDay: null,
  policy: {},
};
const holder = (change: Partial<PriceHolder> = {}): PriceHolder => ({ ...UNKNOWN, ...change });
const entry = (site: Site, item: Item, on: string, who = UNKNOWN) =>
  listPriceFor(books[site], item, day(on), who);
const price = (site: Site, item: Item, on: string, who = UNKNOWN) => {
  const found = entry(site, item, on, who);
  return found && toText(found.price);
};
/** The six prices of a day, audio to 4K, and the era they come from. */
const av = (site: Site, on: string, who = UNKNOWN) => {
  const items = ['av.audio', 'av.sd', 'av.hd', 'av.fhd', 'av.2k', 'av.4k'] as const;
  const eras = new Set(items.map((item) => entry(site, item, on, who)?.era));
  return [[...eras].join(), ...items.map((item) => price(site, item, on, who))].join(' ');
};

describe('basic services, China site', () => {
  it.each([
    ['2018-05-14', 'CN-0 25 25 25 25 25 25'],
    ['2019-02-28', 'CN-0 25 25 25 25 25 25'],
    ['2019-03-01', 'CN-1 25 25 25 25 25 25'],
    ['2019-10-10', 'CN-1 25 25 25 25 25 25'],
    ['2019-10-11', 'CN-2 7 14 28 105 105 105'],
    ['2022-05-31', 'CN-2 7 14 28 105 105 105'],
    ['2022-06-01', 'CN-3 7 14 28 63 112 252'],
    ['2030-01-01', 'CN-3 7 14 28 63 112 252'],
  ])('on %s: %s', (on, expected) => {
    expect(av('cn', on)).toBe(expected);
  });

  it('has no price before the first document, nor for what the site does not sell', () => {
    expect(price('cn', 'av.audio', '2018-05-13')).toBeNull();
    expect(price('intl', 'dashboard.basic', '2024-01-01')).toBeNull();
  });

  it('the monthly function fee ends with February 2019', () => {
    expect(entry('cn', 'function-fee', '2019-02-28')).toMatchObject({ unit: 'month' });
    expect(price('cn', 'function-fee', '2019-02-28')).toBe('1500');
    expect(price('cn', 'function-fee', '2019-03-01')).toBeNull();
  });

  it.each([
    // last day of the old package, usage day, era
    ['2019-11-20', '2019-10-11', 'CN-1'],
    ['2019-11-20', '2019-11-30', 'CN-1'],
    ['2019-11-20', '2019-12-01', 'CN-2'],
    ['2019-11-30', '2019-12-01', 'CN-2'],
    ['2019-12-01', '2019-12-31', 'CN-1'],
    ['2019-10-11', '2019-10-31', 'CN-1'],
    ['2019-10-11', '2019-11-01', 'CN-2'],
    ['2019-10-10', '2019-10-11', 'CN-2'],
    ['2022-07-05', '2022-07-31', 'CN-1'],
    ['2022-07-05', '2022-08-01', 'CN-3'],
  ])('an old package that lasts through %s: %s is charged by %s', (lastDay, on, era) => {
    const who = holder({ oldPackageLastDay: day(lastDay) });
    expect(entry('cn', 'av.hd', on, who)?.era).toBe(era);
  });

  it('says which packages keep the old price', () => {
    expect(keptPriceCutoff(books.cn)).toBe('2019-10-11');
    expect(keptPriceCutoff(books.intl)).toBeNull();
  });
});

describe('basic services, international site', () => {
  const old = holder({ firstAppOn: day('2021-10-26') });
  const young = holder({ firstAppOn: day('2021-10-27') });
  it.each([
    ['2018-09-27', old, 'IN-0 3.63 3.63 3.63 3.63 3.63 3.63'],
    ['2019-12-31', old, 'IN-0 3.63 3.63 3.63 3.63 3.63 3.63'],
    ['2020-01-01', old, 'IN-1 0.99 1.99 3.99 14.99 14.99 14.99'],
    ['2021-10-27', old, 'IN-1 0.99 1.99 3.99 14.99 14.99 14.99'],
    ['2024-01-01', old, 'IN-1 0.99 1.99 3.99 14.99 14.99 14.99'],
    ['2021-10-26', young, 'IN-1 0.99 1.99 3.99 14.99 14.99 14.99'],
    ['2021-10-27', young, 'IN-2 0.99 1.99 3.99 14.99 14.99 14.99'],
    ['2022-05-17', young, 'IN-2 0.99 1.99 3.99 14.99 14.99 14.99'],
    ['2022-05-18', young, 'IN-3 0.99 3.99 3.99 8.99 15.99 35.99'],
    ['2026-01-01', young, 'IN-3 0.99 3.99 3.99 8.99 15.99 35.99'],
    ['2026-01-01', UNKNOWN, 'IN-3 0.99 3.99 3.99 8.99 15.99 35.99'],
  ])('on %s, first app %o: %s', (on, who, expected) => {
    expect(av('intl', on, who)).toBe(expected);
  });

  it('SD in IN-3 is priced as HD, and says so', () => {
    expect(entry('intl', 'av.sd', '2023-01-01')?.pricedAs).toBe('av.hd');
    expect(entry('intl', 'av.hd', '2023-01-01')?.pricedAs).toBeUndefined();
  });
});

describe('the price before', () => {
  it('is that of the era before, for the same holder', () => {
    const now = entry('cn', 'av.fhd', '2022-06-01');
    const before = now && priceBefore(books.cn, now, UNKNOWN);
    expect(before?.id).toBe('cn-2/av.fhd');
    const first = entry('cn', 'av.fhd', '2018-05-14');
    expect(first && priceBefore(books.cn, first, UNKNOWN)).toBeNull();
    expect(now && priceBefore({ ...books.cn, byItem: new Map() }, now, UNKNOWN)).toBeNull();
  });

  it('skips the eras that were for others, and prices that an account keeps', () => {
    const old = holder({ firstAppOn: day('2020-11-01') });
    const young = holder({ firstAppOn: day('2021-11-01') });
    const id = (site: Site, item: Item, on: string, who: PriceHolder) => {
      const current = entry(site, item, on, who);
      return current && priceBefore(books[site], current, who)?.id;
    };
    expect(id('intl', 'av.hd', '2023-01-01', young)).toBe('in-2/av.hd');
    expect(id('intl', 'av.hd', '2023-01-01', old)).toBe('in-1/av.hd');
    const keeper = holder({ oldPackageLastDay: day('2022-07-05') });
    expect(id('cn', 'av.hd', '2022-08-01', keeper)).toBe('cn-2/av.hd');
  });
});

describe('recording', () => {
  const account = (created: string, change: Partial<PriceHolder> = {}) =>
    holder({ firstAppOn: day('2020-07-01'), appCreatedOn: day(created), ...change });

  it.each([
    ['recording.output.audio', '3.5'],
    ['recording.output.sd', '7'],
    ['recording.output.hd', '14'],
    ['recording.output.fhd', '52.5'],
    ['recording.single.2k', '56'],
    ['recording.mixed.4k', '323'],
  ] as const)('%s costs %s on the China site', (item, expected) => {
    expect(price('cn', item, '2022-08-01', account('2022-07-31'))).toBe(expected);
  });

  it('an application created from the cut-over on has no output recording', () => {
    expect(price('cn', 'recording.output.hd', '2022-09-01', account('2022-07-31'))).toBe('14');
    expect(price('cn', 'recording.output.hd', '2022-09-01', account('2022-08-01'))).toBeNull();
    expect(price('cn', 'recording.single.hd', '2022-09-01', account('2022-08-01'))).toBe('14');
    expect(price('cn', 'recording.output.hd', '2022-09-01')).toBe('14'); // created: not known
  });

  it('C7: the cut-over is a policy', () => {
    const policy = { recordingCutOver: '2022-07-20' } as const;
    expect(price('cn', 'recording.single.hd', '2022-07-20')).toBeNull();
    expect(price('cn', 'recording.single.hd', '2022-07-20', holder({ policy }))).toBe('14');
    expect(
      price('cn', 'recording.output.hd', '2022-09-01', account('2022-07-20', { policy })),
    ).toBe(null);
  });

  it('accounts from before 2020-07-01 pay by channel', () => {
    const old = holder({ firstAppOn: day('2020-06-30') });
    expect(entry('cn', 'recording.channels', '2021-01-01', old)).toMatchObject({
      unit: 'channel-month',
    });
    expect(price('cn', 'recording.output.hd', '2021-01-01', old)).toBeNull();
    expect(price('cn', 'recording.channels', '2021-01-01')).toBeNull();
  });

  it('international: by output to January 2022, then by task', () => {
    expect(price('intl', 'recording.output.fhd', '2022-01-31')).toBe('7.499');
    expect(price('intl', 'recording.output.fhd', '2022-02-01')).toBeNull();
    expect(price('intl', 'recording.task.2k+', '2022-01-31')).toBeNull();
    expect(price('intl', 'recording.task.2k+', '2022-02-01')).toBe('53.99');
  });
});

describe('MixTranscoding, relay and dashboard', () => {
  const old = holder({ firstAppOn: day('2020-10-31') });
  const young = holder({ firstAppOn: day('2020-11-01') });
  it.each([
    ['cn', 'transcoding.h264.hd', '2020-10-31', young, '32.5', 'MIX-CN-CSS'],
    ['cn', 'transcoding.h264.hd', '2020-11-01', young, '32.5', 'MIX-CN-output'],
    ['cn', 'transcoding.h264.hd', '2020-12-07', old, '32.5', 'MIX-CN-CSS'],
    ['cn', 'transcoding.h264.hd', '2020-12-08', old, '32.5', 'MIX-CN-output'],
    ['cn', 'transcoding.h265.4k', '2020-10-31', young, '1340.6', 'MIX-CN-CSS'],
    ['cn', 'transcoding.h264.hd', '2022-05-31', young, '32.5', 'MIX-CN-output'],
    ['cn', 'transcoding.h264.hd', '2022-06-01', young, '21', 'MIX-CN-input'],
    ['cn', 'transcoding.h265.4k', '2022-06-01', old, '583', 'MIX-CN-input'],
    ['intl', 'transcoding.h264.sd', '2022-06-12', young, '2.28571', 'MIX-INTL-output'],
    ['intl', 'transcoding.h264.2k+', '2022-06-13', young, '69.99', 'MIX-INTL-task'],
    ['intl', 'transcoding.h265.2k+', '2022-06-13', young, '189.99', 'MIX-INTL-task'],
  ] as const)('%s %s on %s', (site, item, on, who, expected, era) => {
    expect(price(site, item, on, who)).toBe(expected);
    expect(entry(site, item, on, who)?.era).toBe(era);
  });

  it('H.265 had no price of its own between the eras', () => {
    expect(price('cn', 'transcoding.h265.hd', '2021-06-01', young)).toBeNull();
  });

  it('relay by bandwidth is for accounts registered through 2025-10-23', () => {
    const registered = (on: string) => holder({ registeredOn: day(on) });
    expect(price('intl', 'relay.bandwidth', '2026-01-01', registered('2025-10-23'))).toBe('18.99');
    expect(price('intl', 'relay.bandwidth', '2026-01-01', registered('2025-10-24'))).toBeNull();
  });

  it('C12: the overage of the advanced dashboard is a policy', () => {
    const policy = { dashboardAdvancedOverage: '0.95' } as const;
    expect(price('cn', 'dashboard.advanced', '2022-09-01')).toBe('2.99');
    expect(price('cn', 'dashboard.advanced', '2022-09-01', holder({ policy }))).toBe('0.95');
    expect(price('cn', 'dashboard.advanced', '2022-08-31')).toBeNull();
    expect(price('cn', 'dashboard.advanced-month', '2022-09-01')).toBe('2799');
  });
});
