import { describe, expect, it } from 'vitest';
import { deriveFacts } from '../../../../src/shared/account/derive';
import type { Account } from '../../../../src/shared/account/account';
import { decimal, ONE } from '../../../../src/shared/money/decimal';
import { day } from '../../../../src/shared/period/day';
import { localTime } from '../../../../src/shared/period/local-time';
import type { BillLine } from '../../../../src/shared/bill/bill-line';
import { audit } from '../../../../src/shared/reconcile/audit';
import { explain } from '../../../../src/shared/reconcile/explain/explain';
import type { TraceStep } from '../../../../src/shared/trace';
import { billOf, settlementLine, termsOf } from '../../../support/bill-lines';
import { ledgerOf } from '../../../support/ledger';
import { shippedPriceBook } from '../../../support/price-books';

const FROM = day('2023-06-01');
const account: Account = {
  name: 'Example',
  site: 'cn',
  uin: '100012345678',
  firstAppOn: FROM,
  apps: [],
  trial: { grantedOn: FROM, minutes: 10 },
  packages: [
    { id: '2000009001', minutes: 100, purchasedAt: localTime('2023-06-01T09:00:00'), apps: [] },
  ],
  contract: [{ item: 'av.hd', discount: decimal('0.9'), from: FROM, reference: 'c, p. 3' }],
  policy: {},
};
const priceBook = shippedPriceBook('cn');
// 3,601 s are 61 minutes: 10 from the trial, 25 from the package at ratio 4, 26 to be paid.
const usage = ledgerOf([{ day: FROM, sdkAppId: '1400123456', item: 'av.hd', seconds: 3601 }]);

function traced(change: (line: BillLine) => BillLine) {
  const { charges } = audit({ account, priceBook, usage, billLines: [], period: null });
  const billLines = billOf(charges).map(change);
  const result = audit({ account, priceBook, usage, billLines, period: null });
  const [comparison] = result.comparisons;
  if (!comparison) throw new Error('nothing compared');
  return explain({ ...result, comparison, billLines, facts: deriveFacts(account), priceBook });
}

const values = (steps: readonly TraceStep[]) => steps.map((step) => `${step.rule} ${step.value}`);

describe('explain', () => {
  it('walks from seconds to money, and through the line as printed', () => {
    const trace = traced((line) => line);
    expect(values(trace.expected)).toEqual([
      'expected.settled-daily 2023-06-02',
      'expected.month-of-use 2023-06',
      'meter.seconds 3601',
      'meter.ceiling 61',
      'draw.trial 10',
      'draw.package 25',
      'expected.minutes 26',
      'expected.list-price 28',
      'expected.discount 0.9',
      'expected.discounted-price 25.2',
      'expected.amount 0.6552',
    ]);
    expect(values(trace.billed)).toEqual([
      'billed.list-price 28',
      'billed.minutes 26',
      'billed.original 0.728',
      'billed.discount 0.9',
      'billed.unit-price 25.2',
      'billed.amount 0.6552',
    ]);
    expect(trace.differingRules).toEqual([]);
    expect(trace.citation?.document).toBeTruthy();
    expect(trace.expected.find((step) => step.rule === 'draw.package')?.inputs).toMatchObject({
      package: '2000009001',
      from: '2023-06-01',
      through: '2024-06-30',
      purchasedOn: '2023-06-01',
      ratio: 4,
      beforeMinutes: 100,
      deductedMinutes: 100,
      balanceMinutes: 0,
    });
    expect(trace.expected.find((step) => step.rule === 'draw.trial')?.inputs).toEqual({
      from: '2023-06-01',
      through: '2024-06-30',
      ratio: 1,
      beforeMinutes: 10,
      deductedMinutes: 10,
      balanceMinutes: 0,
    });
  });

  it('marks the rules whose values contradict each other, on both sides', () => {
    const { charges } = audit({ account, priceBook, usage, billLines: [], period: null });
    const terms = charges.map(termsOf)[0];
    if (!terms) throw new Error('no charge');
    const dropped = settlementLine(1, { ...terms, discount: ONE });
    expect(traced(() => dropped).differingRules).toEqual([
      'expected.discount',
      'billed.discount',
      'expected.discounted-price',
      'billed.unit-price',
      'expected.amount',
      'billed.amount',
    ]);
    const minutes = settlementLine(1, { ...terms, minutes: decimal(36) });
    expect(traced(() => minutes).differingRules).toEqual([
      'expected.minutes',
      'billed.minutes',
      'expected.amount',
      'billed.amount',
    ]);
  });

  it('shows the amount that a line should have by its own terms', () => {
    const trace = traced((line) => ({ ...line, amount: decimal(5) }));
    expect(values(trace.billed)).toContain('billed.own-amount 0.6552');
    expect(trace.differingRules).toContain('billed.own-amount');
  });
});
