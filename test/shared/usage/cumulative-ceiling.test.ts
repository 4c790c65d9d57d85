import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ceilingMinutes, CumulativeCeiling } from '../../../src/shared/usage/cumulative-ceiling';

describe('the cumulative ceiling', () => {
  it('G20: 30 s, 20 s, 40 s are 1, 0, 1 minutes', () => {
    const ceiling = new CumulativeCeiling();
    expect([30, 20, 40].map((seconds) => ceiling.add(seconds).minutes)).toEqual([1, 0, 1]);
    expect(ceiling.seconds).toBe(90);
  });

  it('counts any remainder as one more minute, also for the largest sums', () => {
    expect([0, 1, 59, 60, 61, 120].map(ceilingMinutes)).toEqual([0, 1, 1, 1, 2, 2]);
    const most = Number.MAX_SAFE_INTEGER;
    expect(BigInt(ceilingMinutes(most))).toBe((BigInt(most) + 59n) / 60n);
  });

  it('comes to the same however the seconds are split', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000)), (parts) => {
        const ceiling = new CumulativeCeiling();
        const minutes = parts.map((part) => ceiling.add(part).minutes);
        const total = parts.reduce((sum, part) => sum + part, 0);
        expect(minutes.reduce((sum, part) => sum + part, 0)).toBe(ceilingMinutes(total));
      }),
    );
  });

  it('bounds rows that were rounded up one by one: the true minutes are never outside', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1 }), (trueSeconds) => {
        const ceiling = new CumulativeCeiling();
        let [high, low, sum] = [0, 0, 0];
        for (const seconds of trueSeconds) {
          const added = ceiling.add(ceilingMinutes(seconds) * 60, 1);
          expect(added.low).toBeGreaterThanOrEqual(0);
          high += added.minutes;
          low += added.low;
          sum += seconds;
        }
        expect(low).toBe(high - (trueSeconds.length - 1));
        expect(ceilingMinutes(sum)).toBeGreaterThanOrEqual(low);
        expect(ceilingMinutes(sum)).toBeLessThanOrEqual(high);
      }),
    );
  });

  it('mixes exact seconds and rounded rows without losing the bound', () => {
    const row = fc.record({ seconds: fc.integer({ min: 1, max: 400 }), rounded: fc.boolean() });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const ceiling = new CumulativeCeiling();
        let [high, low, sum] = [0, 0, 0];
        for (const { seconds, rounded } of rows) {
          const added = ceiling.add(
            rounded ? ceilingMinutes(seconds) * 60 : seconds,
            Number(rounded),
          );
          high += added.minutes;
          low += added.low;
          sum += seconds;
        }
        expect(ceilingMinutes(sum)).toBeGreaterThanOrEqual(low);
        expect(ceilingMinutes(sum)).toBeLessThanOrEqual(high);
      }),
    );
  });
});
