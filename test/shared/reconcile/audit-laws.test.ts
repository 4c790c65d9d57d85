import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BillLine } from '../../../src/shared/bill/bill-line';
import { sum, toText } from '../../../src/shared/money/decimal';
import { day } from '../../../src/shared/period/day';
import { audit } from '../../../src/shared/reconcile/audit';
import type { AuditResult } from '../../../src/shared/reconcile/result/audit-result';
import { bridgeOf } from '../../../src/shared/reconcile/bridge/bridge';
import { isDiscrepancy } from '../../../src/shared/reconcile/result/discrepancy';
import { billOf, settlementLine, termsOf } from '../../support/bill-lines';
import { ledgerOf, type UsageRow } from '../../support/ledger';
import { cleanMonth } from '../../support/clean-month';
import { PLANTABLE, plantedBill } from '../../support/planted-bill';
import { Random } from '../../support/random';

/** A month with up to three mistakes, and lines of every other kind. */
const spoiled = fc
  .record({
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    kinds: fc.array(fc.constantFrom(...PLANTABLE), { maxLength: 3 }),
  })
  .map(({ seed, kinds }) => {
    const random = new Random(seed);
    const month = cleanMonth(random, 8);
    const lines = [...(plantedBill(month, kinds, random)?.lines ?? billOf(month.charges))];
    const base = settlementLine(90_001, {
      ...termsOf(random.pick(month.charges.filter((charge) => charge.billableMinutes > 0))),
      item: null,
    });
    const extra: BillLine[] = [
      base,
      { ...base, id: 90_002, bucket: 'package-purchase' },
      { ...base, id: 90_003, bucket: 'precision' },
      { ...base, id: 90_004, bucket: 'other-product' },
    ];
    return { ...month, billLines: random.chance(0.5) ? [...lines, ...extra] : lines, period: null };
  });

function twice(row: UsageRow): UsageRow {
  return row.minutes === undefined
    ? { ...row, seconds: (row.seconds ?? 0) * 2 }
    : { ...row, minutes: row.minutes * 2 };
}

const laws = { numRuns: 40 };

function idsOnce(ids: readonly (string | number)[]): void {
  expect(new Set(ids).size).toBe(ids.length);
}

