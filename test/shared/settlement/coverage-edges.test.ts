import { describe, expect, it } from 'vitest';
import { decimal, toText } from '../../../src/shared/money/decimal';
import { day } from '../../../src/shared/period/day';
import { localTime } from '../../../src/shared/period/local-time';
import {
  coverageOf,
  kindOf,
  type CoverageInput,
  type CoveredBill,
  type CoveredUsage,
} from '../../../src/shared/settlement/coverage';

const used = (date: string, change: Partial<CoveredUsage> = {}): CoveredUsage => ({
  day: day(date),
  sdkAppId: 'a',
  item: 'av.hd',
  source: 'billing',
  seconds: 600,
  files: [1],
  ...change,
});
const line = (date: string, change: Partial<CoveredBill> = {}): CoveredBill => ({
  from: day(date),
  through: day(date),
  sdkAppId: 'a',
  file: 9,
  ...change,
});
const input = (change: Partial<CoverageInput>): CoverageInput => ({
  period: { from: day('2023-06-01'), to: day('2023-06-11') },
  now: localTime('2023-08-01T00:00:00'),
  usage: [],
  bills: [],
  dueOn: () => null,
  perMinute: () => decimal('0.01'),
  ...change,
});
/** Which rows there are. */
const rows = (change: Partial<CoverageInput>) =>
  coverageOf(input(change)).map(({ sdkAppId, kind }) => `${sdkAppId} ${kind}`);
/** The status of each day of one row, with the money at risk where it is missing. */
const days = (change: Partial<CoverageInput>, kind = 'av') =>
  coverageOf(input(change))
    .find((row) => row.kind === kind)
    ?.cells.map(({ status, atRisk }) => (atRisk ? `${status} ${toText(atRisk)}` : status));
const times = (count: number, status: string) => Array.from({ length: count }, () => status);

describe('the rows of the calendar', () => {
  it('are by application as text, then basic services, recording, transcoding, bill', () => {
    const usage = (['av.audio', 'recording.mixed.hd', 'transcoding.audio'] as const).flatMap(
      (item) => ['9', '10'].map((sdkAppId) => used('2023-06-02', { sdkAppId, item })),
    );
    const kinds = ['av', 'recording', 'transcoding', 'bill'];
    expect(rows({ usage: usage.toReversed(), bills: [line('2023-06-02')] })).toEqual([
      ...kinds.map((kind) => `10 ${kind}`),
      ...kinds.map((kind) => `9 ${kind}`),
      'a bill',
    ]);
    expect(rows({ usage })).toEqual(rows({ usage: usage.toReversed() }));
    expect(kindOf('dashboard.basic')).toBeNull();
    expect(rows({ usage: [used('2023-06-02', { item: 'dashboard.basic' })] })).toEqual([]);
  });

  it('are only those that have something in the period', () => {
    const before = used('2023-05-31');
    expect(rows({ usage: [before] })).toEqual([]);
    expect(rows({ usage: [before], bills: [line('2023-05-31')] })).toEqual([]);
    expect(rows({ usage: [used('2023-06-10')], bills: [line('2023-05-31')] })).toEqual([
      'a av',
      'a bill',
    ]);
    const later = line('2023-06-11', { sdkAppId: null });
    expect(rows({ usage: [before], bills: [later] })).toEqual([]);
  });
});

