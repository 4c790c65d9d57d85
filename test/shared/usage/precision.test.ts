import { describe, expect, it } from 'vitest';
import { day } from '../../../src/shared/period/day';
import { compareByBelief } from '../../../src/shared/usage/precision';
import type { UsageSeries } from '../../../src/shared/usage/usage-series';

const series = (changes: Partial<UsageSeries>): UsageSeries => ({
  day: day('2023-06-01'),
  sdkAppId: '1400000001',
  item: 'av.hd',
  source: 'billing',
  granularity: 'day',
  unit: 'minutes',
  seconds: 60,
  minutesE4: 10_000,
  rows: 1,
  rowsAboveZero: 1,
  fractionalRows: 0,
  deductedE4: null,
  ...changes,
});

describe('which series of a day counts', () => {
  const fine = { granularity: '5-minute' } as const;
  const inSeconds = { unit: 'seconds', minutesE4: null } as const;
  const decimal = { fractionalRows: 1 };
  const inOrder = [
    series({ ...fine, ...inSeconds }),
    series({ ...fine, ...decimal }),
    series(inSeconds),
    series(decimal),
    series({}),
    series({ source: 'api' }),
    series({ source: 'console' }),
    series(fine),
    series({ ...fine, source: 'api' }),
    series({ ...fine, source: 'console' }),
    // One's own records may lack whole rooms: they never displace what the provider says.
    series({ ...inSeconds, source: 'streams' }),
  ];

  it('is the finest, then that of the best source', () => {
    expect(inOrder.toReversed().sort(compareByBelief)).toEqual(inOrder);
  });
});
