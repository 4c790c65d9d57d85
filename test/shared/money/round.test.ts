import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, fromScaled, toText } from '../../../src/shared/money/decimal';
import { round, type RoundingRule } from '../../../src/shared/money/round';

const rules: readonly RoundingRule[] = ['half-up', 'half-even', 'up', 'down'];
const anyRule = fc.constantFrom(...rules);
/** Decimals with up to 12 places, of either sign. */
const anyDecimal = fc
  .tuple(fc.bigInt(-(10n ** 18n), 10n ** 18n), fc.integer({ min: 0, max: 12 }))
  .map(([units, scale]) => fromScaled(units, scale));
const anyScale = fc.integer({ min: 0, max: 10 });

/** The same by integers alone: units of 10^-12 divided by the step, remainder judged by the rule. */
function roundedUnits(units: bigint, step: bigint, rule: RoundingRule): bigint {
  const size = units < 0n ? -units : units;
  const [whole, rest] = [size / step, size % step];
  const up =
    rule === 'up'
      ? rest > 0n
      : rule === 'down'
        ? false
        : rule === 'half-up'
          ? rest * 2n >= step
          : rest * 2n > step || (rest * 2n === step && whole % 2n === 1n);
  return (units < 0n ? -1n : 1n) * (whole + (up ? 1n : 0n));
}

describe('round', () => {
  it.each([
    ['1.005', 2, 'half-up', '1.01'],
    ['-1.005', 2, 'half-up', '-1.01'],
    ['1.005', 2, 'half-even', '1'],
    ['1.015', 2, 'half-even', '1.02'],
    ['1.0000000001', 2, 'up', '1.01'],
    ['-1.0000000001', 2, 'up', '-1.01'],
    ['1.999', 2, 'down', '1.99'],
    ['-1.999', 2, 'down', '-1.99'],
    ['0.005', 2, 'half-up', '0.01'],
    ['-0.004', 2, 'half-up', '0'],
    ['12345678901234567890.5', 0, 'half-up', '12345678901234567891'],
  ] as const)('%s to %i decimals, %s: %s', (value, scale, rule, expected) => {
    expect(toText(round(decimal(value), scale, rule))).toBe(expected);
  });

  it('agrees with integer arithmetic', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 20n), 10n ** 20n),
        fc.integer({ min: 0, max: 12 }),
        anyRule,
        (units, scale, rule) => {
          const expected = roundedUnits(units, 10n ** BigInt(12 - scale), rule);
          const actual = round(fromScaled(units, 12), scale, rule);
          expect(actual.equals(fromScaled(expected, scale))).toBe(true);
        },
      ),
    );
  });

  it('moves a value by less than one step, and not twice', () => {
    fc.assert(
      fc.property(anyDecimal, anyScale, anyRule, (value, scale, rule) => {
        const once = round(value, scale, rule);
        expect(once.decimalPlaces()).toBeLessThanOrEqual(scale);
        expect(once.minus(value).abs().lessThan(fromScaled(1n, scale))).toBe(true);
        expect(round(once, scale, rule).equals(once)).toBe(true);
      }),
    );
  });

  it('keeps the order of values', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, anyScale, anyRule, (a, b, scale, rule) => {
        const [low, high] = a.lessThan(b) ? [a, b] : [b, a];
        expect(round(low, scale, rule).lessThanOrEqualTo(round(high, scale, rule))).toBe(true);
      }),
    );
  });

  it('is the mirror of itself for negative values', () => {
    fc.assert(
      fc.property(anyDecimal, anyScale, anyRule, (value, scale, rule) => {
        const mirrored = round(value.negated(), scale, rule).negated();
        expect(mirrored.equals(round(value, scale, rule))).toBe(true);
      }),
    );
  });
});
