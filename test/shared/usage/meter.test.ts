import { describe, expect, it } from 'vitest';
import { deriveFacts } from '../../../src/shared/account/derive';
import { meterUsage } from '../../../src/shared/usage/meter';
import { accountOf } from '../../support/bill-of';
import { ledger, type UsageRow } from '../../support/usage-ledger';

const DAY = '2023-06-01';
const FINE_SECONDS: UsageRow = { day: DAY, at: '10:00', item: 'av.hd', seconds: 301 };
const FINE_DECIMALS: UsageRow = { day: DAY, at: '10:00', item: 'av.hd', minutes: 7.5 };
const DAILY_SECONDS: UsageRow = { day: DAY, item: 'av.hd', seconds: 481 };
const DAILY_DECIMALS: UsageRow = { day: DAY, item: 'av.hd', minutes: 9.5, source: 'api' };
const DAILY_WHOLE: UsageRow = { day: DAY, item: 'av.hd', minutes: 11, source: 'console' };
const FINE_WHOLE: UsageRow = {
  day: DAY,
  at: '10:00',
  item: 'av.hd',
  minutes: 12,
  source: 'console',
};
/** Best first. */
const BELIEF = [
  FINE_SECONDS,
  FINE_DECIMALS,
  DAILY_SECONDS,
  DAILY_DECIMALS,
  DAILY_WHOLE,
  FINE_WHOLE,
];

function meter(rows: readonly UsageRow[], stated: Readonly<Record<string, unknown>> = {}) {
  const facts = deriveFacts(accountOf({ settlement: 'daily', ...stated }));
  return meterUsage(ledger(...rows), facts);
}

const metered = (rows: readonly UsageRow[], stated = {}) =>
  meter(rows, stated).days.flatMap(({ usages }) => usages);

