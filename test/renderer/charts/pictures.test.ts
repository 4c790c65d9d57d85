import { describe, expect, it } from 'vitest';
import type { ChartColours } from '../../../src/renderer/charts/chart-colours';
import { largeUnits, quantityLabels } from '../../../src/renderer/format/compact-number';
import { heatMapOption } from '../../../src/renderer/charts/heat-map-option';
import { stackedOption } from '../../../src/renderer/charts/stacked-option';
import { usageParts } from '../../../src/renderer/screens/usage/usage-parts';
import { minutesOf } from '../../../src/renderer/format/minutes-text';
import { figuresOf, questionOf } from '../../../src/renderer/screens/estimate/plan-figures';
import { tierMix } from '../../../src/shared/contract/tier-mix';
import { day } from '../../../src/shared/period/day';

const colours: ChartColours = {
  ink: '#111',
  muted: '#555',
  rule: '#ccc',
  total: '#999',
  over: '#a00',
  under: '#066',
  accent: '#00f',
  attention: '#fa0',
  surface: '#fff',
  font: 'sans-serif',
};
const days = [day('2023-06-01'), day('2023-06-02')];
const series = [
  { day: days[0] ?? day('2023-06-01'), key: 'av.sd', seconds: 60 },
  { day: days[1] ?? day('2023-06-02'), key: 'av.hd', seconds: 7_200 },
  { day: days[1] ?? day('2023-06-02'), key: null, seconds: 36_000 },
];

describe('pictures of use', () => {
  it('have a value for every day, the biggest kind first and the rest last', () => {
    expect(usageParts(series, days)).toEqual([
      { key: 'av.hd', values: [0, 120] },
      { key: 'av.sd', values: [1, 0] },
      { key: null, values: [0, 600] },
    ]);
  });

  it('carry the sum of each day where there is room for it', () => {
    const parts = [
      { name: 'a', rest: false, values: [1, 2] },
      { name: 'b', rest: true, values: [3, 4] },
    ];
    const label = (width: number) => {
      const option = stackedOption(days, parts, colours, width, (value) => `${value} min`);
      const last = (
        option.series as { label: { show: boolean; formatter: (of: object) => string } }[]
      )[2];
      return last?.label.show
        ? [0, 1].map((dataIndex) => last.label.formatter({ dataIndex }))
        : null;
    };
    expect(label(800)).toEqual(['4 min', '6 min']);
    expect(label(40)).toBeNull();
  });

  it('print each field of a map with its own label', () => {
    const fields = [
      { day: 0, line: 0, value: 10, labels: ['10'] },
      { day: 1, line: 0, value: 1, labels: ['1'] },
    ];
    const option = heatMapOption(days, ['app'], fields, colours, 800);
    const [map] = option.series as { data: { value: number[]; label: { formatter: string } }[] }[];
    expect(map?.data.map(({ value }) => value)).toEqual([
      [0, 0, 10],
      [1, 0, 1],
    ]);
    expect(map?.data.map(({ label }) => label.formatter)).toEqual(['10', '1']);
  });

  it('shade a map by single lines: the sum of all others does not make them pale', () => {
    const fields = [
      { day: 0, line: 0, value: 10, labels: ['10'] },
      { day: 0, line: 1, value: 900, rest: true, labels: ['900'] },
    ];
    const option = heatMapOption(days, ['app', 'others'], fields, colours, 800);
    const [map] = option.series as { data: { value: number[]; label: { formatter: string } }[] }[];
    expect(map?.data.map(({ value }) => value[2])).toEqual([10, 10]);
    expect(map?.data.map(({ label }) => label.formatter)).toEqual(['10', '900']);
    expect(option.visualMap).toMatchObject({ max: 20 });
    const only = heatMapOption(days, ['others'], fields.slice(1), colours, 800);
    expect(only.visualMap).toMatchObject({ max: 1800 });
  });

  it.each([
    ['en', ['9,062', '50.7K', '14.2M'], ['9,062', '50,678', '14.2M']],
    ['zh-CN', ['9,062', '5.1万', ''], ['9,062', '50,678', '1420万']],
    ['ko', ['9,062', '5.1만', ''], ['9,062', '50,678', '1420만']],
  ] as const)(
    'print a field in short rather than into the next one: %s',
    (language, narrow, wide) => {
      const month = Array.from({ length: 31 }, (_, index) => `2023-01-${index + 1}`);
      const field = (value: number) => ({
        day: 0,
        line: 0,
        value,
        labels: quantityLabels(value, language),
      });
      const printed = (width: number) => {
        const fields = [field(9_062), field(50_678), field(14_201_000)];
        const [map] = heatMapOption(month, ['app'], fields, colours, width).series as {
          data: { label: { formatter: string } }[];
        }[];
        return map?.data.map(({ label }) => label.formatter);
      };
      expect(printed(1092)).toEqual(narrow);
      expect(printed(1600)).toEqual(wide);
      expect(printed(400)).toEqual(['', '', '']);
    },
  );
});

