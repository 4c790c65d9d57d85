import { describe, expect, it } from 'vitest';
import type { BillLine } from '../../../src/shared/bill/bill-line';
import { repeatedLines } from '../../../src/shared/bill/repeated-lines';
import { checkBill } from '../../../src/shared/bill/self-check';
import { decimal, ONE } from '../../../src/shared/money/decimal';
import { day } from '../../../src/shared/period/day';
import { localTime } from '../../../src/shared/period/local-time';
import { settlementLine } from '../../support/bill-lines';

const line = (id: number, change: Partial<BillLine> = {}) =>
  settlementLine(
    id,
    {
      sdkAppId: '1400123456',
      item: 'av.hd',
      from: day('2023-06-01'),
      to: day('2023-06-02'),
      minutes: decimal(37_038),
      listPrice: decimal(28),
      discount: decimal('0.9'),
    },
    change,
  );

const codes = (...lines: BillLine[]) => checkBill(lines).issues.map((issue) => issue.code);

describe('self-check of a bill', () => {
  it('finds nothing in a line that follows from its own terms', () => {
    expect(codes(line(1))).toEqual([]);
  });

  it.each<[string, Partial<BillLine>, string[]]>([
    ['original', { originalAmount: decimal('1037.07') }, ['bill-original-differs']],
    ['amount', { amount: decimal('933.3677'), cash: decimal('933.3677') }, ['bill-amount-differs']],
    ['unit price', { unitPrice: decimal(28) }, ['bill-unit-price-differs']],
    ['payments', { cash: decimal(900) }, ['bill-payments-differ']],
    ['tax', { taxRate: decimal('0.06'), tax: decimal(56) }, ['bill-tax-differs']],
    [
      'total with tax',
      { taxRate: decimal('0.1'), tax: decimal('93.33576'), totalWithTax: decimal(1000) },
      ['bill-total-differs'],
    ],
    [
      'end of use',
      { usageEnd: localTime('2023-05-31T23:59:59') },
      ['bill-usage-ends-before-start'],
    ],
    ['charge time', { chargedAt: localTime('2023-05-31T10:00:00') }, ['bill-charged-before-use']],
    [
      'unit',
      { quantity: decimal(37_038), quantityUnit: '分钟', priceUnit: '元/分钟/天' },
      ['bill-unit-calibrated'],
    ],
  ])('finds a wrong %s, and names the line', (_what, change, expected) => {
    expect(codes(line(1, change))).toEqual(expected);
    expect(checkBill([line(1, change)]).issues[0]?.origin).toEqual({ file: 'bill.csv', line: 2 });
  });

  it('leaves a rounding of the 8th decimal and other products alone', () => {
    expect(codes(line(1, { amount: decimal('933.35760001'), cash: null }))).toEqual([]);
    expect(codes(line(1, { bucket: 'other-product', amount: ONE }))).toEqual([]);
  });

  it('has nothing to say about a contract line that hides its prices', () => {
    const hidden = { listPrice: null, unitPrice: null, originalAmount: null, discount: null };
    expect(codes(line(1, hidden))).toEqual([]);
  });

  it('finds prices in another currency than the bill, as the unit names it', () => {
    const issues = (priceUnit: string, currency: 'CNY' | 'USD' = 'CNY') =>
      codes(line(1, { priceUnit, currency }));
    expect(issues('美元/千分钟/天')).toEqual(['bill-price-currency']);
    expect(issues('USD/1,000 minutes/day')).toEqual(['bill-price-currency']);
    expect(issues('元/千分钟/天', 'USD')).toEqual(['bill-price-currency']);
    expect(issues('人民币元/千分钟')).toEqual([]);
    expect(issues('USD/1,000 minutes/day', 'USD')).toEqual([]);
    expect(issues('千分钟')).toEqual([]);
  });

  it('finds the same transaction twice, also in another file', () => {
    const again = line(1, { id: 2, origin: { file: 'daily.csv', line: 9 } });
    const check = checkBill([line(1), again]);
    expect(check.issues.map((issue) => issue.code)).toEqual(['bill-line-twice']);
    expect(check.repeatedIds).toEqual(new Set([2]));
  });

  it('calls the same content under another transaction repeated, but less certain', () => {
    const [first, second] = [line(1), line(2)];
    expect(repeatedLines([first, second])).toEqual([
      { line: second, first, sameTransaction: false },
    ]);
    expect(codes(first, second)).toEqual([]);
    expect(repeatedLines([first, line(3, { quantity: ONE })])).toEqual([]);
  });
});
