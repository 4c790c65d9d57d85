import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayOfTime,
  isLocalTime,
  localTime,
  readMoment,
} from '../../../src/shared/period/local-time';

const seconds = fc.integer({
  min: Date.parse('1900-01-02T00:00:00Z') / 1000,
  max: Date.parse('2200-12-30T00:00:00Z') / 1000,
});
const clock = (second: number) => new Date(second * 1000).toISOString().slice(0, 19);
const pad = (value: number) => String(value).padStart(2, '0');

describe('moments on the billing clock', () => {
  it('a moment with any offset is the same instant at UTC+8', () => {
    fc.assert(
      fc.property(seconds, fc.integer({ min: -14 * 60, max: 14 * 60 }), (second, offset) => {
        const size = Math.abs(offset);
        const sign = offset < 0 ? '-' : '+';
        const text = `${clock(second + offset * 60)}${sign}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
        expect(readMoment(text)).toBe(clock(second + 8 * 3600));
      }),
    );
  });

  it('a moment without an offset is on the billing clock already', () => {
    fc.assert(
      fc.property(seconds, (second) => {
        const text = clock(second);
        expect(readMoment(text)).toBe(text);
        expect(dayOfTime(localTime(text))).toBe(text.slice(0, 10));
      }),
    );
  });

  it.each([
    ['2023-06-01', '2023-06-01T00:00:00'],
    ['2023-06-01T08:12', '2023-06-01T08:12:00'],
    ['2023-06-01 08:12:33', '2023-06-01T08:12:33'],
    ['2023-06-01T08:12:33.9999', '2023-06-01T08:12:33'],
    ['2023-06-01T08:12Z', '2023-06-01T16:12:00'],
    ['2023-06-01T20:12:33.5Z', '2023-06-02T04:12:33'],
    ['2023-06-01T08:12:33+00:00', '2023-06-01T16:12:33'],
    ['2023-06-01T08:12:33+0530', '2023-06-01T10:42:33'],
    ['2023-06-01T08:12:33-0930', '2023-06-02T01:42:33'],
    ['2023-06-01T08:12:33+14:00', '2023-06-01T02:12:33'],
  ])('"%s" is %s', (text, moment) => {
    expect(readMoment(text)).toBe(moment);
  });

  it.each([
    '2023-06-01T24:00:00',
    '2023-06-01T12:60:00',
    '2023-06-01T12:00:60',
    '2023-02-29T00:00:00',
    '2023-06-01Z',
    '2023-06-01T08',
    '2023-06-01-T08:00:00',
    '2023-06-01T08:00:00 ',
    '2023-06-01T08:00:00.',
    '2023-06-01T08:00:00.5s',
    '12023-06-01T08:00:00',
    '08:00',
    '',
  ])('"%s" is not a moment', (text) => {
    expect(readMoment(text)).toBeNull();
    expect(isLocalTime(text)).toBe(false);
    expect(() => localTime(text)).toThrow(/not a time/);
  });

  it.each(['+15:00', '-15:00', '+08:60', '+8', 'z', 'Z8'])(
    'no clock on earth is at "%s"',
    (offset) => {
      expect(readMoment(`2023-06-01T08:00:00${offset}`)).toBeNull();
    },
  );
});