describe('metering', () => {
  it('believes the finest series of a day and keeps the others beside it', () => {
    const minutes = BELIEF.map((_, worse) => {
      const [usage] = metered(BELIEF.slice(worse).reverse());
      expect(usage?.others).toHaveLength(BELIEF.length - worse - 1);
      return usage?.minutes;
    });
    expect(minutes).toEqual([6, 8, 9, 10, 11, 12]);
  });

  it('equally fine series: the billing export before the API before the console', () => {
    const rows = (['console', 'billing', 'api'] as const).map((source, index): UsageRow => {
      return { ...DAILY_SECONDS, seconds: 60 * (index + 1), source };
    });
    expect(metered(rows).map(({ minutes, basis }) => [minutes, basis.source])).toEqual([
      [2, 'billing'],
    ]);
  });

  it('decimals of minutes become seconds row by row: three rows of 0.6667 are 120 s, 2 minutes', () => {
    const row: UsageRow = { day: DAY, at: '10:00', item: 'av.hd', minutes: 0.6667 };
    expect(metered([row, row, row]).map(({ seconds, minutes }) => [seconds, minutes])).toEqual([
      [120, 2],
    ]);
  });

  it('5-minute rows of whole minutes overstate: the sum, and a lower bound; zero rows do not widen it', () => {
    const row = (at: string, minutes: number): UsageRow => ({ ...FINE_WHOLE, at, minutes });
    const [usage] = metered([row('10:00', 5), row('10:05', 3), row('10:10', 0), row('10:15', 1)]);
    expect([usage?.seconds, usage?.minutes, usage?.minutesLow]).toEqual([null, 9, 7]);
  });

  it('daily rows of whole minutes are taken as they are; over a month they overstate', () => {
    const rows: UsageRow[] = [
      { day: '2023-06-01', item: 'av.hd', minutes: 5 },
      { day: '2023-06-02', item: 'av.hd', minutes: 5 },
    ];
    const lows = (period: string) =>
      metered(rows, { policy: { meteringPeriod: period } }).map(({ minutesLow }) => minutesLow);
    expect(lows('day')).toEqual([5, 5]);
    expect(lows('month')).toEqual([5, 4]);
  });

  it('only what was rounded up row by row has a lower bound of its own', () => {
    const bounds = (...rows: UsageRow[]) =>
      metered(rows).map(({ minutes, minutesLow }) => [minutes, minutesLow]);
    const later = { at: '10:05' };
    expect(bounds(FINE_SECONDS, { ...FINE_SECONDS, ...later })).toEqual([[11, 11]]);
    expect(bounds(FINE_DECIMALS, { ...FINE_DECIMALS, ...later })).toEqual([[15, 15]]);
    expect(bounds(FINE_WHOLE, { ...FINE_WHOLE, ...later })).toEqual([[24, 23]]);
    // Daily rows of whole minutes are taken as they are, two of them as well.
    expect(bounds(DAILY_WHOLE, DAILY_WHOLE)).toEqual([[22, 22]]);
  });

  it('account scope: the lower bound of an application is never above its minutes', () => {
    const row = (app: string, at: string, minutes: number): UsageRow => {
      return { ...FINE_WHOLE, app, at, minutes };
    };
    const rows = [row('a', '10:00', 2), row('b', '10:00', 1), row('a', '10:05', 2)];
    const usages = metered(rows, { policy: { meteringScope: 'account' } });
    expect(
      usages.map(({ sdkAppId, minutes, minutesLow }) => [sdkAppId, minutes, minutesLow]),
    ).toEqual([
      ['a', 4, 3],
      ['b', 1, 0],
    ]);
    const seconds = [
      { day: DAY, at: '10:00', app: 'b', item: 'av.hd', seconds: 30 },
      { day: DAY, at: '10:05', app: 'a', item: 'av.hd', seconds: 30 },
    ] as const;
    expect(
      metered(seconds, { policy: { meteringScope: 'account' } }).map(
        ({ sdkAppId, minutes, minutesLow }) => [sdkAppId, minutes, minutesLow],
      ),
    ).toEqual([
      ['a', 0, 0],
      ['b', 1, 0],
    ]);
  });

  it('2K before its tier is full HD in every respect, alone and together with full HD', () => {
    const item = 'av.2k';
    const [alone] = metered([{ day: '2022-05-31', item, seconds: 90 }]);
    expect([alone?.item, alone?.basis.item, alone?.minutes]).toEqual(['av.fhd', 'av.fhd', 2]);
    const [both] = metered([
      { day: '2022-05-31', item, seconds: 30 },
      { day: '2022-05-31', item: 'av.fhd', seconds: 31 },
    ]);
    expect([both?.basis.item, both?.minutes, both?.basis.rows]).toEqual(['av.fhd', 2, 2]);
  });

  it('over a month each day has the growth of the month, and a new month begins at 0', () => {
    const rows = ['2023-06-01', '2023-06-02', '2023-06-30', '2023-07-01'].map((date): UsageRow => {
      return { day: date, item: 'av.hd', seconds: 30 };
    });
    const usages = metered(rows, { settlement: 'monthly' });
    expect(usages.map(({ minutes }) => minutes)).toEqual([1, 0, 1, 1]);
    expect(usages.map(({ carriedSeconds }) => carriedSeconds)).toEqual([0, 30, 60, 0]);
  });

  it('value-added services are metered by day also for a monthly account', () => {
    const rows = ['2023-06-01', '2023-06-02'].map((date): UsageRow => {
      return { day: date, item: 'recording.mixed.hd', seconds: 30 };
    });
    const usages = metered(rows, { settlement: 'monthly' });
    expect(usages.map(({ minutes }) => minutes)).toEqual([1, 1]);
  });

  it('international basic services are metered by month before 2023-01-01', () => {
    const rows = ['2022-12-30', '2022-12-31', '2023-01-01', '2023-01-02'].map((date): UsageRow => {
      return { day: date, item: 'av.hd', seconds: 30 };
    });
    expect(metered(rows, { site: 'intl' }).map(({ minutes }) => minutes)).toEqual([1, 0, 1, 1]);
  });

  it('says once per application, item and export where two of them contradict each other', () => {
    const rows = ['2023-06-01', '2023-06-02', '2023-06-03'].flatMap((date): UsageRow[] => [
      { day: date, at: '10:00', item: 'av.hd', seconds: 301 },
      { day: date, item: 'av.hd', minutes: date === '2023-06-02' ? 6 : 8, source: 'console' },
    ]);
    expect(meter(rows).issues).toEqual([
      {
        severity: 'note',
        code: 'usage-sources-differ',
        params: {
          sdkAppId: '1400000001',
          item: 'av.hd',
          countedSource: 'billing',
          otherSource: 'console',
          firstDay: '2023-06-01',
          days: 2,
          countedMinutes: 11,
          otherMinutes: 16,
        },
      },
    ]);
  });
});
