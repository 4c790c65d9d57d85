import { describe, expect, it } from 'vitest';
import { billOf, chargeTexts, drawdownTexts } from '../../support/bill-of';

const APP = '1400000001';
const DAILY = { settlement: 'daily' };
const general = (id: string, minutes: number, purchasedAt: string, more = {}) => ({
  id,
  minutes,
  purchasedAt,
  ...more,
});

describe('where days, balances and eras meet', () => {
  it('a trial that runs out inside a day is drawn in the order of time', () => {
    const bill = billOf({ ...DAILY, trial: { grantedOn: '2023-06-01', minutes: 10 } }, [
      { day: '2023-06-01', at: '10:00', item: 'av.audio', seconds: 300 },
      { day: '2023-06-01', at: '09:00', item: 'av.hd', seconds: 240 },
      { day: '2023-06-01', at: '11:00', item: 'av.hd', seconds: 240 },
    ]);
    expect(drawdownTexts(bill)).toEqual([
      '2023-06-01 av.hd trial: 5 x 1 -> 5',
      '2023-06-01 av.audio trial: 5 x 1 -> 0',
    ]);
    expect(bill.drawdowns.map(({ start }) => start)).toEqual([
      '2023-06-01T09:00:00',
      '2023-06-01T10:00:00',
    ]);
    expect(chargeTexts(bill)).toEqual([
      `2023-06-01/${APP}/av.audio: 5 = 5 + 0 + 0 at 7 is 0`,
      `2023-06-01/${APP}/av.hd: 8 = 5 + 0 + 3 at 28 is 0.084`,
    ]);
  });

  it('two packages with the same expiry are drawn by purchase, then by id', () => {
    const bill = billOf(
      {
        ...DAILY,
        packages: [
          general('b', 5, '2023-06-02T08:00:00'),
          general('c', 5, '2023-06-01T08:00:00'),
          general('a', 5, '2023-06-02T08:00:00'),
        ],
      },
      [{ day: '2023-06-03', item: 'av.audio', seconds: 720 }],
    );
    expect(drawdownTexts(bill)).toEqual([
      '2023-06-03 av.audio c: 5 x 1 -> 0',
      '2023-06-03 av.audio a: 5 x 1 -> 0',
      '2023-06-03 av.audio b: 2 x 1 -> 3',
    ]);
  });

  it('a package bought at noon absorbs its day since 00:00, and never the day before', () => {
    const bill = billOf({ ...DAILY, packages: [general('noon', 100, '2023-06-02T12:00:00')] }, [
      { day: '2023-06-01', at: '23:55', item: 'av.sd', seconds: 60 },
      { day: '2023-06-02', at: '00:00', item: 'av.sd', seconds: 60 },
    ]);
    expect(drawdownTexts(bill)).toEqual(['2023-06-02 av.sd noon: 1 x 2 -> 98']);
    expect(bill.charges.map(({ billableMinutes }) => billableMinutes)).toEqual([1, 0]);
  });

  it('a package covers its last day and not the day after it', () => {
    const bill = billOf({ ...DAILY, packages: [general('old', 100, '2022-06-15T12:00:00')] }, [
      { day: '2023-06-30', item: 'av.audio', seconds: 60 },
      { day: '2023-07-01', item: 'av.audio', seconds: 60 },
    ]);
    expect(bill.charges.map(({ packageMinutes }) => packageMinutes)).toEqual([1, 0]);
  });

  it('a balance of 5 covers one HD minute at ratio 4 and keeps 1 for audio', () => {
    const bill = billOf({ ...DAILY, packages: [general('five', 5, '2023-06-01T00:00:00')] }, [
      { day: '2023-06-01', item: 'av.hd', seconds: 180 },
      { day: '2023-06-02', item: 'av.audio', seconds: 120 },
    ]);
    expect(drawdownTexts(bill)).toEqual([
      '2023-06-01 av.hd five: 1 x 4 -> 1',
      '2023-06-02 av.audio five: 1 x 1 -> 0',
    ]);
  });

  it('the price and the ratio change with the usage day; 2K before its tier is full HD, together with it', () => {
    const bill = billOf({ ...DAILY, packages: [general('p', 24, '2022-05-30T00:00:00')] }, [
      { day: '2022-05-31', item: 'av.fhd', seconds: 30 },
      { day: '2022-05-31', item: 'av.2k', seconds: 61 },
      { day: '2022-06-01', item: 'av.fhd', seconds: 60 },
      { day: '2022-06-01', item: 'av.2k', seconds: 60 },
    ]);
    expect(drawdownTexts(bill)).toEqual([
      '2022-05-31 av.fhd p: 1 x 15 -> 9',
      '2022-06-01 av.fhd p: 1 x 9 -> 0',
    ]);
    expect(chargeTexts(bill)).toEqual([
      `2022-05-31/${APP}/av.fhd: 2 = 0 + 1 + 1 at 105 is 0.105`,
      `2022-06-01/${APP}/av.fhd: 1 = 0 + 1 + 0 at 63 is 0`,
      `2022-06-01/${APP}/av.2k: 1 = 0 + 0 + 1 at 112 is 0.112`,
    ]);
  });

  it('the 29th of February is a billing day like any other', () => {
    const bill = billOf(DAILY, [{ day: '2024-02-29', item: 'av.audio', seconds: 61 }]);
    const [charge] = bill.charges;
    expect([charge?.periodStart, charge?.periodEnd, charge?.chargedOn]).toEqual([
      '2024-02-29',
      '2024-03-01',
      '2024-03-01',
    ]);
    expect(charge?.meteredMinutes).toBe(2);
  });

  it('a monthly account: the seconds of the month, one charge per stretch of one price', () => {
    const contract = [{ item: 'av.hd', discount: '0.9', from: '2022-06-16', reference: 'c' }];
    const bill = billOf({ settlement: 'monthly', contract }, [
      { day: '2022-06-01', item: 'av.hd', seconds: 30 },
      { day: '2022-06-02', item: 'av.hd', seconds: 31 },
      { day: '2022-06-15', item: 'av.hd', seconds: 59 },
      { day: '2022-06-20', item: 'av.hd', seconds: 61 },
    ]);
    expect(chargeTexts(bill)).toEqual([
      `2022-06-01/${APP}/av.hd: 2 = 0 + 0 + 2 at 28 is 0.056`,
      `2022-06-16/${APP}/av.hd: 2 = 0 + 0 + 2 at 25.2 is 0.0504`,
    ]);
    expect(bill.charges.map(({ periodEnd }) => periodEnd)).toEqual(['2022-06-16', '2022-07-01']);
    expect(bill.charges.map(({ chargedOn }) => chargedOn)).toEqual(['2022-07-01', '2022-07-01']);
  });

  it('usage of 0 seconds makes no charge; usage before the price book is an error, not a charge', () => {
    const bill = billOf(DAILY, [
      { day: '2023-06-01', item: 'av.audio', seconds: 0 },
      { day: '2017-01-01', item: 'av.audio', seconds: 90 },
    ]);
    expect(bill.charges).toEqual([]);
    expect(bill.issues).toEqual([
      {
        severity: 'error',
        code: 'price-missing',
        params: {
          sdkAppId: APP,
          item: 'av.audio',
          firstDay: '2017-01-01',
          lastDay: '2017-01-01',
          days: 1,
          minutes: 2,
        },
      },
    ]);
  });

  it('account scope: the ceiling is taken once over all applications, in the order of time', () => {
    const rows = [
      { day: '2023-06-01', at: '10:00', app: 'a', item: 'av.audio', seconds: 30 },
      { day: '2023-06-01', at: '09:00', app: 'b', item: 'av.audio', seconds: 30 },
      { day: '2023-06-01', at: '11:00', app: 'a', item: 'av.audio', seconds: 30 },
    ] as const;
    const minutesOf = (scope: string) =>
      billOf({ ...DAILY, policy: { meteringScope: scope } }, rows).charges.map(
        ({ sdkAppId, meteredMinutes }) => [sdkAppId, meteredMinutes],
      );
    expect(minutesOf('application')).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
    expect(minutesOf('account')).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
    const inOneMinute = rows.slice(0, 2);
    expect(
      billOf({ ...DAILY, policy: { meteringScope: 'account' } }, inOneMinute).charges.map(
        ({ sdkAppId, meteredMinutes }) => [sdkAppId, meteredMinutes],
      ),
    ).toEqual([['b', 1]]);
  });

  it('an international cycle ends on its 14th and begins anew on the 15th, with ratios', () => {
    const bill = billOf(
      { site: 'intl', firstAppOn: '2023-05-15', trial: { grantedOn: '2023-05-15' } },
      [
        { day: '2023-06-14', item: 'av.hd', minutes: 2000 },
        { day: '2023-06-14', item: 'av.fhd', minutes: 300 },
        { day: '2023-06-15', item: 'av.hd', minutes: 2600 },
      ],
    );
    // 2,000 x 4 = 8,000; 2,000 left / 9 = 222 (1,998), 2 lapse; then 10,000 / 4 = 2,500.
    expect(drawdownTexts(bill)).toEqual([
      '2023-06-14 av.hd trial: 2000 x 4 -> 2000',
      '2023-06-14 av.fhd trial: 222 x 9 -> 2',
      '2023-06-15 av.hd trial: 2500 x 4 -> 0',
    ]);
    expect(chargeTexts(bill)).toEqual([
      `2023-06-14/${APP}/av.hd: 2000 = 2000 + 0 + 0 at 3.99 is 0`,
      `2023-06-14/${APP}/av.fhd: 300 = 222 + 0 + 78 at 8.99 is 0.70122`,
      `2023-06-15/${APP}/av.hd: 2600 = 2500 + 0 + 100 at 3.99 is 0.399`,
    ]);
  });
});
