import { describe, expect, it } from 'vitest';
import { waterfallOption, type WaterfallBar } from '../../../src/renderer/charts/waterfall-option';

const COLOURS = {
  ink: 'ink',
  muted: 'muted',
  rule: 'rule',
  total: 'total',
  over: 'over',
  under: 'under',
  accent: '#00f',
  attention: '#fa0',
  surface: '#fff',
  font: 'font',
};
const BARS: readonly WaterfallBar[] = [
  { name: 'Expected', label: '100.00', amount: '100', kind: 'total' },
  { name: 'Up', label: '+30.00', amount: '30', kind: 'step' },
  { name: 'Down', label: '−10.00', amount: '-10', kind: 'step' },
  { name: 'Billed', label: '120.00', amount: '120', kind: 'total' },
];

describe('the waterfall', () => {
  const { series } = waterfallOption(BARS, COLOURS, 800);
  const [below, bars] = Array.isArray(series) ? series : [];

  it('hangs each step where the one before ended', () => {
    expect(below?.data).toEqual([0, 100, 120, 0]);
    expect(bars?.data).toMatchObject([
      { value: 100 },
      { value: 30 },
      { value: 10 },
      { value: 120 },
    ]);
  });

  it('prints the exact label and colours by direction', () => {
    expect(bars?.data).toMatchObject([
      { itemStyle: { color: 'total' }, label: { formatter: '100.00' } },
      { itemStyle: { color: 'over' }, label: { formatter: '+30.00' } },
      { itemStyle: { color: 'under' }, label: { formatter: '−10.00' } },
      { itemStyle: { color: 'total' }, label: { formatter: '120.00' } },
    ]);
  });
});
