import DecimalJs from 'decimal.js';
import type { Decimal } from './decimal';

/**
 * Rounding is always one of these, by name, at a place listed in docs/money.md.
 * half-up: ties away from zero. up: away from zero. down: towards zero.
 */
export type RoundingRule = 'half-up' | 'half-even' | 'up' | 'down';

const MODES: Readonly<Record<RoundingRule, DecimalJs.Rounding>> = {
  'half-up': DecimalJs.ROUND_HALF_UP,
  'half-even': DecimalJs.ROUND_HALF_EVEN,
  up: DecimalJs.ROUND_UP,
  down: DecimalJs.ROUND_DOWN,
};

/** `value` with at most `scale` decimals, by `rule`. One that has no more stays the number it is. */
export function round(value: Decimal, scale: number, rule: RoundingRule): Decimal {
  if (value.decimalPlaces() <= scale) return value;
  return value.toDecimalPlaces(scale, MODES[rule]);
}
