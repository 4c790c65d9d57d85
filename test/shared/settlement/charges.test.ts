import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveFacts } from '../../../src/shared/account/derive';
import { ITEMS } from '../../../src/shared/catalog/item';
import { day } from '../../../src/shared/period/day';
import { expectedBill } from '../../../src/shared/settlement/expected-bill';
import { amountOf, Rates } from '../../../src/shared/settlement/rate';
import { indexPriceBook } from '../../../src/shared/pricing/list-price';
import { settledUsage } from '../../../src/shared/settlement/settled-usage';
import { toText } from '../../../src/shared/money/decimal';
import { drawDown } from '../../../src/shared/drawdown/draw-down';
import { meterUsage } from '../../../src/shared/usage/meter';
import { accountOf, billOf, chargeTexts } from '../../support/bill-of';
import { ledger, type UsageRow } from '../../support/usage-ledger';
import { shippedBook } from '../pricing/books';

const APP = '1400000001';
const DAILY = { settlement: 'daily' };
const MONTHLY = { settlement: 'monthly' };
const ids = (bill: ReturnType<typeof billOf>) => bill.charges.map(({ id }) => id);

describe('the order of charges', () => {
  it('is by period, then application as text, then item', () => {
    const rows = ['2023-06-02', '2023-06-01'].flatMap((date): UsageRow[] =>
      ['9', '10'].flatMap((app): UsageRow[] => [
        { day: date, app, item: 'av.hd', seconds: 60 },
        { day: date, app, item: 'av.audio', seconds: 60 },
      ]),
    );
    expect(ids(billOf(DAILY, rows))).toEqual([
      '2023-06-01/10/av.audio',
      '2023-06-01/10/av.hd',
      '2023-06-01/9/av.audio',
      '2023-06-01/9/av.hd',
      '2023-06-02/10/av.audio',
      '2023-06-02/10/av.hd',
      '2023-06-02/9/av.audio',
      '2023-06-02/9/av.hd',
    ]);
  });

  it('holds for daily and monthly ones together', () => {
    const rows: UsageRow[] = [
      { day: '2023-06-02', item: 'transcoding.audio', seconds: 60 },
      { day: '2023-06-30', item: 'av.hd', seconds: 60 },
      { day: '2023-06-30', item: 'av.audio', seconds: 60 },
      { day: '2023-07-01', item: 'av.audio', seconds: 60 },
    ];
    const expected = [
      `2023-06-01/${APP}/av.audio`,
      `2023-06-01/${APP}/av.hd`,
      `2023-06-02/${APP}/transcoding.audio`,
      `2023-07-01/${APP}/av.audio`,
    ];
    expect(ids(billOf(MONTHLY, rows))).toEqual(expected);
    expect(ids(billOf(MONTHLY, rows, { from: '2023-07-01', to: '2023-08-01' }))).toEqual(
      expected.slice(3),
    );
  });
});

