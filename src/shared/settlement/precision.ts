import { sum, ZERO, type Decimal } from '../money/decimal';
import { round } from '../money/round';
import { compareDays, firstOfMonth, type Day } from '../period/day';
import type { Charge } from './charge';

/** Decimals of the money that is actually taken (rulebook 6). */
export const DEDUCTION_SCALE = 2;

/** What one settlement run takes: the lines of one charge day, rounded once. */
export interface Deduction {
  readonly chargedOn: Day;
  /** Sum of the lines, 8 decimals. */
  readonly exact: Decimal;
  /** Half-up to 2 decimals. */
  readonly taken: Decimal;
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => Day): [Day, T[]][] {
  const groups = new Map<Day, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return [...groups].sort(([a], [b]) => compareDays(a, b));
}

/** The deductions of all charges, by charge day. */
export function deductionsOf(charges: readonly Charge[]): Deduction[] {
  return groupBy(charges, ({ chargedOn }) => chargedOn).map(([chargedOn, lines]) => {
    const exact = sum(lines.map(({ amount }) => amount));
    return { chargedOn, exact, taken: round(exact, DEDUCTION_SCALE, 'half-up') };
  });
}

/** What rounding to 2 decimals moved in one month of charge days. */
export interface MonthlyPrecision {
  /** The 1st of the month in which the money was taken. */
  readonly month: Day;
  /** Sum of exact - taken: the amount of the bill's precision line. Negative: more was taken than owed. */
  readonly amount: Decimal;
}

/** The precision line of each month: the sum of what the rounding of its deductions moved. */
export function precisionOf(deductions: readonly Deduction[]): MonthlyPrecision[] {
  return groupBy(deductions, ({ chargedOn }) => firstOfMonth(chargedOn)).map(([month, runs]) => ({
    month,
    amount: runs.reduce((total, { exact, taken }) => total.plus(exact).minus(taken), ZERO),
  }));
}
