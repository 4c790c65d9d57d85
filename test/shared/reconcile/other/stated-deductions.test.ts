import { describe, expect, it } from 'vitest';
import type { Drawdown } from '../../../../src/shared/drawdown/drawdown';
import { day } from '../../../../src/shared/period/day';
import { statedDeductionIssues } from '../../../../src/shared/reconcile/other/stated-deductions';
import type { UsageLedger, UsageSeries } from '../../../../src/shared/usage/usage-series';

const DAY = day('2023-06-01');

function stating(deductedE4: number, rows: number): UsageLedger {
  const series: UsageSeries = {
    day: DAY,
    sdkAppId: '1400654321',
    item: 'av.audio',
    source: 'billing',
    granularity: '5-minute',
    unit: 'minutes',
    seconds: 800,
    minutesE4: 133_333,
    rows,
    rowsAboveZero: rows,
    fractionalRows: rows,
    deductedE4,
  };
  return { series: [series], timedUsageOf: () => [] };
}

const drawn = (rawMinutes: number): Drawdown[] => [
  {
    day: DAY,
    start: null,
    sdkAppId: '1400654321',
    item: 'av.audio',
    source: '1000068815',
    rawMinutes,
    ratio: 1,
    deducted: rawMinutes,
    balanceAfter: 0,
  },
];

const found = (deductedE4: number, rows: number, rawMinutes: number) =>
  statedDeductionIssues('cn', stating(deductedE4, rows), drawn(rawMinutes), null).map(
    ({ params }) => [params['statedMinutes'], params['computedMinutes']],
  );

describe('covered minutes that the usage export states', () => {
  it('agree with the draw-down when their remainder is one more minute', () => {
    expect(found(133_333, 24, 14)).toEqual([]);
    expect(found(140_000, 1, 14)).toEqual([]);
  });

  it('may be off by what printing 4 decimals loses per row, and not by more', () => {
    expect(found(140_012, 24, 14)).toEqual([]);
    expect(found(140_013, 24, 14)).toEqual([['14.0013', 14]]);
  });

  it('differ by a whole minute either way', () => {
    expect(found(130_000, 24, 14)).toEqual([['13', 14]]);
    expect(found(150_000, 1, 14)).toEqual([['15', 14]]);
    expect(found(0, 1, 14)).toEqual([['0', 14]]);
  });
});
