import { describe, expect, it } from 'vitest';
import { audit } from '../../../../src/shared/reconcile/audit';
import { settlementLine, termsOf } from '../../../support/bill-lines';
import { cleanMonth, type CleanMonth } from '../../../support/clean-month';
import { METERING_MISTAKES } from '../../../support/metering-mistakes';
import { Random } from '../../../support/random';
import type { Charge } from '../../../../src/shared/settlement/charge';

const excessOf = (name: string, charge: Charge, month: CleanMonth): number => {
  const mistake = METERING_MISTAKES.find((one) => one.name === name);
  const plain = { terms: termsOf(charge), slip: termsOf(charge).minutes, copies: 1, taxRate: null };
  const made = mistake?.make(plain, charge, month, new Random(1));
  return made ? made.terms.minutes.minus(plain.terms.minutes).toNumber() : 0;
};

/** The bill whose lines of these charges are off by as many minutes as the mistake gives. */
function billed(month: CleanMonth, name: string, on: ReadonlySet<Charge>) {
  return month.charges.flatMap((charge, index) => {
    const terms = termsOf(charge);
    const minutes = terms.minutes.plus(on.has(charge) ? excessOf(name, charge, month) : 0);
    return minutes.isZero() ? [] : [settlementLine(index + 1, { ...terms, minutes })];
  });
}

function causeOf(month: CleanMonth, name: string, on: readonly Charge[], asked: Charge) {
  const lines = billed(month, name, new Set(on));
  const { comparisons } = audit({ ...month, billLines: lines, period: null });
  return comparisons.find(({ id }) => id === asked.id)?.causes.map(({ cause }) => cause);
}

/** A charge whose rows rounded up by themselves and whose UTC day give the same minutes, and others that tell. */
function ambiguity() {
  for (let seed = 1; seed < 400; seed += 1) {
    const month = cleanMonth(new Random(seed));
    const open = month.charges.filter((one) => one.billableMinutes > 0);
    const plain = open.filter((one) => one.packageMinutes + one.trialMinutes === 0);
    const asked = plain.find((one) => {
      const minutes = excessOf('row-rounding', one, month);
      return minutes > 0 && minutes === excessOf('utc-days', one, month);
    });
    const tellable = METERING_MISTAKES.find(({ name }) => name === 'utc-days');
    const clear = plain.filter((one) => one !== asked && tellable?.fits(one, month));
    if (asked && clear.length >= 3) return { month, asked, clear: clear.slice(0, 3) };
  }
  throw new Error('no month is ambiguous');
}

describe('a line that two mistakes explain equally well', () => {
  const { month, asked, clear } = ambiguity();

  it('takes the likelier one by itself', () => {
    expect(causeOf(month, 'utc-days', [asked], asked)).toEqual(['row-rounding']);
  });

  it('is not decided by two other lines', () => {
    const two = [asked, ...clear.slice(0, 2)];
    expect(causeOf(month, 'utc-days', two, asked)).toEqual(['row-rounding']);
  });

  it('follows the mistake that alone explains three others', () => {
    expect(causeOf(month, 'utc-days', [asked, ...clear], asked)).toEqual(['day-shifted']);
  });
});
