import { requireRun, type StoredRun } from '../store/runs/runs';
import type { ReadableDb } from '../store/workspace/connection';

/** Lets other questions be answered; rejects once the workspace is not open any more. */
export type Turn = () => Promise<void>;

/**
 * Goes through what a stored run holds, piece by piece, with a turn of the others after each. Rejects as `turn` does,
 * with `run-missing` where the run was deleted meanwhile.
 */
export async function throughRun<Row>(
  db: ReadableDb,
  run: StoredRun,
  pieces: Iterable<readonly Row[]>,
  take: (row: Row) => void,
  turn: Turn,
): Promise<void> {
  for (const piece of pieces) {
    piece.forEach(take);
    await turn();
  }
  requireRun(db, run.id);
}
