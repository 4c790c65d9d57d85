import { decimal } from '../../../shared/money/decimal';
import { STATUSES } from '../../../shared/reconcile/result/discrepancy';
import type { Judged } from '../../../shared/reconcile/findings';
import type { ReadableDb } from '../store/workspace/connection';
import { comparisonPieces } from '../store/runs/run-comparisons';

const DIFFERENT = STATUSES.filter((status) => status !== 'matched');

/** Every comparison of a stored run that is not equal, some at a time. */
export function* judgedPieces(db: ReadableDb, runId: number): Generator<readonly Judged[]> {
  const filter = { onlyDiscrepancies: false, status: DIFFERENT };
  for (const rows of comparisonPieces(db, runId, filter, new Map()))
    yield rows.map((row) => ({
      ...row,
      difference: decimal(row.difference),
      unexplained: decimal(row.unexplained),
      causes: row.causes.map((share) => ({ ...share, amount: decimal(share.amount) })),
    }));
}

/** The same, one after another. */
export function* judgedComparisons(db: ReadableDb, runId: number): Generator<Judged> {
  for (const piece of judgedPieces(db, runId)) yield* piece;
}