describe('the charge of a month', () => {
  const hd = (date: string, quantity: Pick<UsageRow, 'seconds' | 'minutes'>): UsageRow => {
    return { day: date, item: 'av.hd', ...quantity };
  };
  const month = (...rows: readonly UsageRow[]) => {
    const [charge] = billOf(MONTHLY, rows).charges;
    return [charge?.seconds, charge?.meteredMinutes, charge?.meteredMinutesLow];
  };

  it('adds up the seconds of its days, unless some are not known', () => {
    expect(month(hd('2023-06-01', { seconds: 70 }), hd('2023-06-02', { seconds: 40 }))).toEqual([
      110, 2, 2,
    ]);
    const whole = hd('2023-06-03', { minutes: 2 });
    expect(month(hd('2023-06-01', { seconds: 70 }), whole)).toEqual([null, 4, 3]);
    expect(month(hd('2023-06-04', { seconds: 70 }), whole)).toEqual([null, 4, 3]);
    expect(month(whole, hd('2023-06-05', { minutes: 3 }))).toEqual([null, 5, 4]);
  });

  it('needs minutes: an application that only filled up those of others has none', () => {
    const rows: UsageRow[] = [
      { day: '2018-05-01', app: 'a', item: 'av.hd', seconds: 30 },
      { day: '2018-05-02', app: 'b', item: 'av.hd', seconds: 30 },
      { day: '2018-06-01', app: 'a', item: 'av.hd', seconds: 30 },
      { day: '2018-06-02', app: 'b', item: 'av.hd', seconds: 30 },
    ];
    const bill = billOf({ ...MONTHLY, policy: { meteringScope: 'account' } }, rows);
    expect(ids(bill)).toEqual(['2018-06-01/a/av.hd']);
    expect(bill.issues.map(({ params }) => params['sdkAppId'])).toEqual(['a']);
    const daily = billOf({ ...DAILY, policy: { meteringScope: 'account' } }, [
      { day: '2023-06-01', app: 'a', item: 'av.hd', seconds: 30 },
      { day: '2023-06-01', app: 'b', item: 'av.hd', seconds: 30 },
    ]);
    expect(ids(daily)).toEqual(['2023-06-01/a/av.hd']);
  });

  it('adds up what the trial and packages covered on its days', () => {
    const sources = {
      trial: { grantedOn: '2023-06-01', minutes: 3 },
      packages: [{ id: 'p', minutes: 12, purchasedAt: '2023-06-01T00:00:00' }],
    };
    const days = ['2023-06-01', '2023-06-02', '2023-06-03', '2023-06-04'];
    const bill = billOf(
      { ...MONTHLY, ...sources },
      days.map((date) => hd(date, { seconds: 120 })),
    );
    expect(chargeTexts(bill)).toEqual([`2023-06-01/${APP}/av.hd: 8 = 3 + 3 + 2 at 28 is 0.056`]);
  });

  it('ends with the price where a price ends inside the month', () => {
    const book = shippedBook('cn');
    const prices = book.prices.map((entry) =>
      entry.id === 'cn-3/av.hd' ? { ...entry, to: day('2023-06-15') } : entry,
    );
    const bill = expectedBill({
      facts: deriveFacts(accountOf(MONTHLY)),
      priceBook: { ...book, prices },
      usage: ledger(hd('2023-06-14', { seconds: 60 }), hd('2023-06-15', { seconds: 60 })),
      period: null,
    });
    expect(bill.charges.map(({ id, periodEnd }) => `${id} ${periodEnd}`)).toEqual([
      `2023-06-01/${APP}/av.hd 2023-06-15`,
    ]);
    expect(bill.issues.map(({ code, params }) => `${code} ${params['firstDay']}`)).toEqual([
      'price-missing 2023-06-15',
    ]);
  });

  it('leaves out the days without a price, and says so', () => {
    // The first price of the China site is of 2018-05-14.
    const bill = billOf(MONTHLY, [
      hd('2018-05-01', { seconds: 60 }),
      hd('2018-05-13', { seconds: 60 }),
      hd('2018-05-14', { seconds: 60 }),
      hd('2018-05-31', { seconds: 60 }),
    ]);
    expect(chargeTexts(bill)).toEqual([`2018-05-14/${APP}/av.hd: 2 = 0 + 0 + 2 at 25 is 0.05`]);
    expect(bill.charges.map(({ periodEnd }) => periodEnd)).toEqual(['2018-06-01']);
    const params = { sdkAppId: APP, item: 'av.hd', firstDay: '2018-05-01' };
    expect(bill.issues).toEqual([
      {
        severity: 'error',
        code: 'price-missing',
        params: { ...params, lastDay: '2018-05-13', days: 2, minutes: 2 },
      },
    ]);
  });

  it('is one where two eras have the same price, and by the price of the first day', () => {
    // HD costs 28 in CN-2 and in CN-3; full HD 105, then 63.
    const days = ['2019-10-10', '2019-10-11'];
    const june = billOf(MONTHLY, [hd('2022-06-01', { seconds: 60 })]);
    expect(chargeTexts(june)).toEqual([`2022-06-01/${APP}/av.hd: 1 = 0 + 0 + 1 at 28 is 0.028`]);
    const october = billOf(
      MONTHLY,
      days.map((date) => hd(date, { seconds: 60 })),
    );
    expect(chargeTexts(october)).toEqual([
      `2019-10-01/${APP}/av.hd: 1 = 0 + 0 + 1 at 25 is 0.025`,
      `2019-10-11/${APP}/av.hd: 1 = 0 + 0 + 1 at 28 is 0.028`,
    ]);
  });
});

