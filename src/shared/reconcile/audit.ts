import { deriveFacts } from '../account/derive';
import { accountWarnings } from '../account/plausibility';
import { checkBill } from '../bill/self-check';
import type { BillLine } from '../bill/bill-line';
import { lineKeys } from '../bill/line-key';
import type { Issue } from '../issue';
import { sum, ZERO } from '../money/decimal';
import { day, type Day } from '../period/day';
import type { Period } from '../period/period';
import { expectedBill } from '../settlement/expected-bill';
import type { Charge } from '../settlement/charge';
import { AuditMemory, aroundPrices } from './audit-memory';
import { finish, type AuditStep } from './result/audit-steps';
import type { AuditInput, AuditResult, AuditTotals, OtherLines } from './result/audit-result';
import { circumstances } from './compare/circumstances';
import { comparing } from './compare/compare';
import { chargedMonths } from './compare/conclude';
import type { Comparison } from './result/discrepancy';
import { otherLines } from './other/other-lines';
import { withResourceLines } from './other/resource-lines';
import { precisionIssues } from './other/precision-lines';
import { stoppedIssues, stopsOf, withStops } from './other/service-stopped';
import { concerns } from './match/line-period';
import { settlementLines, type SettlementLines } from './match/settlement-lines';
import { statedDeductionIssues } from './other/stated-deductions';

/** Stands for "no day" where a line prints none at all. */
const NO_DAY: Day = day('0001-01-01');

/** A line that cannot be compared keeps its money in sight: all of it is unexplained. */
function withoutPlace(line: BillLine, period: Period | null, key: string): Comparison {
  const from = period?.from ?? NO_DAY;
  return {
    id: `${from}/${line.sdkAppId ?? '-'}/-#${key}`,
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
  if (settled.unplaced.length === 0) return [...compared];
  const keys = lineKeys(settled.unplaced.map(({ line }) => line));
  const unplaced = settled.unplaced.map(({ line, period }) =>
    withoutPlace(line, period, keys.get(line.id) ?? String(line.id)),
  );
  return [...compared, ...unplaced].sort(
    (a, b) =>
      compareText(a.periodStart, b.periodStart) ||
      compareText(a.sdkAppId ?? '', b.sdkAppId ?? '') ||
      compareText(a.item ?? '~', b.item ?? '~') ||
      compareText(a.id, b.id),
  );
}

function totalsOf(
  memory: AuditMemory,
  charges: readonly Charge[],
  comparisons: readonly Comparison[],
  others: readonly OtherLines[],
): AuditTotals {
  const expected = memory.expected.over(charges);
  const billed = memory.billed.over(comparisons);
  const unexplained = memory.unexplained.over(comparisons);
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

/** Before the first group is looked at. */
const COMPARING: AuditStep = { phase: 'comparing', done: 0, total: null };

const WITHOUT_BILL: Issue = { severity: 'note', code: 'audit-without-bill', params: {} };

/**
 * Recomputes what the bill should have been, compares it with the bill, and says why they differ. Without
 * any bill line it lists the charges and compares nothing: their whole amount then counts as explained, by
 * the bill that was not given. Deterministic: the same input gives the same result.
 *
 * @param memory of an earlier audit: what does not depend on what changed since is taken from it. It makes the
 *   audit shorter and nothing else. After an audit that threw or was left it is not to be used again.
 */
export function audit(input: AuditInput, memory = new AuditMemory()): AuditResult {
  return finish(auditing(input, memory));
}

/** {@link audit}, step by step: between two of them a caller can show how far it is, or leave it. */
export function* auditing(
  input: AuditInput,
  memory = new AuditMemory(),
): Generator<AuditStep, AuditResult> {
  const { account, priceBook, usage, billLines, period } = input;
  const facts = deriveFacts(account);
  const expected = expectedBill({ facts, priceBook, usage, period }, memory.bill);
  const { charges, drawdowns, changed } = expected;
  const { currency } = priceBook;
  const hasBill = billLines.length > 0;
  yield COMPARING;

  const where = [account.site, currency, JSON.stringify(period)];
  const placed = memory.placed.of([billLines, ...where, JSON.stringify(input.pins)], () =>
    settlementLines(billLines, account.site, currency, period, input.pins),
  );
  yield COMPARING;
  const groups = hasBill ? memory.groups.of(charges, placed) : placed.apart;
  yield COMPARING;
  const around = circumstances(facts, priceBook, usage, drawdowns);
  const months = memory.months.of([billLines], () =>
    chargedMonths(billLines.filter((line) => line.bucket === 'settlement')),
  );
  const stands = memory.standing(
    [usage, drawdowns, months, aroundPrices(account, priceBook)],
    changed,
  );
  const stops = stopsOf(facts, expected.emptiedOn);
  const earlier = { memory: memory.comparisons, stands };
  const outcomes = yield* comparing(groups, months, around, earlier);
  const compared = { phase: 'comparing', done: groups.length, total: groups.length } as const;
  yield compared;
  const { unplaced, issues } = placed;
  const resources = withResourceLines(
    inOrder(withStops(outcomes, stops), placed),
    unplaced,
    charges,
    issues,
  );
  const { comparisons } = resources;
  yield compared;
  const billIssues = memory.billIssues.of(
    [billLines, JSON.stringify(period)],
    () => checkBill(billLines.filter((line) => concerns(line, period))).issues,
  );
  yield compared;
  const others = memory.others.of([billLines, ...where], () =>
    otherLines(billLines, currency, period),
  );

  return {
    currency,
    period,
    totals: totalsOf(memory, charges, comparisons, others),
    charges,
    drawdowns,
    comparisons,
    otherLines: others,
    issues: [
      ...accountWarnings(account),
      ...billIssues,
      ...expected.issues,
      ...stoppedIssues(stops, charges),
      ...memory.statedDeductions.of([usage, drawdowns, ...where], () =>
        statedDeductionIssues(account.site, usage, drawdowns, period),
      ),
      ...resources.issues,
      ...precisionIssues(charges, billLines, currency),
      ...(hasBill ? [] : [WITHOUT_BILL]),
    ],
  };
}
