import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saidLeft, secondsLeft } from '../../../src/renderer/client/time-left';

describe('how long work will take', () => {
  const begun = { at: 10_000, done: 0 };

  it('is told by how fast it went, and not before that can be known', () => {
    expect(secondsLeft(begun, { at: 14_000, done: 25 }, 100)).toBe(12);
    expect(secondsLeft({ at: 0, done: 50 }, { at: 10_000, done: 75 }, 100)).toBe(10);
    expect(secondsLeft(begun, { at: 11_999, done: 25 }, 100)).toBeNull();
    expect(secondsLeft(begun, { at: 60_000, done: 1 }, 100)).toBeNull();
    expect(secondsLeft(begun, { at: 60_000, done: 0 }, 0)).toBeNull();
    expect(secondsLeft(begun, { at: 14_000, done: 100 }, 100)).toBe(0);
  });

  it('is said in round steps, never less than it is, and by less than a step too much', () => {
    expect([0, 5, 6, 51, 55].map((seconds) => saidLeft(seconds))).toEqual(
      [5, 5, 10, 55, 55].map((count) => ({ unit: 'seconds', count })),
    );
    expect([56, 60, 61, 3599].map((seconds) => saidLeft(seconds))).toEqual(
      [1, 1, 2, 60].map((count) => ({ unit: 'minutes', count })),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (seconds) => {
        const { unit, count } = saidLeft(seconds);
        const [said, step] = unit === 'seconds' ? [count, 5] : [count * 60, 60];
        expect(said).toBeGreaterThanOrEqual(seconds);
        expect(said - seconds).toBeLessThanOrEqual(step);
      }),
    );
  });
});
