import { describe, expect, it } from 'vitest';
import {
  monthState,
  tierParts,
  trendMonths,
} from '../../../../src/renderer/screens/month-trend/trend-months';
import { setPrivate, VEIL } from '../../../../src/renderer/format/privacy';
import type { Words } from '../../../../src/renderer/i18n/use-words';
import { ITEMS } from '../../../../src/shared/catalog/item';
import type { MonthTotals } from '../../../../src/shared/contract/months';
import { day } from '../../../../src/shared/period/day';
import { monthOf } from '../../../../src/shared/period/period';

const words: Words = {
  language: 'en',
  t: (key) => key,
  term: (_group, id) => id,
  sentence: (_space, code) => code,
  error: ({ code }) => code,
};
const month = (
  from: string,
  run: Partial<NonNullable<MonthTotals['run']>> | null,
): MonthTotals => ({
  period: monthOf(day(from)),
  run: run && {
    runId: 1,
    currency: 'CNY',
    expected: '1234.5678',
    billed: '1300.00',
    difference: '65.4322',
    unexplained: '0',
    differing: 2,
    current: true,
    ...run,
  },
});

describe('months beside one another', () => {
  it('print exact text, and whole units without rounding', () => {
    const [first] = trendMonths([month('2023-06-01', {})], 'CNY', '2023-06-01', words);
    expect(first).toEqual({
      name: '2023-06',
      note: '',
      chosen: true,
      amounts: {
        expected: { value: 1234.5678, label: '1,234.5678', whole: '1,234' },
        billed: { value: 1300, label: '1,300.00', whole: '1,300' },
        difference: { value: 65.4322, label: '+65.4322', whole: '+65' },
      },
    });
  });

  it('say why a month is not there, or no longer stands', () => {
    const months = [
      month('2023-04-01', null),
      month('2023-05-01', { currency: 'USD' }),
      month('2023-06-01', { current: false }),
    ];
    const drawn = trendMonths(months, 'CNY', null, words);
    expect(drawn.map(({ note }) => note)).toEqual([
      'trend:notAudited',
      'trend:otherCurrency',
      'trend:changed',
    ]);
    expect(drawn.map(({ amounts }) => amounts === null)).toEqual([true, true, false]);
    expect(months.map(monthState)).toEqual(['none', 'current', 'changed']);
  });

  it('hide the numbers in privacy mode', () => {
    setPrivate(true);
    try {
      const [first] = trendMonths([month('2023-06-01', {})], 'CNY', null, words);
      expect(first?.amounts?.billed).toMatchObject({ label: VEIL, whole: VEIL });
    } finally {
      setPrivate(false);
    }
  });

  it('stack the tiers, the largest first, and lose no minute to "others"', () => {
    const months = [month('2023-06-01', { runId: 1 }), month('2023-07-01', null)];
    const items = ITEMS.slice(0, 10);
    const use = items.map((item, index) => ({ runId: 1, item, minutes: index + 1 }));
    const parts = tierParts(months, use, words);
    expect(parts).toHaveLength(8);
    expect(parts[0]?.values).toEqual([items.length, 0]);
    expect(parts.at(-1)?.rest).toBe(true);
    const sum = parts.reduce((all, { values }) => all + (values[0] ?? 0), 0);
    expect(sum).toBe((items.length * (items.length + 1)) / 2);
  });
});