describe('what is said about prices', () => {
  it('IN-3 prices SD as HD and says so, once per application (rulebook 1.2)', () => {
    for (const settlement of ['daily', 'monthly']) {
      const sd = (date: string, app: string): UsageRow => {
        return { day: date, app, item: 'av.sd', seconds: 61 };
      };
      const rows = [
        sd('2023-06-01', 'b'),
        sd('2023-06-01', 'a'),
        sd('2023-06-02', 'a'),
        { day: '2023-06-01', app: 'a', item: 'av.hd', seconds: 61 } as const,
      ];
      const { issues } = billOf({ site: 'intl', settlement }, rows);
      const note = { severity: 'note', code: 'usage-priced-as' };
      const params = { item: 'av.sd', firstDay: '2023-06-01', pricedItem: 'av.hd' };
      const minutes = settlement === 'daily' ? 4 : 3;
      expect(issues).toEqual([
        { ...note, params: { ...params, sdkAppId: 'a', lastDay: '2023-06-02', days: 2, minutes } },
        {
          ...note,
          params: { ...params, sdkAppId: 'b', lastDay: '2023-06-01', days: 1, minutes: 2 },
        },
      ]);
    }
  });

  it('is by the first day, then by item and application', () => {
    const early = (date: string, app: string, item: UsageRow['item']): UsageRow => {
      return { day: date, app, item, seconds: 60 };
    };
    const { issues } = billOf(DAILY, [
      early('2017-01-02', 'a', 'av.audio'),
      early('2017-01-01', 'b', 'av.hd'),
      early('2017-01-01', 'a', 'av.hd'),
      early('2017-01-01', 'b', 'av.sd'),
    ]);
    expect(issues.map(({ params }) => `${params['sdkAppId']} ${params['item']}`)).toEqual([
      'b av.sd',
      'a av.hd',
      'b av.hd',
      'a av.audio',
    ]);
  });

  it('a price that is not per minute prices no minutes', () => {
    const bill = billOf(DAILY, [{ day: '2018-06-01', item: 'function-fee', minutes: 1 }]);
    expect(bill.charges).toEqual([]);
    expect(bill.issues.map(({ code }) => code)).toEqual(['price-missing']);
  });
});

describe('the amount of a line', () => {
  it('is minutes / 1000 x unit price, half-up to 8 decimals (rulebook 6)', () => {
    const amount = (price: string, minutes: number) => {
      const contract = [{ item: 'av.hd', price, from: '2023-01-01', reference: 'c' }];
      const facts = deriveFacts(accountOf({ ...DAILY, contract }));
      const rate = new Rates(facts, indexPriceBook(shippedBook('cn')), null).at(
        APP,
        'av.hd',
        day('2023-06-01'),
      );
      return rate && toText(amountOf(rate, minutes));
    };
    expect(amount('0.00000499', 1)).toBe('0');
    expect(amount('0.000005', 1)).toBe('0.00000001');
    expect(amount('0.00000501', 3)).toBe('0.00000002');
    expect(amount('28', 1)).toBe('0.028');
  });
});

describe('when a source ran empty', () => {
  const trial = { grantedOn: '2023-06-01', minutes: 3 };
  it('is the day of its last minute, before the audited period too', () => {
    const bill = billOf(
      {
        ...DAILY,
        trial,
        packages: [{ id: 'p', minutes: 5, purchasedAt: '2023-06-01T00:00:00' }],
      },
      [
        { day: '2023-06-01', item: 'av.audio', minutes: 2 },
        { day: '2023-06-02', item: 'av.audio', minutes: 2 },
        { day: '2023-07-01', item: 'av.audio', minutes: 1 },
      ],
      { from: '2023-07-01', to: '2023-08-01' },
    );
    expect([...bill.emptiedOn]).toEqual([['trial', '2023-06-02']]);
    expect(bill.drawdowns.map(({ source }) => source)).toEqual(['p']);
  });
});

describe('packages that keep the old price', () => {
  const old = (id: string, minutes: number, purchasedAt: string, remaining?: number) => ({
    id,
    minutes,
    purchasedAt,
    ...(remaining === undefined ? {} : { remaining: { asOf: '2019-10-11', minutes: remaining } }),
  });
  const price = (packages: readonly object[], rows: readonly UsageRow[], on: string) =>
    billOf({ ...DAILY, packages }, [...rows, { day: on, item: 'av.hd', seconds: 60 }])
      .charges.at(-1)
      ?.unitPrice.toFixed();
  const used: UsageRow[] = [{ day: '2019-10-20', item: 'av.hd', minutes: 10 }];

  it('keep it to the end of the month in which the last of them ended (rulebook 1.1)', () => {
    // a: through 2019-12-31; b: through 2020-03-31, but drawn first is a.
    const a = old('a', 100, '2018-12-05T00:00:00');
    const b = old('b', 100, '2019-03-05T00:00:00');
    expect(price([a], used, '2019-12-31')).toBe('25');
    expect(price([a], used, '2020-01-01')).toBe('28');
    expect(price([a, b], used, '2020-03-31')).toBe('25');
    expect(price([b, a], used, '2020-04-01')).toBe('28');
  });

  it('a later one that is used up ends with its balance, not with its validity', () => {
    // The one with the earlier expiry covers another application, so the later one runs empty first.
    const other = { ...old('a', 100, '2018-12-05T00:00:00'), apps: ['999'] };
    const own = old('b', 10, '2019-03-05T00:00:00');
    expect(price([other, own], used, '2019-12-31')).toBe('25');
    expect(price([other, own], used, '2020-01-01')).toBe('28');
    expect(price([own], used, '2019-10-31')).toBe('25');
    expect(price([own], used, '2019-11-01')).toBe('28');
  });

  it('one that is drawn but not used up lasts through its validity, whatever else runs empty', () => {
    const other = { ...old('a', 100, '2018-12-05T00:00:00'), apps: ['999'] };
    const drawn: UsageRow[] = [{ day: '2019-10-20', app: '999', item: 'av.hd', minutes: 10 }];
    expect(price([other], drawn, '2019-12-31')).toBe('25');
    const trial = { grantedOn: '2019-10-11', minutes: 1 };
    const bill = billOf({ ...DAILY, packages: [other], trial }, [
      { day: '2020-02-10', item: 'av.hd', minutes: 1 },
      { day: '2020-02-20', item: 'av.hd', minutes: 1 },
    ]);
    expect([...bill.emptiedOn]).toEqual([['trial', '2020-02-10']]);
    expect(bill.charges.map(({ unitPrice }) => unitPrice.toFixed())).toEqual(['28', '28']);
  });

  it('keep nothing when they are known to be empty, or were bought on 2019-10-11 or later', () => {
    expect(price([old('a', 100, '2018-12-05T00:00:00', 0)], [], '2019-11-01')).toBe('28');
    expect(price([old('a', 100, '2018-12-05T00:00:00', 1)], [], '2019-11-01')).toBe('25');
    expect(price([old('a', 100, '2019-10-10T23:59:59')], [], '2019-11-01')).toBe('25');
    expect(price([old('a', 100, '2019-10-11T00:00:00')], [], '2019-11-01')).toBe('28');
  });
});

