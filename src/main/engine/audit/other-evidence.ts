import { deriveFacts } from '../../../shared/account/derive';
import type { BillLine } from '../../../shared/bill/bill-line';
import type { Issue } from '../../../shared/issue';
import type { AuditResult } from '../../../shared/reconcile/result/audit-result';
import { compareDraws, drawsAgree } from '../../../shared/reconcile/evidence/compare-draws';
import { computedDraws } from '../../../shared/reconcile/evidence/computed-draws';
import { evidenceIssues } from '../../../shared/reconcile/evidence/evidence-issues';
import type { ReadableDb } from '../store/workspace/connection';
import { evidenceOf } from '../store/evidence/evidence';
import { originsOf } from '../store/imports/raw-rows';
import { restatedInPeriod } from '../store/evidence/restated-in-period';
import type { AccountOfRun } from '../account/account-of-run';

/** What the account's other exports say against its bill and its draw-down. */
export function otherEvidence(
  db: ReadableDb,
  { account, packagesTaken }: AccountOfRun,
  lines: readonly BillLine[],
  { drawdowns, period }: AuditResult,
): Issue[] {
  const evidence = evidenceOf(db);
  const draws = compareDraws(account.site, evidence.stated, computedDraws(drawdowns));
  const differing = draws.filter((one) => !drawsAgree(one));
  const origins = originsOf(
    db,
    differing.flatMap(({ statedRow }) => statedRow ?? []).sort((a, b) => a - b),
  );
  return evidenceIssues(evidence, {
    facts: deriveFacts(account),
    lines,
    draws,
    originOf: (row) => origins.get(row) ?? null,
    restated: restatedInPeriod(db, period),
    period,
    packagesTaken,
  });
}
