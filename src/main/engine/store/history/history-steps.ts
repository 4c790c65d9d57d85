import type { HistoryStep } from '../../../../shared/contract/history';
import { canonicalJson } from '../canonical-json';
import type { ReadableDb, WritableDb } from '../workspace/connection';

/** What a step is called: a title with its sentence in the locales, and what fills it. */
export interface StepName {
  readonly title: string;
  readonly params: HistoryStep['params'];
}

export interface StepRow {
  id: bigint;
  title: string;
  params: string;
  made_at: string;
  state: HistoryStep['state'];
}

export function stepOf(row: StepRow): HistoryStep {
  return {
    kind: 'step',
    id: Number(row.id),
    title: row.title,
    params: JSON.parse(row.params) as HistoryStep['params'],
    at: row.made_at,
    state: row.state,
  };
}

/** Writes a new step, in the caller's transaction. Steps that were undone can no longer be redone afterwards. */
export function openStep(db: WritableDb, { title, params }: StepName, madeAt: string): number {
  db.prepare("UPDATE judgement_steps SET state = 'dropped' WHERE state = 'undone'").run();
  const { lastInsertRowid } = db
    .prepare("INSERT INTO judgement_steps (title, params, made_at, state) VALUES (?, ?, ?, 'done')")
    .run(title, canonicalJson(params), madeAt);
  return Number(lastInsertRowid);
}

/** Gives a step another name, while more is added to it. */
export function renameStep(db: WritableDb, step: number, { title, params }: StepName): void {
  db.prepare('UPDATE judgement_steps SET title = ?, params = ? WHERE id = ?').run(
    title,
    canonicalJson(params),
    step,
  );
}

/** Whether a step that was made at this moment is the newest of all, and stands. */
export function isNewestStep(db: ReadableDb, step: number, madeAt: string): boolean {
  const row = db.prepare<StepRow>('SELECT * FROM judgement_steps ORDER BY id DESC LIMIT 1').get();
  return row?.id === BigInt(step) && row.state === 'done' && row.made_at === madeAt;
}

/** What undo would take back; null: there is nothing. */
export function lastDone(db: ReadableDb): HistoryStep | null {
  const row = db
    .prepare<StepRow>("SELECT * FROM judgement_steps WHERE state = 'done' ORDER BY id DESC LIMIT 1")
    .get();
  return row ? stepOf(row) : null;
}

/** What redo would bring back; null: there is nothing. */
export function firstUndone(db: ReadableDb): HistoryStep | null {
  const row = db
    .prepare<StepRow>("SELECT * FROM judgement_steps WHERE state = 'undone' ORDER BY id LIMIT 1")
    .get();
  return row ? stepOf(row) : null;
}

/** True while a step can be redone: nothing must be put after it without a person's doing. */
export function hasUndoneSteps(db: ReadableDb): boolean {
  return firstUndone(db) !== null;
}
