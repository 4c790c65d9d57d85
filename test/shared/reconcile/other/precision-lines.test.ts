import { describe, expect, it } from 'vitest';
import type { BillLine } from '../../../../src/shared/bill/bill-line';
import { decimal } from '../../../../src/shared/money/decimal';
import { day } from '../../../../src/shared/period/day';
import { localTime } from '../../../../src/shared/period/local-time';
import { precisionIssues } from '../../../../src/shared/reconcile/other/precision-lines';
import type { Charge } from '../../../../src/shared/settlement/charge';
import { billOf, chargeOf } from '../../../support/bill-lines';

/** 1.008 and 1.036 are taken as 1.01 and 1.04: the precision line is -0.002 - 0.004. */
const charges: readonly Charge[] = [36, 37].map((billableMinutes, index) =>
  chargeOf({ billableMinutes, periodStart: day(`2023-06-1${index}`) }),
);
const lines = billOf(charges);
const precision = (amount: string, change: Partial<BillLine> = {}): BillLine => {
  const [line] = lines;
  if (!line) throw new Error('no line');
  const chargedAt = localTime('2023-06-30T23:59:59');
  return { ...line, id: 99, bucket: 'precision', amount: decimal(amount), chargedAt, ...change };
};
const found = (...bill: readonly BillLine[]) =>
  precisionIssues(charges, bill, 'CNY').map(({ code, params }) => ({ code, params }));

describe('the precision line of a month', () => {
  it('that is what rounding to cents moved says nothing', () => {
    expect(found(...lines, precision('-0.006'))).toEqual([]);
  });

  it('that is something else is noted, with both amounts', () => {
    expect(found(...lines, precision('-0.0061'))).toEqual([
      {
        code: 'precision-differs',
        params: {
          month: '2023-06',
          printedAmount: '-0.0061',
          computedAmount: '-0.006',
          toleranceAmount: '0',
        },
      },
    ]);
  });

  it('is for the month of the use it names, whenever it was deducted, and of either sign', () => {
    const june = {
      usageStart: localTime('2023-06-01T00:00:00'),
      chargedAt: localTime('2023-07-01T00:00:00'),
    };
    expect(found(...lines, precision('-0.006', june))).toEqual([]);
    expect(found(...lines, precision('0.006', june))).toEqual([]);
    expect(found(...lines, precision('0.0061', june))).toMatchObject([
      { params: { month: '2023-06', computedAmount: '0.006' } },
    ]);
  });

  it('may be a cent off for each day on which bill and charges differ', () => {
    const [first] = lines;
    if (!first) throw new Error('no line');
    expect(found(first, precision('-0.016'))).toEqual([]);
    expect(found(first, precision('-0.0161'))).toMatchObject([
      { params: { toleranceAmount: '0.01' } },
    ]);
  });

  it('is left alone where it stands for other products too, or for no charge of ours', () => {
    const other = precision('5', { id: 98, bucket: 'other-product' });
    expect(found(...lines, other, precision('-1'))).toEqual([]);
    const may = {
      chargedAt: localTime('2023-05-31T23:59:59'),
      usageStart: localTime('2023-05-01T00:00:00'),
    };
    expect(found(...lines, precision('-1', may))).toEqual([]);
    expect(found(...lines)).toEqual([]);
  });
});
