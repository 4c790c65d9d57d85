import type { FindingRow } from '../../../shared/contract/findings';
import { toText } from '../../../shared/money/decimal';
import { findingsOf } from '../../../shared/reconcile/findings';
import type { ReadableDb } from '../store/connection';
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