describe('a map whose numbers have no room in short', () => {
  const month = Array.from({ length: 31 }, (_, index) => `2023-01-${index + 1}`);
  const values = [9_062, 50_678, 14_201_000, 276, 0];
  const drawn = (language: 'en' | 'zh-CN' | 'ko', width: number) => {
    const fields = values.map((value, index) => ({
      day: index,
      line: 0,
      value,
      labels: value === 0 ? [] : quantityLabels(value, language),
    }));
    const units = largeUnits(language).map(({ name, written }) => ({ label: written, said: name }));
    const option = heatMapOption(month, ['app'], fields, colours, width, units);
    const [map] = option.series as { data: { label: { formatter: string } }[] }[];
    const { text = null } = (option.title ?? {}) as { text?: string };
    return { text, printed: map?.data.map(({ label }) => label.formatter) };
  };

  it.each([
    ['zh-CN', '1万'],
    ['ko', '1만'],
  ] as const)('is all in one larger unit, and says which: %s', (language, text) => {
    expect(drawn(language, 1092)).toEqual({ text, printed: ['0.9', '5.1', '1,420', '<0.1', ''] });
  });

  it('keeps to each number’s own short form where that has room', () => {
    expect(drawn('en', 1092)).toEqual({
      text: null,
      printed: ['9,062', '50.7K', '14.2M', '276', ''],
    });
    expect(drawn('zh-CN', 1600).text).toBeNull();
    // Where no unit has room, none is said.
    expect(drawn('zh-CN', 500)).toEqual({ text: null, printed: ['', '', '', '', ''] });
  });
});

describe('figures to begin an estimate with', () => {
  it('come to the minutes of the tier that was used most', () => {
    const used = [
      {
        ...series[1],
        key: 'av.hd',
        seconds: 30 * 60 * 60 * 100,
        day: days[0] ?? day('2023-06-01'),
      },
    ];
    const plan = figuresOf(used, 30);
    expect(plan).toMatchObject({ item: 'av.hd', days: '30' });
    const { callsPerDay, usersPerCall, minutesPerUser } = plan?.figures ?? {};
    expect(Number(callsPerDay) * Number(usersPerCall) * Number(minutesPerUser) * 30).toBe(180_000);
    expect(tierMix(used)).toEqual([{ item: 'av.hd', minutes: 180_000 }]);
    expect(figuresOf([], 30)).toBeNull();
  });

  it('come to all tiers of a month in their own shares', () => {
    const at = days[0] ?? day('2023-06-01');
    const used = [
      { day: at, key: 'av.audio', seconds: 60 * 60_000 },
      { day: at, key: 'av.hd', seconds: 60 * 120_000 },
      { day: at, key: 'recording.mixed.hd', seconds: 60 },
      { day: at, key: null, seconds: 60 },
    ];
    const mix = tierMix(used);
    expect(mix).toEqual([
      { item: 'av.hd', minutes: 120_000 },
      { item: 'av.audio', minutes: 60_000 },
    ]);
    const plan = figuresOf(used, 30);
    if (!plan) throw new Error('nothing to begin with');
    // Two users who talk half an hour make 60 minutes a call in either tier: 180,000 / 30 / 60.
    expect(plan).toMatchObject({ item: 'mix', figures: { callsPerDay: '100' } });
    // A room of 1 anchor and 10 listeners makes 11 x 60 minutes in audio, 10 x 60 in video: 180,000 / 30 / 620.
    expect(plan.figures.roomsPerDay).toBe('9.7');
    expect(questionOf(plan, mix).calls).toMatchObject({ mix, callsPerDay: '100' });
    expect(questionOf({ ...plan, item: 'av.sd' }, mix).calls).toMatchObject({ item: 'av.sd' });
    expect(questionOf({ ...plan, item: 'av.sd' }, mix).calls).not.toHaveProperty('mix');
  });
});

describe('seconds as minutes', () => {
  it.each([
    [0, '0'],
    [60, '1'],
    [90, '1.5'],
    [1, '0.0167'],
    [-3_661, '-61.0167'],
  ])('%s s', (seconds, text) => {
    expect(minutesOf(seconds)).toBe(text);
  });
});