describe('laws of the audit', () => {
  it('shares and unexplained add up to each difference, exactly', () => {
    fc.assert(
      fc.property(spoiled, (input) => {
        for (const one of audit(input).comparisons) {
          const parts = sum([...one.causes.map((share) => share.amount), one.unexplained]);
          expect(toText(parts)).toBe(toText(one.difference));
          expect(toText(one.billedAmount.minus(one.expectedAmount))).toBe(toText(one.difference));
        }
      }),
      laws,
    );
  });

  it('totals are the sums of their parts, and the bridge closes', () => {
    fc.assert(
      fc.property(spoiled, (input) => {
        const result = audit(input);
        const { totals } = result;
        const ofBucket = (settlement: boolean) =>
          input.billLines
            .filter((line) => (line.bucket === 'settlement') === settlement)
            .map((line) => line.amount);
        expect(toText(totals.billed)).toBe(toText(sum(ofBucket(true))));
        expect(toText(totals.otherLines)).toBe(toText(sum(ofBucket(false))));
        expect(toText(totals.explained.plus(totals.unexplained))).toBe(toText(totals.difference));
        expect(toText(totals.billed.minus(totals.expected))).toBe(toText(totals.difference));
        const steps = bridgeOf(result).map((step) => step.amount);
        expect(toText(sum(steps))).toBe(toText(totals.difference));
      }),
      laws,
    );
  });

  it('every line is in exactly one comparison or bucket, every charge in one comparison', () => {
    fc.assert(
      fc.property(spoiled, (input) => {
        const { comparisons, otherLines, charges } = audit(input);
        idsOnce(comparisons.map((one) => one.id));
        const lineIds = [
          ...comparisons.flatMap((one) => one.billLineIds),
          ...otherLines.flatMap((one) => one.lineIds),
        ];
        idsOnce(lineIds);
        expect(new Set(lineIds)).toEqual(new Set(input.billLines.map((line) => line.id)));
        const chargeIds = comparisons.flatMap((one) => one.chargeIds);
        idsOnce(chargeIds);
        expect(new Set(chargeIds)).toEqual(new Set(charges.map((charge) => charge.id)));
      }),
      laws,
    );
  });

  it('does not depend on the order of the lines', () => {
    const summary = ({ comparisons, totals }: AuditResult) => ({
      totals: Object.values(totals).map(toText),
      found: comparisons.map(({ id, status, causes }) => [
        id,
        status,
        ...causes.map((share) => `${share.cause} ${toText(share.amount)}`),
      ]),
    });
    fc.assert(
      fc.property(spoiled, (input) => {
        const reversed = { ...input, billLines: input.billLines.toReversed() };
        expect(summary(audit(reversed))).toEqual(summary(audit(input)));
      }),
      laws,
    );
  });

  it('swapping the quantities that were billed and expected negates every difference', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
        const few = cleanMonth(new Random(seed), 4);
        const many = { ...few, usage: ledgerOf(few.rows.map(twice)) };
        const chargesOf = (month: typeof few) =>
          audit({ ...month, billLines: [], period: null }).charges;
        const forward = audit({ ...few, billLines: billOf(chargesOf(many)), period: null });
        const back = audit({ ...many, billLines: billOf(chargesOf(few)), period: null });
        const differences = (result: AuditResult, sign: 1 | -1) =>
          result.comparisons.map((one) => `${one.id} ${toText(one.difference.times(sign))}`);
        expect(differences(back, -1)).toEqual(differences(forward, 1));
      }),
      { numRuns: 15 },
    );
  });

  it('without a bill lists the charges, compares nothing and still closes', () => {
    const month = cleanMonth(new Random(7));
    const result = audit({ ...month, billLines: [], period: null });
    expect(result.comparisons).toEqual([]);
    expect(result.charges).toEqual(month.charges);
    expect(toText(result.totals.unexplained)).toBe('0');
    expect(bridgeOf(result)).toMatchObject([{ cause: 'line-missing', comparisons: 0 }]);
    expect(result.issues.map((issue) => issue.code)).toContain('audit-without-bill');
  });

  it('with a period says the same, whatever a later month brings', () => {
    const month = cleanMonth(new Random(8));
    const period = { from: day('2023-06-01'), to: day('2023-06-11') };
    const bill = billOf(month.charges);
    // A later line that contradicts itself is the later month's affair.
    const wrong = bill.map((line) => ({ ...line, amount: line.amount.plus(1) }));
    const isLater = (line: BillLine) => (line.usageStart ?? '') >= period.to;
    const own = bill.filter((line) => !isLater(line));
    const later = wrong.filter(isLater).map((line) => ({ ...line, importId: 2 }));
    expect([own.length > 0, later.length > 0]).toEqual([true, true]);
    const before = audit({ ...month, billLines: own, period });
    const after = audit({ ...month, billLines: [...own, ...later], period });
    expect(after).toEqual(before);
    const theirs = audit({ ...month, billLines: later, period });
    expect(theirs.issues.map(({ code }) => code)).toEqual(['bill-lines-outside-period']);
  });

  it('with a period says what it leaves out of a file that is about this period', () => {
    const month = cleanMonth(new Random(8));
    const period = { from: day('2023-06-05'), to: day('2023-06-11') };
    const bill = billOf(month.charges);
    const starts = (line: BillLine) => line.usageStart ?? '';
    const before = bill.filter((line) => starts(line) < period.from);
    const after = bill.filter((line) => starts(line) >= period.to);
    expect([before.length > 0, after.length > 0]).toEqual([true, true]);
    const leftOf = (billLines: readonly BillLine[]) =>
      audit({ ...month, billLines, period }).issues.find(
        ({ code }) => code === 'bill-lines-outside-period',
      )?.params['lines'];
    expect(leftOf(bill)).toBe(before.length + after.length);
    const inOtherFile = (line: BillLine) =>
      starts(line) < period.from ? { ...line, importId: 2 } : line;
    expect(leftOf(bill.map(inOtherFile))).toBe(after.length);
  });

  it('with a period reports only what starts inside it, and says what it leaves out', () => {
    const month = cleanMonth(new Random(8));
    const period = { from: day('2023-06-09'), to: day('2023-06-11') };
    const result = audit({ ...month, billLines: billOf(month.charges), period });
    expect(result.comparisons.length).toBeGreaterThan(0);
    expect(result.comparisons.every((one) => one.periodStart >= period.from)).toBe(true);
    expect(result.comparisons.filter(isDiscrepancy)).toEqual([]);
    expect(result.issues.map((issue) => issue.code)).toEqual(['bill-lines-outside-period']);
  });
});
