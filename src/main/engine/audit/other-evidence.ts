import { deriveFacts } from '../../../shared/account/derive';
import type { BillLine } from '../../../shared/bill/bill-line';
import type { Issue } from '../../../shared/issue';
import type { AuditResult } from '../../../shared/reconcile/audit-result';
import { compareDraws } from '../../../shared/reconcile/evidence/compare-draws';
import { computedDraws } from '../../../shared/reconcile/evidence/computed-draws';
import { evidenceIssues } from '../../../shared/reconcile/evidence/evidence-issues';
import type { ReadableDb } from '../store/connection';
import { evidenceOf } from '../store/evidence';
import type { AccountOfRun } from './account-of-run';

/** What the account's other exports say against its bill and its draw-down. */
export function otherEvidence(
  db: ReadableDb,
  { account, packagesTaken }: AccountOfRun,
  lines: readonly BillLine[],
  { drawdowns, period }: AuditResult,
): Issue[] {
  const evidence = evidenceOf(db);
  return evidenceIssues(evidence, {
    facts: deriveFacts(account),
    lines,
    draws: compareDraws(account.site, evidence.stated, computedDraws(drawdowns)),
    period,
    packagesTaken,
  });
}
