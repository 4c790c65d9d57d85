import type { SecondCharge } from './second-opinion';

/** Money taken on one day, in cents, and what its rounding moved, in 10^-8. */
export interface SecondDeduction {
  chargedOn: string;
  cents: bigint;
  moved: bigint;
}

const CENT = 10n ** 6n;

/** Charges by the day on which they are taken; each day's sum goes to the nearest cent, halves up. */
export function secondDeductions(charges: readonly SecondCharge[]): SecondDeduction[] {
  const owed: Record<string, bigint> = {};
  for (const { chargedOn, amount } of charges) owed[chargedOn] = (owed[chargedOn] ?? 0n) + amount;
  return Object.keys(owed)
    .sort()
    .map((chargedOn) => {
      const exact = owed[chargedOn] ?? 0n;
      const rest = exact % CENT;
      const cents = exact / CENT + (rest * 2n >= CENT ? 1n : 0n);
      return { chargedOn, cents, moved: exact - cents * CENT };
    });
}

/** The precision line of each month of deductions, in 10^-8. */
export function secondPrecision(deductions: readonly SecondDeduction[]): Record<string, bigint> {
  const months: Record<string, bigint> = {};
  for (const { chargedOn, moved } of deductions) {
    const month = chargedOn.slice(0, 7);
    months[month] = (months[month] ?? 0n) + moved;
  }
  return months;
}
