import type { EvidenceFindingRow, FindingRow } from '../../../shared/contract/findings';
import { toText, type Decimal } from '../../../shared/money/decimal';
import { evidenceFindings } from '../../../shared/reconcile/evidence/evidence-findings';
import { FindingTally } from '../../../shared/reconcile/findings';
import type { StoredRun } from '../store/runs/runs';
import { accountOfStoredRun } from '../account/account-of-stored-run';
import type { OpenWorkspace } from '../store/workspace/workspace-file';
import { judgedPieces } from './judged-comparisons';
import { KeptAnswers } from './kept-answers';
import { throughRun, type Turn } from './run-in-turns';

const KEPT = new KeptAnswers<readonly FindingRow[]>();

/**
 * What is wrong with the bill of a stored run, from the comparisons it kept. Other questions are answered meanwhile; it
 * is worked out once for each run.
 */
export function runFindings(
  workspace: OpenWorkspace,
  run: StoredRun,
  turn: Turn,
): Promise<readonly FindingRow[]> {
  return KEPT.of(workspace, run, 'findings', async () => {
    const tally = new FindingTally();
    const pieces = judgedPieces(workspace.readable, run.id);
    await throughRun(workspace.readable, run, pieces, (one) => tally.add(one), turn);
    return tally.findings().map((finding) => ({
      ...finding,
      amount: toText(finding.amount),
      sdkAppIds: [...finding.sdkAppIds],
      items: [...finding.items],
    }));
  });
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
