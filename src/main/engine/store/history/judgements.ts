import { canonicalJson } from '../canonical-json';
import type { ReadableDb, WritableDb } from '../workspace/connection';
import { openStep, type StepName } from './history-steps';
import { traceOf, type StoredChange } from './step-trace';
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

/** Writes one judgement as it is to stand; null takes it away. Only ever as part of a step. */
export function writeJudgement(
  db: WritableDb,
  kind: string,
  key: string,
  body: string | null,
): void {
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
  params: StepName['params'],
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
      const madeAt = new Date().toISOString();
      const step = openStep(db, { title, params }, madeAt);
      const insert = db.prepare('INSERT INTO judgement_changes VALUES (?, ?, ?, ?, ?, ?)');
      real.forEach(({ kind, key, before, after }, position) => {
        insert.run(step, position, kind, key, before, after);
        writeJudgement(db, kind, key, after);
      });
      appendTrail(db, 'decided', { step, title, params, ...traceOf(real) }, madeAt);
      return step;
    })
    .immediate();
}
