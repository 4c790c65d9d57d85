import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sum, toText } from '../../../src/shared/money/decimal';
import { deductionsOf, precisionOf } from '../../../src/shared/settlement/precision';
import { billOf, chargeTexts } from '../../support/bill-of';
import {
  randomAccount,
  randomChinaAccount,
  randomInternationalAccount,
} from '../../support/random-account';
import type { UsageRow } from '../../support/usage-ledger';

const anyAccount = fc.oneof(randomAccount, randomChinaAccount, randomInternationalAccount);

const total = (bill: ReturnType<typeof billOf>) => sum(bill.charges.map(({ amount }) => amount));

describe('laws of the expected bill', () => {
  it('the order of the rows does not matter', () => {
    const shuffled = anyAccount.chain((account) =>
      fc.tuple(
        fc.constant(account),
        fc.shuffledSubarray([...account.rows], { minLength: account.rows.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([{ rows, ...stated }, otherOrder]) => {
        expect(billOf(stated, otherOrder)).toEqual(billOf(stated, rows));
      }),
    );
  });

  it('more usage never lowers the cost at list price', () => {
    const more = randomAccount
      .filter(({ rows }) => rows.length > 0)
      .chain((account) =>
        fc.tuple(
          fc.constant(account),
          fc.nat(account.rows.length - 1),
          fc.integer({ min: 1, max: 4000 }),
        ),
      );
    fc.assert(
      fc.property(more, ([{ rows, ...stated }, index, extra]) => {
        // Added up over a month, a second more can put a started minute on an earlier day, which a trial or a
        // package still covers: nothing may be drawn there.
        const undrawn = stated.settlement === 'monthly' ? { trial: null, packages: [] } : {};
        const account = { ...stated, contract: [], ...undrawn };
        const grown = rows.map((row, at) =>
          at === index ? { ...row, seconds: (row.seconds ?? 0) + extra } : row,
        );
        expect(total(billOf(account, grown)).gte(total(billOf(account, rows)))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('splitting a row at any 5-minute point keeps the minutes of its day', () => {
    const row = fc.record({ at: fc.nat(287), seconds: fc.nat(300), later: fc.nat(300) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const time = (slot: number) =>
          [Math.floor(slot / 12), (slot % 12) * 5]
            .map((part) => String(part).padStart(2, '0'))
            .join(':');
        const usage = { day: '2022-06-01', item: 'av.hd' } as const;
        const whole = rows.map(({ at, seconds, later }) => {
          return { ...usage, at: time(at), seconds: seconds + later };
        });
        const split = rows.flatMap(({ at, seconds, later }): UsageRow[] => [
          { ...usage, at: time(at), seconds },
          { ...usage, at: time(287 - at), seconds: later },
        ]);
        const account = { settlement: 'daily' };
        expect(chargeTexts(billOf(account, split))).toEqual(chargeTexts(billOf(account, whole)));
      }),
    );
  });

  it('an audited month is the same stretch of the whole bill', () => {
    fc.assert(
      fc.property(anyAccount, ({ rows, ...stated }) => {
        const all = billOf(stated, rows);
        const june = billOf(stated, rows, { from: '2022-06-01', to: '2022-07-01' });
        const inJune = (date: string) => date.startsWith('2022-06');
        expect(june.charges).toEqual(all.charges.filter((charge) => inJune(charge.periodStart)));
        expect(june.drawdowns).toEqual(all.drawdowns.filter((row) => inJune(row.day)));
      }),
    );
  });

  it('deductions and the precision line together are the sum of the lines', () => {
    fc.assert(
      fc.property(anyAccount, ({ rows, ...stated }) => {
        const bill = billOf(stated, rows);
        const deductions = deductionsOf(bill.charges);
        const parts = [
          ...deductions.map(({ taken }) => taken),
          ...precisionOf(deductions).map(({ amount }) => amount),
        ];
        expect(toText(sum(parts))).toBe(toText(total(bill)));
        for (const { taken, exact } of deductions) {
          expect(taken.decimalPlaces()).toBeLessThanOrEqual(2);
          expect(taken.minus(exact).abs().lte('0.005')).toBe(true);
        }
      }),
    );
  });
});
