import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../src/shared/catalog/item';
import { decimal, toText } from '../../../src/shared/money/decimal';
import { addDays, day, type Day } from '../../../src/shared/period/day';
import { localTime } from '../../../src/shared/period/local-time';
import {
  coverageOf,
  isFinal,
  type CoverageInput,
  type CoveredUsage,
} from '../../../src/shared/settlement/coverage';

const JUNE = { from: day('2023-06-01'), to: day('2023-07-01') };
const APP = '1400123456';
const used = (date: string, seconds = 6000, change: Partial<CoveredUsage> = {}): CoveredUsage => ({
  day: day(date),
  sdkAppId: APP,
  item: 'av.hd',
  source: 'billing',
  seconds,
  files: [1],
  ...change,
});
/** A cent per minute, so that minutes can be read off the money. */
const input = (
  usage: readonly CoveredUsage[],
  change: Partial<CoverageInput> = {},
): CoverageInput => ({
  period: JUNE,
  now: localTime('2023-08-01T00:00:00'),
  usage,
  bills: [],
  dueOn: () => null,
  perMinute: () => decimal('0.01'),
  ...change,
});
const cell = (given: CoverageInput, date: string, kind = 'av') =>
  coverageOf(given)
    .find((row) => row.kind === kind)
    ?.cells.find((one) => one.day === date);

describe('coverage of usage', () => {
  it('a day between two others is missing, and their average is at risk', () => {
    const found = cell(input([used('2023-06-04', 6000), used('2023-06-06', 3001)]), '2023-06-05');
    expect(found).toMatchObject({ status: 'missing', minutesAtRisk: 76 });
    expect(found?.atRisk && toText(found.atRisk)).toBe('0.76');
  });

  it('each item is averaged and priced by itself, at the price of the missing day', () => {
    const price = (_: string, item: Item, date: Day) =>
      date === '2023-06-05' ? decimal(item === 'av.hd' ? '0.01' : '1') : decimal('100');
    const usage = [
      used('2023-06-04', 600),
      used('2023-06-04', 120, { item: 'av.audio' }),
      used('2023-06-06', 1200),
    ];
    const found = cell(input(usage, { perMinute: price }), '2023-06-05');
    // (10 + 20) / 2 of high definition at 0.01, (2 + 0) / 2 of audio at 1.
    expect(found?.atRisk && toText(found.atRisk)).toBe('1.15');
  });

  it('what is measured twice is not at risk twice', () => {
    const usage = [
      used('2023-06-04', 600),
      used('2023-06-04', 600, { source: 'console', files: [2] }),
      used('2023-06-06', 600),
    ];
    const found = cell(input(usage), '2023-06-05');
    expect(found).toMatchObject({ status: 'missing', minutesAtRisk: 10 });
    expect(cell(input(usage), '2023-06-04')).toMatchObject({
      status: 'double',
      sources: ['billing', 'console'],
      files: [1, 2],
    });
  });

  it('rows of two files that both count are double', () => {
    expect(cell(input([used('2023-06-04', 1, { files: [1, 3] })]), '2023-06-04')?.status).toBe(
      'double',
    );
  });

  it('expects nothing before the first day of use, and nothing where no price is known is priced', () => {
    const given = input([used('2023-06-10')], { perMinute: () => null });
    expect(cell(given, '2023-06-09')?.status).toBe('none');
    expect(cell(given, '2023-06-11')).toMatchObject({ status: 'missing', atRisk: null });
  });

  it('a gap far from any use says nothing of money', () => {
    const given = input([used('2023-06-01')]);
    expect(cell(given, '2023-06-20')).toMatchObject({ status: 'missing', atRisk: null });
  });

  it('a day is final from 09:00 of the next, days to come expect nothing', () => {
    const given = input([used('2023-06-01'), used('2023-06-04')], {
      now: localTime('2023-06-05T08:59:59'),
    });
    const status = (date: string) => cell(given, date)?.status;
    expect(['03', '04', '05', '06'].map((date) => status(`2023-06-${date}`))).toEqual([
      'missing',
      'not-final',
      'not-final',
      'none',
    ]);
    expect(isFinal(day('2023-06-04'), localTime('2023-06-05T09:00:00'))).toBe(true);
  });

  it('has one cell for each day and a gap exactly where no row is, after the first', () => {
    const days = fc.uniqueArray(fc.nat({ max: 29 }), { minLength: 1 });
    fc.assert(
      fc.property(days, (offsets) => {
        const usage = offsets.map((offset) => used(addDays(JUNE.from, offset)));
        const [row] = coverageOf(input(usage));
        expect(row?.cells).toHaveLength(30);
        const gaps = row?.cells.filter(({ status }) => status === 'missing').length;
        expect(gaps).toBe(30 - Math.min(...offsets) - offsets.length);
      }),
    );
  });
});

describe('coverage of the bill', () => {
  const usage = [used('2023-06-04'), used('2023-06-05'), used('2023-06-06')];
  const line = (date: string, file = 9) => ({
    from: day(date),
    through: day(date),
    sdkAppId: APP,
    file,
  });

  it('a used day without a line is missing, at the price of its own use', () => {
    const given = input(usage, { bills: [line('2023-06-04'), line('2023-06-06')] });
    const found = cell(given, '2023-06-05', 'bill');
    expect(found?.status).toBe('missing');
    expect(found?.atRisk && toText(found.atRisk)).toBe('1');
    expect(cell(given, '2023-06-07', 'bill')?.status).toBe('none');
  });

  it('what the audit expects goes before it: nothing is due where minutes were free', () => {
    const given = input(usage, {
      bills: [line('2023-06-04')],
      dueOn: (date) => decimal(date === '2023-06-05' ? '0' : '2.5'),
    });
    expect(cell(given, '2023-06-05', 'bill')?.status).toBe('none');
    const found = cell(given, '2023-06-06', 'bill');
    expect(found?.atRisk && toText(found.atRisk)).toBe('2.5');
  });

  it('a line over the month covers each of its days, lines of two files are double', () => {
    const month = { ...line('2023-06-01'), through: day('2023-06-30'), sdkAppId: null };
    const given = input(usage, { bills: [month, line('2023-06-05', 10)] });
    expect(cell(given, '2023-06-20', 'bill')?.status).toBe('present');
    expect(cell(given, '2023-06-05', 'bill')).toMatchObject({ status: 'double', files: [9, 10] });
  });

  it('without any bill nothing is said of one', () => {
    expect(coverageOf(input(usage)).map(({ kind }) => kind)).toEqual(['av']);
  });
});
