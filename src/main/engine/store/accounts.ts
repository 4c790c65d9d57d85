import type { ReadableDb, WritableDb } from './workspace/connection';

/** account.json as its owner stated it, verbatim; null where nothing was stated yet. */
export function storedAccount(db: ReadableDb): string | null {
  return db.prepare<{ json: string }>('SELECT json FROM account WHERE id = 1').get()?.json ?? null;
}

/** Replaces the stated account. `statedAt`: UTC, ISO 8601. */
export function storeAccount(db: WritableDb, json: string, statedAt: string): void {
  db.prepare(
    `INSERT INTO account (id, json, stated_at) VALUES (1, ?, ?)
     ON CONFLICT (id) DO UPDATE SET json = excluded.json, stated_at = excluded.stated_at`,
  ).run(json, statedAt);
}
