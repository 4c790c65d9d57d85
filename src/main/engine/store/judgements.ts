import type { HistoryStep } from '../../../shared/contract/decisions';
import { canonicalJson } from '../audit/canonical-json';
import type { ReadableDb, WritableDb } from './connection';
import { changesOfStep, traceOf, type StoredChange } from './step-trace';
import { appendTrail, trailHead } from './trail';

export type JudgementKind = 'decision' | 'rule' | 'pin' | 'credit';

/** A change of one judgement; `after` null takes it away. */
export interface JudgementChange {
  readonly kind: JudgementKind;
  readonly key: string;
  readonly after: object | null;
}

/**
 * Changes whenever a judgement may have: `data_version` with every commit of another connection, the end of the
 * trail with every step that this one made.
 */
export function judgementMark(db: ReadableDb): string {
  const found = db
    .prepare<{ version: bigint }>('SELECT data_version AS version FROM pragma_data_version')
    .get();
  return `${found?.version.toString() ?? ''}/${trailHead(db).sha256}`;
}

/** Every body of one kind with its key, as JSON text, in the order of the keys. */
export function judgementTexts(
  db: ReadableDb,
  kind: JudgementKind,
): { key: string; body: string }[] {
  return db
    .prepare<{ key: string; body: string }>(
      'SELECT key, body FROM judgements WHERE kind = ? ORDER BY key',
    )
    .all(kind);
}

/** The bodies with these keys; keys that have none are left out. */
export function judgementTextsOf(
  db: ReadableDb,
  kind: JudgementKind,
  keys: readonly string[],
): { key: string; body: string }[] {
  return db
    .prepare<{ key: string; body: string }>(
      `SELECT key, body FROM judgements
       WHERE kind = ? AND key IN (SELECT value FROM json_each(?)) ORDER BY key`,
    )
    .all(kind, JSON.stringify(keys));
}

/** Keys of decisions that a rule made and a person took back: the rule is not to make them again. */
export function declinedOfRules(db: ReadableDb): ReadonlySet<string> {
  const rows = db
    .prepare<{ key: string }>(
      `SELECT DISTINCT c.key FROM judgement_changes c JOIN judgement_steps s ON s.id = c.step_id
       WHERE c.kind = 'decision' AND (
         (s.state <> 'done' AND json_extract(c.after, '$.origin.kind') = 'rule')
         OR (s.state = 'done' AND c.after IS NULL
             AND json_extract(c.before, '$.origin.kind') = 'rule'))`,
    )
    .all();
  return new Set(rows.map(({ key }) => key));
}

function write(db: WritableDb, kind: string, key: string, body: string | null): void {
  if (body === null) db.prepare('DELETE FROM judgements WHERE kind = ? AND key = ?').run(kind, key);
  else
    db.prepare(
      `INSERT INTO judgements (kind, key, body) VALUES (?, ?, ?)
       ON CONFLICT (kind, key) DO UPDATE SET body = excluded.body`,
    ).run(kind, key, body);
}

/**
 * Makes one named step of the history: all its changes, or none. Changes that change nothing are left out;
 * answers null where nothing is left. Steps that were undone can no longer be redone afterwards.
 */
export function makeStep(
  db: WritableDb,
  title: string,
  params: HistoryStep['params'],
  changes: readonly JudgementChange[],
): number | null {
  return db
    .transaction((): number | null => {
      const current = db.prepare<{ body: string }>(
        'SELECT body FROM judgements WHERE kind = ? AND key = ?',
      );
      const real = changes.flatMap(({ kind, key, after }): StoredChange[] => {
        const before = current.get(kind, key)?.body ?? null;
        const text = after === null ? null : canonicalJson(after);
        return before === text ? [] : [{ kind, key, before, after: text }];
      });
      if (real.length === 0) return null;
      db.prepare("UPDATE judgement_steps SET state = 'dropped' WHERE state = 'undone'").run();
      const madeAt = new Date().toISOString();
      const { lastInsertRowid } = db
        .prepare(
          "INSERT INTO judgement_steps (title, params, made_at, state) VALUES (?, ?, ?, 'done')",
        )
        .run(title, canonicalJson(params), madeAt);
      const step = Number(lastInsertRowid);
      const insert = db.prepare('INSERT INTO judgement_changes VALUES (?, ?, ?, ?, ?, ?)');
      real.forEach(({ kind, key, before, after }, position) => {
        insert.run(step, position, kind, key, before, after);
        write(db, kind, key, after);
      });
      appendTrail(db, 'decided', { step, title, params, ...traceOf(real) }, madeAt);
      return step;
    })
    .immediate();
}

interface StepRow {
  id: bigint;
  title: string;
  params: string;
  made_at: string;
  state: HistoryStep['state'];
}

function stepOf(row: StepRow): HistoryStep {
  return {
    id: Number(row.id),
    title: row.title,
    params: JSON.parse(row.params) as HistoryStep['params'],
    madeAt: row.made_at,
    state: row.state,
  };
}

export function historyPage(
  db: ReadableDb,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { total: number; rows: HistoryStep[] } {
  const size = db.prepare<{ n: bigint }>('SELECT count(*) AS n FROM judgement_steps').get();
  const rows = db
    .prepare<StepRow>('SELECT * FROM judgement_steps ORDER BY id DESC LIMIT ? OFFSET ?')
    .all(limit, offset)
    .map(stepOf);
  return { total: Number(size?.n ?? 0), rows };
}

/** True while a step can be redone: nothing must be put after it without a person's doing. */
export function hasUndoneSteps(db: ReadableDb): boolean {
  const found = db
    .prepare<{ id: bigint }>("SELECT id FROM judgement_steps WHERE state = 'undone' LIMIT 1")
    .get();
  return found !== undefined;
}

/** Takes back the last step that stands (undo), or brings back the first that was taken back (redo). */
export function moveInHistory(db: WritableDb, direction: 'undo' | 'redo'): HistoryStep | null {
  return db
    .transaction((): HistoryStep | null => {
      const undo = direction === 'undo';
      const row = db
        .prepare<StepRow>(
          undo
            ? "SELECT * FROM judgement_steps WHERE state = 'done' ORDER BY id DESC LIMIT 1"
            : "SELECT * FROM judgement_steps WHERE state = 'undone' ORDER BY id LIMIT 1",
        )
        .get();
      if (!row) return null;
      const changes = changesOfStep(db, row.id);
      for (const { kind, key, before, after } of changes)
        write(db, kind, key, undo ? before : after);
      const state = undo ? 'undone' : 'done';
      db.prepare('UPDATE judgement_steps SET state = ? WHERE id = ?').run(state, row.id);
      const step = stepOf({ ...row, state });
      appendTrail(db, undo ? 'step-undone' : 'step-redone', {
        step: step.id,
        title: step.title,
        params: step.params,
        ...traceOf(changes),
      });
      return step;
    })
    .immediate();
}
