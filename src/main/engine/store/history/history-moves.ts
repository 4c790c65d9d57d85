import type { HistoryStep } from '../../../../shared/contract/history';
import type { WritableDb } from '../workspace/connection';
import { firstUndone, lastDone } from './history-steps';
import { writeJudgement } from './judgements';
import { moveRows, rowsTrace } from './step-rows';
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
export function moveOnce(db: WritableDb, direction: 'undo' | 'redo'): Move | null {
  const undo = direction === 'undo';
  const found = undo ? lastDone(db) : firstUndone(db);
  if (!found) return null;
  const changes = changesOfStep(db, found.id);
  for (const { kind, key, before, after } of changes)
    writeJudgement(db, kind, key, undo ? before : after);
  const rows = moveRows(db, found.id, direction);
  const step: HistoryStep = { ...found, state: undo ? 'undone' : 'done' };
  db.prepare('UPDATE judgement_steps SET state = ? WHERE id = ?').run(step.state, step.id);
  appendTrail(db, undo ? 'step-undone' : 'step-redone', {
    step: step.id,
    title: step.title,
    params: step.params,
    ...traceOf(changes),
    ...rowsTrace(db, step.id),
  });
  return { step, rows };
}

/**
 * Takes the workspace to where step `id` is the last that stands; 0: before all of them. Answers the moves in the
 * order in which they were made, none where it is there already or the step was left behind. In one transaction.
 */
export function moveTo(db: WritableDb, id: number): readonly Move[] {
  const target = db
    .prepare<{ state: string }>(
      "SELECT state FROM judgement_steps WHERE id = ? AND state <> 'dropped'",
    )
    .get(id);
  if (id !== 0 && !target) return [];
  const moves: Move[] = [];
  const follow = (direction: 'undo' | 'redo') => {
    const move = moveOnce(db, direction);
    if (move) moves.push(move);
  };
  for (let last = lastDone(db); last && last.id > id; last = lastDone(db)) follow('undo');
  for (let next = firstUndone(db); next && next.id <= id; next = firstUndone(db)) follow('redo');
  return moves;
}
