import { deriveFacts } from '../account/derive';
import { accountWarnings } from '../account/plausibility';
import { checkBill } from '../bill/self-check';
import type { BillLine } from '../bill/bill-line';
import type { Issue } from '../issue';
import { sum, ZERO } from '../money/decimal';
import { day, type Day } from '../period/day';
import type { Period } from '../period/period';
import { expectedBill } from '../settlement/expected-bill';
import type { Charge } from '../settlement/charge';
import type { AuditInput, AuditResult, AuditTotals, OtherLines } from './audit-result';
import { circumstances } from './circumstances';
import { compareAll } from './compare';
import { chargedMonths } from './conclude';
import type { Comparison } from './discrepancy';
import { match } from './match';
import { otherLines } from './other-lines';
import { stoppedIssues, stopsOf, withStops } from './service-stopped';
import { settlementLines, type SettlementLines } from './settlement-lines';
import { statedDeductionIssues } from './stated-deductions';

/** Stands for "no day" where a line prints none at all. */
const NO_DAY: Day = day('0001-01-01');

/** A line that cannot be compared keeps its money in sight: all of it is unexplained. */
function withoutPlace(line: BillLine, period: Period | null): Comparison {
  const from = period?.from ?? NO_DAY;
  return {
    id: `${from}/${line.sdkAppId ?? '-'}/-#${line.id}`,
    status: 'cannot-compare',
    periodStart: from,
    periodEnd: period?.to ?? NO_DAY,
    sdkAppId: line.sdkAppId,
    item: line.item,
    expectedQuantity: null,
    billedQuantity: null,
    expectedPrice: null,
    billedPrice: null,
    expectedAmount: ZERO,
    billedAmount: line.amount,
    difference: line.amount,
    tolerance: ZERO,
    causes: [],
    unexplained: line.amount,
    chargeIds: [],
    billLineIds: [line.id],
  };
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Groups come in order already; lines without a place are put among them by day and application. */
function inOrder(compared: readonly Comparison[], settled: SettlementLines): Comparison[] {
  const unplaced = settled.unplaced.map(({ line, period }) => withoutPlace(line, period));
  if (unplaced.length === 0) return [...compared];
  return [...compared, ...unplaced].sort(
    (a, b) =>
      compareText(a.periodStart, b.periodStart) ||
      compareText(a.sdkAppId ?? '', b.sdkAppId ?? '') ||
      compareText(a.item ?? '~', b.item ?? '~') ||
      compareText(a.id, b.id),
  );
}

function totalsOf(
  charges: readonly Charge[],
  comparisons: readonly Comparison[],
  others: readonly OtherLines[],
): AuditTotals {
  const expected = sum(charges.map((charge) => charge.amount));
  const billed = sum(comparisons.map((one) => one.billedAmount));
  const unexplained = sum(comparisons.map((one) => one.unexplained));
  const difference = billed.minus(expected);
  return {
    billed,
    expected,
    difference,
    explained: difference.minus(unexplained),
    unexplained,
    otherLines: sum(others.map((one) => one.amount)),
  };
}

const WITHOUT_BILL: Issue = { severity: 'note', code: 'audit-without-bill', params: {} };

/**
 * Recomputes what the bill should have been, compares it with the bill, and says why they differ. Without
 * any bill line it lists the charges and compares nothing: their whole amount then counts as explained, by
 * the bill that was not given. Deterministic: the same input gives the same result.
 */
export function audit(input: AuditInput): AuditResult {
  const { account, priceBook, usage, billLines, period } = input;
  const facts = deriveFacts(account);
  const expected = expectedBill({ facts, priceBook, usage, period });
  const { currency } = priceBook;
  const hasBill = billLines.length > 0;

  const settled = settlementLines(billLines, account.site, currency, period);
  const groups = hasBill ? match(expected.charges, settled.named, settled.unnamed) : [];
  const around = circumstances(facts, priceBook, usage, expected.drawdowns);
  const months = chargedMonths(billLines.filter((line) => line.bucket === 'settlement'));
  const stops = stopsOf(facts, expected.emptiedOn);
  const compared = withStops(compareAll(groups, months, around), stops);
  const comparisons = inOrder(compared, settled);
  const others = otherLines(billLines, currency, period);

  return {
    currency,
    period,
    totals: totalsOf(expected.charges, comparisons, others),
    charges: expected.charges,
    drawdowns: expected.drawdowns,
    comparisons,
    otherLines: others,
    issues: [
      ...accountWarnings(account),
      ...checkBill(billLines).issues,
      ...expected.issues,
      ...stoppedIssues(stops, expected.charges),
      ...statedDeductionIssues(account.site, usage, expected.drawdowns, period),
      ...settled.issues,
      ...(hasBill ? [] : [WITHOUT_BILL]),
    ],
  };
}
