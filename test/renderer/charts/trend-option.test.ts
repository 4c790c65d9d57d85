import { describe, expect, it } from 'vitest';
import { trendOption, type TrendMonth } from '../../../src/renderer/charts/trend-option';
import { COLOURS } from './colours';

const WORDS = { amounts: 'Amount', expected: 'E', billed: 'B', difference: 'D', cut: 'cut' };
const amount = (text: string) => ({
  value: Number(text),
  label: text,
  whole: text.replace(/\..*/, ''),
});
const month = (name: string, chosen: boolean, billed = '120.25'): TrendMonth => ({
  name,
  note: '',
  chosen,
  amounts: { expected: amount('100.25'), billed: amount(billed), difference: amount('-20.00') },
});
const NOT_AUDITED: TrendMonth = {
  name: '2023-05',
  note: 'not audited',
  chosen: false,
  amounts: null,
};
const listOf = <T>(value: T | T[] | undefined): T[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];
const printed = (months: readonly TrendMonth[], width: number) => {
  const { series, title } = trendOption(months, WORDS, COLOURS, width, String);
  return {
    series: listOf(series),
    cut: listOf(title)[0]?.subtext?.includes('cut'),
  };
};

describe('the months in money', () => {
  it('stand side by side, hollow and full, with the difference below on its own scale', () => {
    const { series } = printed([month('2023-06', true)], 1000);
    expect(series).toMatchObject([
      {
        type: 'bar',
        itemStyle: { color: 'surface', borderColor: 'total' },
        data: [{ value: 100.25 }],
      },
      { type: 'bar', itemStyle: { color: 'accent' }, data: [{ value: 120.25 }] },
      { xAxisIndex: 1, data: [{ value: -20, itemStyle: { color: 'under' } }] },
    ]);
  });

  it('carry the exact text where there is room, the whole units where there is less, and say so', () => {
    const months = [month('2023-06', false), month('2023-07', true)];
    const wide = printed(months, 1000);
    expect(wide.cut).toBe(false);
    expect(wide.series[0]?.data).toMatchObject([
      { label: { formatter: '100.25' } },
      { label: { formatter: '100.25' } },
    ]);
    const tight = printed([...months, month('2023-08', false, '123456.12345678')], 420);
    expect(tight.cut).toBe(true);
    expect(tight.series[0]).toMatchObject({ label: { show: false } });
    expect(tight.series[1]?.data).toMatchObject([
      { label: { formatter: '120' } },
      { label: { formatter: '120' } },
      { label: { formatter: '123456' } },
    ]);
  });

  it('leave a gap for a month that is not known, and name it', () => {
    const { series, xAxis } = trendOption(
      [NOT_AUDITED, month('2023-06', true)],
      WORDS,
      COLOURS,
      1000,
      String,
    );
    expect(listOf(series)[0]?.data).toMatchObject([{ value: '-' }, { value: 100.25 }]);
    expect(listOf(xAxis)[1]).toMatchObject({ data: ['2023-05\nnot audited', '{chosen|2023-06}'] });
  });
});
