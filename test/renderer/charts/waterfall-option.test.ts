import { describe, expect, it } from 'vitest';
import {
  isCutOff,
  waterfallOption,
  type WaterfallBar,
} from '../../../src/renderer/charts/waterfall-option';

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

const printed = (labels: readonly string[], width: number) => {
  const bars = labels.map((label): WaterfallBar => ({
    name: 'a bar',
    label,
    amount: '1',
    kind: 'total',
  }));
  const { series } = waterfallOption(bars, COLOURS, width);
  const drawn = (series as { label: { fontSize: number }; data: { label: object }[] }[])[1];
  return { size: drawn?.label.fontSize, labels: drawn?.data.map(({ label }) => label) };
};

describe('the numbers of a waterfall', () => {
  const labels = ['2,387.8988', ...Array.from({ length: 7 }, () => '+15.0444'), '2,553.8556'];
  const all = labels.map((label) => ({ formatter: label }));

  it('are as large as there is room for', () => {
    expect(printed(labels, 690)).toEqual({ size: 12, labels: all });
    expect(printed(labels, 474)).toEqual({ size: 9, labels: all });
  });

  it('are left to the table where they would run into each other', () => {
    expect(printed(['35,657,556.067', '+7.00'], 120)).toEqual({
      size: 9,
      labels: [{ formatter: '' }, { formatter: '+7.00' }],
    });
  });
});

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

describe('the ground of a waterfall', () => {
  const bridge = (expected: string, step: string, billed: string): readonly WaterfallBar[] => [
    { name: 'Expected', label: '', amount: expected, kind: 'total' },
    { name: 'Step', label: '', amount: step, kind: 'step' },
    { name: 'Billed', label: '', amount: billed, kind: 'total' },
  ];

  it('is said to be cut off only where it is', () => {
    expect(isCutOff(bridge('100', '30', '130'))).toBe(true);
    expect(isCutOff(bridge('100', '-100', '0'))).toBe(false);
    expect(isCutOff(bridge('0', '12', '12'))).toBe(false);
    expect(isCutOff(bridge('5', '-12', '-7'))).toBe(false);
  });
});
