import type { HistoryStep } from '../../../../shared/contract/history';
import type { ReadableDb, WritableDb } from '../workspace/connection';
import { firstUndone, lastDone } from './history-steps';
import { writeJudgement } from './judgements';
import type { Pause } from '../workspace/pause';
import { moveRows, rowsOfStep, rowsTrace } from './step-rows';
import { changesOfStep, traceOf } from './step-trace';
import { appendTrail } from './trail';

export interface Move {
  readonly step: HistoryStep;
  /** Rows beside the judgements were written: files, account or prices. */
  readonly rows: boolean;
}

/**
 * Takes back the last step that stands (undo), or brings back the first that was taken back (redo): every value as it
 * was kept. To be called in a transaction. null: there is none. Throws `history-overtaken`.
 */
export async function moveOnce(
  db: WritableDb,
  direction: 'undo' | 'redo',
  pause: Pause,
): Promise<Move | null> {
  const undo = direction === 'undo';
  const found = undo ? lastDone(db) : firstUndone(db);
  if (!found) return null;
  const changes = changesOfStep(db, found.id);
  for (const { kind, key, before, after } of changes)
    writeJudgement(db, kind, key, undo ? before : after);
  const rows = await moveRows(db, found.id, direction, pause);
  const step: HistoryStep = { ...found, state: undo ? 'undone' : 'done' };
  db.prepare('UPDATE judgement_steps SET state = ? WHERE id = ?').run(step.state, step.id);
  appendTrail(db, undo ? 'step-undone' : 'step-redone', {
    step: step.id,
    title: step.title,
    params: step.params,
    ...traceOf(changes),
    ...rowsTrace(db, step.id),
  });
  await pause(0);
  return { step, rows };
}

/**
 * Takes the workspace to where step `id` is the last that stands; 0: before all of them. Answers the moves in the
 * order in which they were made, none where it is there already or the step was left behind. In one transaction.
 */
export async function moveTo(db: WritableDb, id: number, pause: Pause): Promise<readonly Move[]> {
  const moves: Move[] = [];
  for (const { direction } of wayTo(db, id)) {
    const move = await moveOnce(db, direction, pause);
    if (move) moves.push(move);
  }
  return moves;
}

interface Stretch {
  readonly step: number;
  readonly direction: 'undo' | 'redo';
}

/** The steps between here and there, in the order in which they are moved. */
function wayTo(db: ReadableDb, id: number): readonly Stretch[] {
  const target = db
    .prepare<{ state: string }>(
      "SELECT state FROM judgement_steps WHERE id = ? AND state <> 'dropped'",
    )
    .get(id);
  if (id !== 0 && !target) return [];
  const back = db
    .prepare<{ id: bigint }>(
      "SELECT id FROM judgement_steps WHERE state = 'done' AND id > ? ORDER BY id DESC",
    )
    .all(id);
  const forth = db
    .prepare<{ id: bigint }>(
      "SELECT id FROM judgement_steps WHERE state = 'undone' AND id <= ? ORDER BY id",
    )
    .all(id);
  return [
    ...back.map((row): Stretch => ({ step: Number(row.id), direction: 'undo' })),
    ...forth.map((row): Stretch => ({ step: Number(row.id), direction: 'redo' })),
  ];
}

/** How many rows would be written on the way to a step, or by the next undo or redo. */
export function rowsOnTheWay(db: ReadableDb, to: number | 'undo' | 'redo'): number {
  const next = to === 'undo' ? lastDone(db) : to === 'redo' ? firstUndone(db) : null;
  const steps =
    typeof to === 'number' ? wayTo(db, to).map(({ step }) => step) : next ? [next.id] : [];
  return steps.reduce((sum, step) => sum + rowsOfStep(db, step), 0);
}
