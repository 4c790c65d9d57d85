import type { EvidenceFindingRow, FindingRow } from '../../../shared/contract/findings';
import { toText, type Decimal } from '../../../shared/money/decimal';
import { evidenceFindings } from '../../../shared/reconcile/evidence/evidence-findings';
import { findingsOf } from '../../../shared/reconcile/findings';
import type { ReadableDb } from '../store/workspace/connection';
import type { StoredRun } from '../store/runs/runs';
import { accountOfStoredRun } from '../account/account-of-stored-run';
import { judgedComparisons } from './judged-comparisons';

/** What is wrong with the bill of a stored run, from the comparisons it kept. */
export function runFindings(db: ReadableDb, runId: number): FindingRow[] {
  return findingsOf(judgedComparisons(db, runId)).map((finding) => ({
    ...finding,
    amount: toText(finding.amount),
    sdkAppIds: [...finding.sdkAppIds],
    items: [...finding.items],
  }));
}

/** What the files of a stored run say against each other, from the issues it kept. */
export function evidenceOfRun(run: StoredRun): EvidenceFindingRow[] {
  const text = (value: Decimal | null) => (value === null ? null : toText(value));
  return evidenceFindings(run.issues, accountOfStoredRun(run).packages).map((finding) => ({
    ...finding,
    amount: text(finding.amount),
    minutes: text(finding.minutes),
    worth: text(finding.worth),
  }));
}
