import type { ComparisonRow } from '../../../shared/contract/audits';
import type { Proposal } from '../../../shared/contract/decision-records';
import type { ReadableDb } from '../store/workspace/connection';
import { judgementMark } from '../store/history/judgements';
import type { AppNames } from '../store/runs/run-comparisons';
import { rowsOfFilter } from './chosen-rows';
import { proposer } from './proposals';

export interface ProposedRow {
  readonly comparison: ComparisonRow;
  readonly proposal: Proposal;
}

interface Last {
  readonly runId: number;
  readonly mark: string;
  readonly rows: readonly ProposedRow[];
}
const LAST = new WeakMap<ReadableDb, Last>();

/**
 * Every row of a run that something could be decided about, in the order of the computation. A rule's limit
 * counts over all of them, so that they are worked out together: once, and again when something was decided.
 */
export function proposedRows(
  db: ReadableDb,
  runId: number,
  names: AppNames,
): readonly ProposedRow[] {
  const mark = judgementMark(db);
  const last = LAST.get(db);
  if (last?.runId === runId && last.mark === mark) return last.rows;
  const all = [...rowsOfFilter(db, runId, { onlyDiscrepancies: true }, names)];
  const proposals = proposer(db)(all);
  const rows = all.flatMap((comparison) => {
    const proposal = proposals.get(comparison.id);
    return proposal ? [{ comparison, proposal }] : [];
  });
  LAST.set(db, { runId, mark, rows });
  return rows;
}
