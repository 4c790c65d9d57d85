import type { ReadableDb } from '../workspace/connection';
import { otherLineIds } from './runs';
import type { Run } from '../../../../shared/contract/audits';

const POSITIONS_PER_BATCH = 1000;

/**
 * Ids in bill_lines of every line a run stands on, in batches: those it compared, in the order of the
 * comparisons, then those of the buckets beside them. No query stays open between two batches.
 */
export function* runBillLineIds(
  db: ReadableDb,
  runId: number,
  otherLines: Run['otherLines'],
): Generator<number[]> {
  const batch = db.prepare<{ position: bigint; bill_line_ids: string }>(
    `SELECT position, bill_line_ids FROM run_comparisons
     WHERE run_id = ? AND position >= ? ORDER BY position LIMIT ?`,
  );
  let next = 0;
  for (;;) {
    const rows = batch.all(runId, next, POSITIONS_PER_BATCH);
    const last = rows.at(-1);
    if (!last) break;
    yield rows.flatMap((row) => JSON.parse(row.bill_line_ids) as number[]);
    next = Number(last.position) + 1;
  }
  for (const { bucket } of otherLines) yield otherLineIds(db, runId, bucket);
}
