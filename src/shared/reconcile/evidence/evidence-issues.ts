import type { AccountFacts } from '../../account/facts';
import type { BillLine } from '../../bill/bill-line';
import type { Issue, Origin } from '../../issue';
import type { Period } from '../../period/period';
import { cashIssues } from './cash-issues';
import type { DrawComparison } from './compare-draws';
import { drawIssues } from './draw-issues';
import type { Evidence } from './evidence';
import { packageIssues } from './package-issues';
import { restatedIssue, type Restated } from './restated-issue';
import { summaryIssues } from './total-issues';

/** What the other exports are held against. */
export interface Audited {
  readonly facts: AccountFacts;
  readonly lines: readonly BillLine[];
  readonly draws: readonly DrawComparison[];
  /** Where a row of the provider's deductions stands. */
  readonly originOf: (row: number) => Origin | null;
  /** What the provider restated of the period. */
  readonly restated: readonly Restated[];
  readonly period: Period | null;
  /** The account states no packages, so that the listed ones were used. */
  readonly packagesTaken: boolean;
}

/** What the account's other exports say against its bill, its draw-down and its stated packages. */
export function evidenceIssues(evidence: Evidence, audited: Audited): Issue[] {
  const { facts, lines, draws, originOf, restated, period, packagesTaken } = audited;
  return [
    ...packageIssues(facts.account, evidence.listed, packagesTaken),
    ...summaryIssues(evidence.totals, lines, facts.billMonthBasis, period),
    ...cashIssues(evidence.cash, lines, period),
    ...drawIssues(draws, evidence.broken, period, originOf),
    ...restated.map(restatedIssue),
  ];
}