describe('the days of use', () => {
  it('a gap is worth what the nearest day within a week on each side was worth', () => {
    expect(days({ usage: [used('2023-06-01')] })).toEqual([
      'present',
      ...times(7, 'missing 0.1'),
      ...times(2, 'missing'),
    ]);
    const usage = [used('2023-05-25'), used('2023-06-05', { seconds: 1200 })];
    expect(days({ usage })?.slice(0, 5)).toEqual([
      'missing 0.15',
      ...times(3, 'missing 0.2'),
      'present',
    ]);
  });

  it('one item without a price leaves the money of the day open', () => {
    const usage = [used('2023-06-01', { item: 'av.audio' }), used('2023-06-01')];
    const some: CoverageInput['perMinute'] = (_, item) => (item === 'av.hd' ? null : decimal(1));
    expect(days({ usage, perMinute: some })?.[1]).toBe('missing');
    expect(days({ usage: usage.toReversed(), perMinute: some })?.[1]).toBe('missing');
    expect(days({ usage, perMinute: () => decimal(1) })?.[1]).toBe('missing 20');
  });

  it('the price is that of the application', () => {
    const perMinute: CoverageInput['perMinute'] = (app) => decimal(app === 'a' ? 2 : 3);
    expect(days({ usage: [used('2023-06-01')], perMinute })?.[1]).toBe('missing 20');
  });

  it('a day that has begun is not final, one to come expects nothing', () => {
    const now = localTime('2023-06-03T00:00:00');
    expect(days({ usage: [used('2023-06-01')], now })?.slice(0, 4)).toEqual([
      'present',
      'not-final',
      'not-final',
      'none',
    ]);
  });

  it('files are named once each, in their order', () => {
    const usage = [used('2023-06-01', { files: [12, 3] }), used('2023-06-01', { files: [3] })];
    expect(coverageOf(input({ usage }))[0]?.cells[0]).toMatchObject({
      status: 'double',
      files: [3, 12],
      sources: ['billing'],
    });
    const far = coverageOf(input({ usage }))[0]?.cells[9];
    expect(far).toMatchObject({ status: 'missing', atRisk: null, minutesAtRisk: null });
  });
});

describe('the days of the bill', () => {
  const usage = [used('2023-06-01'), used('2023-06-02')];
  const bill = (change: Partial<CoverageInput>) => days({ usage, ...change }, 'bill')?.slice(0, 3);

  it('lines of other applications cover nothing, lines without one all', () => {
    const other = line('2023-06-01', { sdkAppId: 'b' });
    expect(bill({ bills: [other] })).toEqual(['missing 0.1', 'missing 0.1', 'none']);
    expect(bill({ bills: [line('2023-06-01', { sdkAppId: null })] })).toEqual([
      'present',
      'missing 0.1',
      'none',
    ]);
    const two = [line('2023-06-01', { file: 12 }), line('2023-06-01', { file: 3 })];
    expect(bill({ bills: two })?.[0]).toBe('double');
    const cells = coverageOf(input({ usage, bills: two })).find(
      ({ kind }) => kind === 'bill',
    )?.cells;
    expect(cells?.[0]).toMatchObject({ files: [3, 12], sources: [] });
    const elsewhere = [line('2023-06-05'), line('2023-05-01')];
    expect(rows({ usage: [used('2023-05-31')], bills: elsewhere })).toEqual(['a bill']);
    expect(bill({ bills: [line('2023-06-01'), line('2023-06-01')] })?.[0]).toBe('present');
  });

  it('a line is due a day after the use: until that day is final it is not missing', () => {
    const at = (now: string) => bill({ bills: [line('2023-06-01')], now: localTime(now) });
    expect(at('2023-06-04T08:59:59')).toEqual(['present', 'not-final', 'not-final']);
    expect(at('2023-06-04T09:00:00')).toEqual(['present', 'missing 0.1', 'not-final']);
    expect(at('2023-06-01T00:00:00')).toEqual(['present', 'none', 'none']);
  });

  it('is worth what the use of the day costs, one export of it, rounded up to minutes', () => {
    const rowsOfDay = [
      used('2023-06-02', { seconds: 61 }),
      used('2023-06-02', { seconds: 61, item: 'recording.mixed.hd' }),
      used('2023-06-02', { seconds: 6000, source: 'console' }),
    ];
    const bills = [line('2023-06-01')];
    expect(bill({ usage: rowsOfDay, bills })?.[1]).toBe('missing 0.04');
    const some: CoverageInput['perMinute'] = (_, item) => (item === 'av.hd' ? null : decimal(1));
    expect(bill({ usage: rowsOfDay, bills, perMinute: some })?.[1]).toBe('missing');
    const own: CoverageInput['perMinute'] = (app, _, on) =>
      decimal(app === 'a' && on === '2023-06-02' ? 1 : 5);
    expect(bill({ usage: rowsOfDay, bills, perMinute: own })?.[1]).toBe('missing 4');
  });
});
