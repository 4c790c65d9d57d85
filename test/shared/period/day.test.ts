import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  compareDays,
  day,
  daysBetween,
  daysInMonth,
  firstOfMonth,
  fromSerial,
  isDay,
  lastOfMonth,
  partsOf,
  toSerial,
  type Day,
} from '../../../src/shared/period/day';
import { contains, monthOf } from '../../../src/shared/period/period';

const MS = 86_400_000;
/** A day as the calendar of the language knows it: the independent opinion these laws are held against. */
const fromEpoch = (days: number): Day => day(new Date(days * MS).toISOString().slice(0, 10));
const epochOf = (date: Day) => Date.parse(`${date}T00:00:00Z`) / MS;
const FIRST = epochOf(day('1900-01-01'));
const LAST = epochOf(day('2200-12-31'));
const anyDay = fc.integer({ min: FIRST, max: LAST }).map(fromEpoch);
const steps = fc.integer({ min: -40_000, max: 40_000 });

describe('days', () => {
  it('every day from 1900 to 2200 has the serial after the day before, and comes back from it', () => {
    const start = toSerial(fromEpoch(FIRST)) - FIRST;
    for (let epoch = FIRST; epoch <= LAST; epoch += 1) {
      const date = fromEpoch(epoch);
      if (toSerial(date) !== start + epoch || fromSerial(start + epoch) !== date)
        expect.fail(`${date} has serial ${toSerial(date)}`);
    }
  });

  it('addDays and daysBetween agree with the calendar and undo each other', () => {
    fc.assert(
      fc.property(anyDay, steps, (date, count) => {
        const moved = addDays(date, count);
        expect(moved).toBe(fromEpoch(epochOf(date) + count));
        expect(addDays(moved, -count)).toBe(date);
        expect(daysBetween(date, moved)).toBe(count);
      }),
    );
  });

  it('text order is time order', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(a < b).toBe(epochOf(a) < epochOf(b));
        expect(Math.sign(compareDays(a, b))).toBe(Math.sign(epochOf(a) - epochOf(b)));
        expect(compareDays(a, a)).toBe(0);
      }),
    );
  });

  it('addMonths keeps the day of the month, or takes the last there is', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (date, count) => {
        const { year, month, dayOfMonth } = partsOf(date);
        const target = new Date(Date.UTC(year, month - 1 + count, 1));
        const length = new Date(
          Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0),
        ).getUTCDate();
        expect(partsOf(addMonths(date, count))).toEqual({
          year: target.getUTCFullYear(),
          month: target.getUTCMonth() + 1,
          dayOfMonth: Math.min(dayOfMonth, length),
        });
      }),
    );
  });

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2023-12-31', 2, '2024-02-29'],
    ['2024-03-31', -1, '2024-02-29'],
  ])('%s and %i months is %s', (date, count, expected) => {
    expect(addMonths(day(date), count)).toBe(expected);
  });

  it('months have their lengths, leap centuries too', () => {
    expect([1900, 2000, 2023, 2024, 2100].map((year) => daysInMonth(year, 2))).toEqual([
      28, 29, 28, 29, 28,
    ]);
    fc.assert(
      fc.property(anyDay, (date) => {
        const { from, to } = monthOf(date);
        expect(firstOfMonth(date)).toBe(from);
        expect(addDays(lastOfMonth(date), 1)).toBe(to);
        expect(contains({ from, to }, date)).toBe(true);
        expect(contains({ from, to }, to)).toBe(false);
        expect(contains({ from, to }, addDays(from, -1))).toBe(false);
      }),
    );
  });

  it.each([
    '2023-02-29',
    '2023-13-01',
    '2023-00-10',
    '2023-04-31',
    '0000-01-01',
    '2023-06-00',
    '2023-6-1',
    '12023-06-01',
    ' 2023-06-01',
    '2023/06/01',
    '2023-06-01T',
    '',
  ])('"%s" is not a day', (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => day(text)).toThrow(/not a day/);
  });
});