describe('the seconds that a charge carries over', () => {
  const carried = (account: Parameters<typeof billOf>[0], rows: readonly UsageRow[]) =>
    billOf(account, rows).charges.map(({ carriedSeconds }) => carriedSeconds);
  const days: readonly UsageRow[] = [
    { day: '2023-06-01', item: 'av.hd', seconds: 30 },
    { day: '2023-06-02', item: 'av.hd', seconds: 90 },
    { day: '2023-07-01', item: 'av.hd', seconds: 61 },
  ];

  it('are those of its metering period from before', () => {
    expect(carried(DAILY, days)).toEqual([0, 0, 0]);
    expect(carried({ ...DAILY, policy: { meteringPeriod: 'month' } }, days)).toEqual([0, 30, 0]);
  });

  it('are those of before the first of its days, where it is of several', () => {
    expect(carried(MONTHLY, days)).toEqual([0, 0]);
  });
});

describe('the least minutes of a charge', () => {
  it('are never more than its minutes, though later days make up for what rounded rows may have lost', () => {
    const bill = billOf({ ...DAILY, policy: { meteringPeriod: 'month' } }, [
      { day: '2023-06-01', at: '00:00', item: 'av.hd', minutes: 1 },
      { day: '2023-06-02', item: 'av.hd', seconds: 30 },
      // 30 s are left of the minute begun the day before: one minute more, or two if that row was nearly nothing.
      { day: '2023-06-03', item: 'av.hd', seconds: 90 },
    ]);
    expect(bill.charges.map((one) => [one.meteredMinutes, one.meteredMinutesLow])).toEqual([
      [1, 1],
      [1, 0],
      [1, 1],
    ]);
  });
});

describe('joining a metered day with its draw-down', () => {
  it('refuses a draw-down of another day', () => {
    const facts = deriveFacts(accountOf(DAILY));
    const usage = ledger(
      { day: '2023-06-01', item: 'av.hd', seconds: 60 },
      { day: '2023-06-02', item: 'av.hd', seconds: 61 },
    );
    const { days } = meterUsage(usage, facts);
    const drawn = drawDown({ site: 'cn', scope: 'application', days, ledger: usage, sources: [] });
    const [metered] = days;
    const [own, other] = drawn;
    if (!metered || !own || !other) throw new Error('two days');
    expect(settledUsage(metered, own)).toHaveLength(1);
    expect(settledUsage(metered, own, ['av.sd'])).toEqual([]);
    expect(() => settledUsage(metered, other)).toThrow(/in order/);
  });

  it('takes the usage of some items out of all of it, in its order: law', () => {
    const used = fc.array(
      fc.record({
        day: fc.constant('2023-06-01'),
        item: fc.constantFrom(...ITEMS),
        app: fc.constantFrom('1400000001', '1400000002', '1400000003'),
        seconds: fc.integer({ min: 1, max: 1000 }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(used, fc.subarray([...ITEMS]), (rows, items) => {
        const usage = ledger(...rows);
        const { days } = meterUsage(usage, deriveFacts(accountOf(DAILY)));
        const [metered] = days;
        const [drawn] = drawDown({
          ...{ site: 'cn', scope: 'application', days, ledger: usage, sources: [] },
        });
        if (!metered || !drawn) throw new Error('a day');
        const wanted = settledUsage(metered, drawn).filter(({ item }) => items.includes(item));
        expect(settledUsage(metered, drawn, items)).toEqual(wanted);
      }),
    );
  });
});
