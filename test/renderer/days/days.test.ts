import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayByFieldKey,
  dayByPageKey,
  daysLater,
  firstWeekday,
  monthsLater,
  todayHere,
  weeksOf,
} from '../../../src/renderer/days/calendar-month';
import { isWrittenDay, writtenDay } from '../../../src/renderer/days/written-day';

/** As `getUTCDay` counts them. */
const [SUNDAY, MONDAY] = [0, 1];

const anyDay = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a written day', () => {
  it('is YYYY-MM-DD and in the calendar', () => {
    expect(isWrittenDay('2024-02-29')).toBe(true);
    for (const text of ['2023-02-29', '2023-6-3', '06/03/2023', '', '2023-06'])
      expect(isWrittenDay(text)).toBe(false);
  });

  it('is understood in year, month, day order, however they are set apart', () => {
    for (const text of ['2023/6/3', ' 2023.06.03 ', '2023年6月3日', '2023년 6월 3일', '20230603'])
      expect(writtenDay(text)).toBe('2023-06-03');
    expect(writtenDay('２０２３－０６－０３')).toBe('2023-06-03');
  });

  it('is never guessed where the order is open or the calendar has no such day', () => {
    for (const text of ['03/06/2023', '3.6.2023', '2023-02-30', '2023-13-01', 'June 3', '2023'])
      expect(writtenDay(text)).toBe(text);
  });

  it('stays as it is once it is a day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(writtenDay(day)).toBe(day);
      }),
    );
  });
});

describe('the page of a month', () => {
  it('is whole weeks from their first day on that hold every day of the month once', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(SUNDAY, MONDAY), (day, first) => {
        const weeks = weeksOf(day, first);
        const days = weeks.flat();
        for (const week of weeks) expect(week).toHaveLength(7);
        expect(new Date(days[0] ?? '').getUTCDay()).toBe(first);
        days.forEach((each, index) => expect(each).toBe(daysLater(days[0] ?? '', index)));
        const month = days.filter((each) => each.slice(0, 7) === day.slice(0, 7));
        expect(month).toContain(day);
        expect(month[0]).toBe(`${day.slice(0, 7)}-01`);
        expect(daysLater(month.at(-1) ?? '', 1).slice(8)).toBe('01');
        // No week is of other months alone.
        for (const week of weeks)
          expect(week.some((each) => each.slice(0, 7) === day.slice(0, 7))).toBe(true);
      }),
    );
  });

  it('steps by months to the same day, or the last there is', () => {
    expect(monthsLater('2023-01-31', 1)).toBe('2023-02-28');
    expect(monthsLater('2024-03-31', -1)).toBe('2024-02-29');
    expect(monthsLater('2023-12-15', 1)).toBe('2024-01-15');
  });
});

describe('keys', () => {
  it('step by a day or a month in the field, and leave all others alone', () => {
    expect(dayByFieldKey('ArrowUp', '2023-06-30')).toBe('2023-07-01');
    expect(dayByFieldKey('ArrowDown', '2023-01-01')).toBe('2022-12-31');
    expect(dayByFieldKey('PageUp', '2023-06-30')).toBe('2023-07-30');
    expect(dayByFieldKey('PageDown', '2023-03-31')).toBe('2023-02-28');
    for (const key of ['ArrowLeft', 'ArrowRight', 'Home', 'End', '1'])
      expect(dayByFieldKey(key, '2023-06-30')).toBeNull();
  });

  it('lead over the page as over a grid', () => {
    // A Saturday.
    const at = '2023-06-03';
    expect(dayByPageKey('ArrowLeft', at, MONDAY)).toBe('2023-06-02');
    expect(dayByPageKey('ArrowRight', at, MONDAY)).toBe('2023-06-04');
    expect(dayByPageKey('ArrowUp', at, MONDAY)).toBe('2023-05-27');
    expect(dayByPageKey('ArrowDown', at, MONDAY)).toBe('2023-06-10');
    expect(dayByPageKey('Home', at, MONDAY)).toBe('2023-05-29');
    expect(dayByPageKey('End', at, MONDAY)).toBe('2023-06-04');
    expect(dayByPageKey('PageUp', at, MONDAY)).toBe('2023-05-03');
    expect(dayByPageKey('PageDown', at, MONDAY)).toBe('2023-07-03');
    expect(dayByPageKey('Enter', at, MONDAY)).toBeNull();
  });

  it('lead to the ends of the week as the language counts it', () => {
    expect((['en', 'zh-CN', 'ko'] as const).map(firstWeekday)).toEqual([MONDAY, MONDAY, SUNDAY]);
    expect(dayByPageKey('Home', '2023-06-03', SUNDAY)).toBe('2023-05-28');
    expect(dayByPageKey('End', '2023-06-03', SUNDAY)).toBe('2023-06-03');
  });

  it('today is that of the reader’s own clock', () => {
    expect(todayHere(new Date(2023, 5, 3, 23, 59))).toBe('2023-06-03');
    expect(todayHere(new Date(2023, 5, 3, 0, 1))).toBe('2023-06-03');
  });
});
