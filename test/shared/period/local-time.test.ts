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
    '2023-06-01T24:00:00',
    '2023-06-01T12:60:00',
    '2023-06-01T12:00:60',
    '2023-02-29T00:00:00',
    '2023-06-01Z',
    '08:00',
    '',
  ])('"%s" is not a moment', (text) => {
    expect(readMoment(text)).toBeNull();
    expect(isLocalTime(text)).toBe(false);
  });
});
