import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical-json';
import type { ReadableDb } from '../workspace/connection';

/** One change of a step as it is kept: JSON texts; null: there was, or is, none. */
export interface StoredChange {
  readonly kind: string;
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
}

export function changesOfStep(db: ReadableDb, step: number | bigint): StoredChange[] {
  return db
    .prepare<StoredChange>(
      `SELECT kind, key, before, after FROM judgement_changes
       WHERE step_id = ? ORDER BY position`,
    )
    .all(step);
}

/** What a step changed, as the trail holds it: a hash over all of it, and the keys of a short one. */
const KEYS_IN_TRAIL = 50;

export function traceOf(changes: readonly StoredChange[]) {
  const text = canonicalJson(
    changes.map(({ kind, key, before, after }) => ({ kind, key, before, after })),
  );
  return {
    changes: changes.length,
    changesSha256: createHash('sha256').update(text).digest('hex'),
    keys: changes.slice(0, KEYS_IN_TRAIL).map(({ kind, key }) => `${kind} ${key}`),
  };
}
