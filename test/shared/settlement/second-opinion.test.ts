import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toScaled } from '../../../src/shared/money/decimal';
import { billOf } from '../../support/bill-of';
import { randomAccount } from '../../support/random-account';
import { secondOpinion, type SecondCharge } from '../../support/second-opinion/second-opinion';

/** More accounts on demand: RECOUNT_CASES=10000. */
const CASES = Number(process.env['RECOUNT_CASES'] ?? 300);

describe('a second, independent computation', () => {
  it(`agrees with the engine to the last digit on ${CASES} random accounts`, () => {
    fc.assert(
      fc.property(randomAccount, ({ rows, ...account }) => {
        const charges = billOf(account, rows).charges.map((charge): SecondCharge => ({
          id: charge.id,
          metered: charge.meteredMinutes,
          trial: charge.trialMinutes,
          packages: charge.packageMinutes,
          billable: charge.billableMinutes,
          unitPrice: toScaled(charge.unitPrice, 8),
          amount: toScaled(charge.amount, 8),
        }));
        const sorted = charges.sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(sorted).toEqual(secondOpinion({ rows, ...account }));
      }),
      { numRuns: CASES },
    );
  });
});
