import { describe, expect, it } from 'vitest';
import { day } from '../../../src/shared/period/day';
import { combineSeries } from '../../../src/shared/usage/combine-series';
import { compareText } from '../../../src/shared/usage/group-usage';
import type { UsageSeries } from '../../../src/shared/usage/usage-series';

const FULL_HD: UsageSeries = {
  day: day('2022-05-31'),
  sdkAppId: '1400000001',
  item: 'av.fhd',
  source: 'billing',
  granularity: '5-minute',
  unit: 'minutes',
  seconds: 90,
  minutesE4: 15_000,
  rows: 3,
  rowsAboveZero: 2,
  fractionalRows: 1,
  deductedE4: null,
};
const TWO_K: UsageSeries = {
  ...FULL_HD,
  item: 'av.2k',
  seconds: 300,
  minutesE4: 50_000,
  rows: 5,
  rowsAboveZero: 4,
  fractionalRows: 2,
};

describe('series that count as one item', () => {
  it('are added up in every respect', () => {
    expect(combineSeries('av.fhd', [TWO_K, FULL_HD])).toEqual([
      {
        ...FULL_HD,
        seconds: 390,
        minutesE4: 65_000,
        rows: 8,
        rowsAboveZero: 6,
        fractionalRows: 3,
      },
    ]);
  });

  it('keep the covered minutes that either of them states', () => {
    const deducted = (a: number | null, b: number | null) =>
      combineSeries('av.fhd', [
        { ...FULL_HD, deductedE4: a },
        { ...TWO_K, deductedE4: b },
      ])[0]?.deductedE4;
    expect(deducted(null, null)).toBeNull();
    expect(deducted(10_000, null)).toBe(10_000);
    expect(deducted(null, 20_000)).toBe(20_000);
    expect(deducted(10_000, 20_000)).toBe(30_000);
    expect(deducted(0, 20_000)).toBe(20_000);
  });

  it.each([{ source: 'console' }, { granularity: 'day' }, { unit: 'seconds' }] as const)(
    'stay apart where they are different measurements: %j',
    (other) => {
      const combined = combineSeries('av.fhd', [FULL_HD, { ...TWO_K, ...other }]);
      expect(combined).toEqual([FULL_HD, { ...TWO_K, ...other, item: 'av.fhd' }]);
    },
  );
});

describe('the order of ids', () => {
  it('is that of their text', () => {
    expect(['b', '10', 'a', '9', 'B'].sort(compareText)).toEqual(['10', '9', 'B', 'a', 'b']);
    expect([compareText('a', 'b'), compareText('b', 'a'), compareText('a', 'a')]).toEqual([
      -1, 1, 0,
    ]);
  });
});
