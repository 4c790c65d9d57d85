import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toScaled } from '../../../src/shared/money/decimal';
import { deductionsOf, precisionOf } from '../../../src/shared/settlement/precision';
import { billOf } from '../../support/bill-of';
import {
  randomAccount,
  randomChinaAccount,
  randomInternationalAccount,
  randomOldAccount,
} from '../../support/random-account';
import {
  secondDeductions,
  secondPrecision,
  type SecondDeduction,
} from '../../support/second-opinion/second-deductions';
import { secondOpinion, type SecondCharge } from '../../support/second-opinion/second-opinion';

/** More accounts of each kind on demand: RECOUNT_CASES=10000. */
const CASES = Number(process.env['RECOUNT_CASES'] ?? 300);
/** Milliseconds: a busy machine takes up to a tenth of a second for an account. */
const TIME_OUT = 60_000 + CASES * 100;

describe('a second, independent computation', () => {
  it.each([
    ['China, around a change of tiers', randomAccount],
    ['China, value-added services, any metering', randomChinaAccount],
    ['China, packages that keep the single price or reach back to the 1st', randomOldAccount],
    ['international, all eras of free minutes, any metering', randomInternationalAccount],
  ])(
    `agrees with the engine to the last digit on ${CASES} random accounts: %s`,
    (_kind, kind) => {
      fc.assert(
        fc.property(kind, ({ rows, ...account }) => {
          const bill = billOf(account, rows);
          const charges = bill.charges.map((charge): SecondCharge => ({
            id: charge.id,
            chargedOn: charge.chargedOn,
            metered: charge.meteredMinutes,
            least: charge.meteredMinutesLow,
            trial: charge.trialMinutes,
            packages: charge.packageMinutes,
            billable: charge.billableMinutes,
            unitPrice: toScaled(charge.unitPrice, 8),
            amount: toScaled(charge.amount, 8),
          }));
          const second = secondOpinion({ rows, ...account });
          expect(charges.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(second);

          const runs = deductionsOf(bill.charges);
          const taken = secondDeductions(second);
          expect(
            runs.map(({ chargedOn, exact, taken: money }): SecondDeduction => ({
              chargedOn,
              cents: toScaled(money, 2),
              moved: toScaled(exact.minus(money), 8),
            })),
          ).toEqual(taken);
          expect(
            Object.fromEntries(
              precisionOf(runs).map(({ month, amount }) => [
                month.slice(0, 7),
                toScaled(amount, 8),
              ]),
            ),
          ).toEqual(secondPrecision(taken));
        }),
        { numRuns: CASES },
      );
    },
    TIME_OUT,
  );
});
