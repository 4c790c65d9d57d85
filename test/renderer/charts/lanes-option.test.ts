import { describe, expect, it } from 'vitest';
import {
  lanesHeight,
  lanesOption,
  type BalanceLane,
} from '../../../src/renderer/charts/lanes-option';
import { COLOURS } from './colours';

const DAYS = ['2023-06-01', '2023-06-02', '2023-06-03'];
const LANE: BalanceLane = {
  name: 'Free trial',
  note: '100 → 0',
  size: 100,
  left: [40, 0, null],
  marks: [{ day: '2023-06-02', label: 'Used up 06-02' }],
};
const USE = {
  name: 'Use',
  covered: { name: 'Covered', values: [60, 40, 0] },
  charged: { name: 'Pay-as-you-go', values: [0, 5, 9] },
};
const option = (use: Parameters<typeof lanesOption>[2]) =>
  lanesOption(DAYS, [LANE, LANE], use, COLOURS, 900, String);
const listOf = <T>(value: T | T[] | undefined): T[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

describe('balances in lanes', () => {
  it('draws each from zero to full, with a gap where it cannot be used and its marks', () => {
    const { series, yAxis } = option(USE);
    const [lane] = listOf(series);
    expect(lane).toMatchObject({
      type: 'line',
      step: 'end',
      data: [40, 0, null],
      markLine: { data: [{ xAxis: '2023-06-02', name: 'Used up 06-02' }] },
    });
    expect(listOf(yAxis)[0]).toMatchObject({ min: 0, max: 100 });
  });

  it('stacks what covered the use, told apart by more than colour, in the lane below', () => {
    const bars = listOf(option(USE).series).slice(2);
    expect(bars).toMatchObject([
      { type: 'bar', stack: 'use', xAxisIndex: 2, data: [60, 40, 0] },
      { type: 'bar', stack: 'use', xAxisIndex: 2, data: [0, 5, 9] },
    ]);
    const item = bars.map((bar) => Object.keys(bar.itemStyle ?? {}).includes('decal'));
    expect(item).toEqual([false, true]);
    expect(listOf(option({ ...USE, charged: null }).series)).toHaveLength(3);
  });

  it('shows the days once, below all lanes, and grows with their number', () => {
    const axes = listOf(option(USE).xAxis);
    expect(axes.map(({ axisLabel }) => axisLabel?.show)).toEqual([false, false, true]);
    expect(lanesHeight(3) - lanesHeight(2)).toBe(lanesHeight(2) - lanesHeight(1));
  });
});
