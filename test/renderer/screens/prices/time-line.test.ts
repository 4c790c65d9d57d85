import { describe, expect, it } from 'vitest';
import { timeLine } from '../../../../src/renderer/screens/prices/time-line';

describe('the time line of prices', () => {
  const rows = [
    { from: '2021-01-01', to: '2022-07-02' },
    { from: '2022-07-02', to: null },
  ];
  const line = timeLine(rows);

  it('has every year, and one more for what has no end', () => {
    expect(line.years.map(({ year }) => year)).toEqual([2021, 2022, 2023]);
    expect(line.years[0]?.start).toBe(0);
  });

  it('lays prices that follow each other side by side, up to the end', () => {
    const [first, second] = rows.map(line.placeOf);
    expect(first?.start).toBe(0);
    expect(second?.start).toBeCloseTo((first?.start ?? 0) + (first?.width ?? 0), 9);
    expect((second?.start ?? 0) + (second?.width ?? 0)).toBeCloseTo(100, 9);
  });

  it('names every year of ten, and only some of more', () => {
    const from = (year: number) => timeLine([{ from: `${year}-01-01`, to: '2026-03-01' }]).years;
    expect(from(2018).map(({ year }) => year)).toEqual(
      Array.from({ length: 10 }, (_, index) => 2018 + index),
    );
    expect(from(2010).map(({ year }) => year)).toEqual(
      Array.from({ length: 9 }, (_, index) => 2010 + 2 * index),
    );
  });

  it('is empty without prices', () => {
    expect(timeLine([]).years).toEqual([]);
  });
});
