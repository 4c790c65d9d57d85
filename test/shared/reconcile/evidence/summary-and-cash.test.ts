import { sentence } from '../../../../src/main/engine/locale/sentence';
import { describe, expect, it } from 'vitest';
import type { BillLine } from '../../../../src/shared/bill/bill-line';
import { decimal, ZERO } from '../../../../src/shared/money/decimal';
import { day } from '../../../../src/shared/period/day';
import { localTime } from '../../../../src/shared/period/local-time';
import { cashIssues } from '../../../../src/shared/reconcile/evidence/cash-issues';
import type { BillTotal, CashEntry } from '../../../../src/shared/reconcile/evidence/evidence';
import { summaryIssues } from '../../../../src/shared/reconcile/evidence/total-issues';
import { settlementLine } from '../../../support/bill-lines';

const TERMS = {
  sdkAppId: '1400123456',
  item: 'av.hd',
  minutes: decimal(100),
  listPrice: decimal(28),
  discount: decimal(1),
  from: day('2023-06-30'),
  to: day('2023-07-01'),
} as const;
const line = (id: number, amount: string, change: Partial<BillLine> = {}): BillLine =>
  settlementLine(id, TERMS, {
    amount: decimal(amount),
    cash: decimal(amount),
    voucher: ZERO,
    freeCredit: ZERO,
    ...change,
  });
const total = (amount: string, change: Partial<BillTotal> = {}): BillTotal => ({
  origin: { file: 'summary.csv', line: 2 },
  month: day('2023-06-01'),
  dimension: 'product',
  name: '实时音视频',
  amount: decimal(amount),
  voucher: ZERO,
  freeCredit: ZERO,
  cash: decimal(amount),
  currency: 'CNY',
  rounding: ZERO,
  ...change,
});
const codes = (issues: readonly { readonly code: string }[]) => issues.map(({ code }) => code);

describe('a summary bill', () => {
  it('agrees to the last printed decimal or says both numbers', () => {
    const lines = [line(1, '1.40000001'), line(2, '1.4')];
    expect(codes(summaryIssues([total('2.80000001')], lines, 'usage', null))).toEqual([
      'summary-agrees',
    ]);
    // Two decimals in the summary: half a cent is its rounding, a cent is not.
    expect(codes(summaryIssues([total('2.80')], lines, 'usage', null))).toEqual(['summary-agrees']);
    const [issue] = summaryIssues([total('2.81')], lines, 'usage', null);
    expect(issue).toMatchObject({
      code: 'summary-amount-differs',
      params: { summaryAmount: '2.81', linesAmount: '2.80000001' },
    });
  });

  it('follows the month that the account is billed by', () => {
    const june = [line(1, '2.8')];
    expect(codes(summaryIssues([total('2.8')], june, 'usage', null))).toEqual(['summary-agrees']);
    expect(codes(summaryIssues([total('2.8')], june, 'deduction', null))).toEqual([
      'summary-without-lines',
    ]);
  });

  it('knows products that it does not list, and compares other dimensions as a whole', () => {
    const lines = [
      line(1, '2.8'),
      line(2, '1', { product: '云服务器CVM', bucket: 'other-product' }),
    ];
    expect(codes(summaryIssues([total('2.8')], lines, 'usage', null))).toEqual([
      'summary-lacks-product',
      'summary-agrees',
    ]);
    const projects = [
      total('2', { dimension: 'project', name: 'a' }),
      total('1.8', { dimension: 'project', name: 'b' }),
    ];
    expect(codes(summaryIssues(projects, lines, 'usage', null))).toEqual(['summary-agrees']);
    const short = summaryIssues(projects.slice(1), lines, 'usage', null);
    expect(codes(short)).toEqual(['summary-amount-differs', 'summary-cash-differs']);
    for (const [language, words] of [
      ['en', '2023-06, all products of the projects together: the summary bill says 1.80'],
      ['zh-CN', '2023-06，各项目的全部产品合计：汇总账单为 1.80'],
      ['ko', '2023-06, 프로젝트 전체의 모든 제품 합계: 요약 청구서는 1.80'],
    ] as const) {
      const { code = '', params = {} } = short[0] ?? {};
      expect(sentence(language, `issues:${code}`, params)).toContain(words);
    }
  });

  it('leaves bills shown to cents the rounding of each line', () => {
    const shown = [1, 2, 3].map((id) => line(id, '1.33', { amountDecimals: 2 }));
    expect(codes(summaryIssues([total('4.00000001')], shown, 'usage', null))).toEqual([
      'summary-agrees',
    ]);
    expect(codes(summaryIssues([total('4.02000001')], shown, 'usage', null))).toContain(
      'summary-amount-differs',
    );
  });
});

describe('money movements', () => {
  const entry = (on: string, expense: string, description: string): CashEntry => ({
    origin: { file: 'cash.csv', line: 2 },
    day: day(on),
    description,
    income: ZERO,
    expense: decimal(expense),
    currency: 'CNY',
  });
  const charged = localTime('2023-07-01T10:00:00');
  const lines = [line(1, '2.804', { chargedAt: charged })];
  const DAILY = '实时音视频-广州-07月01日按日结扣费';

  it('agree within a cent each, rounded or cut', () => {
    for (const expense of ['2.80', '2.81'])
      expect(codes(cashIssues([entry('2023-07-01', expense, DAILY)], lines, null))).toEqual([
        'cash-agrees',
      ]);
    expect(codes(cashIssues([entry('2023-07-01', '2.82', DAILY)], lines, null))).toEqual([
      'cash-settlement-differs',
    ]);
  });

  it('name a settlement that was never taken, and purchases apart from settlements', () => {
    const other = entry(
      '2023-07-01',
      '2.80',
      '实时音视频-广州-包年包月新购-20230601400001234567891',
    );
    expect(codes(cashIssues([other], lines, null))).toEqual([
      'cash-other-differs',
      'cash-settlement-differs',
    ]);
  });

  it('are not asked about other products, other days or a bill that is not there', () => {
    expect(
      cashIssues([entry('2023-07-01', '9', '云服务器CVM-广州-按量计费小时结')], lines, null),
    ).toEqual([]);
    expect(cashIssues([entry('2023-07-01', '2.80', DAILY)], [], null)).toEqual([]);
    const outside = [...lines, line(2, '5', { chargedAt: localTime('2023-07-05T10:00:00') })];
    expect(codes(cashIssues([entry('2023-07-01', '2.80', DAILY)], outside, null))).toEqual([
      'cash-agrees',
    ]);
  });
});
