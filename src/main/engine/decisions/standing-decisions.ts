import type { DecisionView } from '../../../shared/contract/decision-records';
import type { Period } from '../../../shared/period/period';
import { stillStands } from '../../../shared/decisions/decision';
import type { ReadableDb } from '../store/workspace/connection';
import { newestRunWith } from '../store/runs/newest-runs';
import { requireComparison } from '../store/runs/run-comparisons';
import { latestRun } from '../store/runs/runs';
import type { StoredDecision } from '../store/judgements/judgement-records';

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/**
 * Decisions with whether they still stand in the newest audit that shows their row. One whose row is in no
 * audit any more does not stand: there is nothing left that was decided.
 */
export function standingDecisions(
  db: ReadableDb,
  period: Period | null,
  decisions: readonly StoredDecision[],
): DecisionView[] {
  const ofPeriod = period && latestRun(db, period);
  return decisions.map((decision) => {
    const runId = ofPeriod ? ofPeriod.id : newestRunWith(db, decision.key);
    const row = runId === null ? null : comparisonIn(db, runId, decision.key);
    return { ...decision, stands: row !== null && stillStands(decision, row) };
  });
}

function comparisonIn(db: ReadableDb, runId: number, id: string) {
  const found = db
    .prepare('SELECT 1 FROM run_comparisons WHERE run_id = ? AND id = ?')
    .get(runId, id);
  return found === undefined ? null : requireComparison(db, runId, id, NO_NAMES).comparison;
}
