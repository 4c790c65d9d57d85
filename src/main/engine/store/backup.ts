import Database from 'better-sqlite3';
import { rmSync } from 'node:fs';
import { invariant } from '../../../shared/invariant';
import { asReadable, type ReadableDb } from './connection';

/** What a copy must share with its original: identity, version, and the number of rows in every table. */
function shapeOf(db: ReadableDb): string {
  const marks = db
    .prepare<Record<string, bigint>>(
      'SELECT a.application_id, v.user_version FROM pragma_application_id a, pragma_user_version v',
    )
    .get();
  const tables = db
    .prepare<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .all()
    .map(({ name }) => {
      const size = db.prepare<{ n: bigint }>(`SELECT count(*) AS n FROM "${name}"`).get();
      return `${name} ${String(size?.n)}`;
    });
  return [...Object.values(marks ?? {}).map(String), ...tables].join('\n');
}

/**
 * Writes a complete copy of the workspace to `target` and proves it: it opens, is whole, and has the same
 * version and as many rows in every table. An older file of that name is replaced.
 */
export function backUp(db: Database.Database, target: string): void {
  rmSync(target, { force: true });
  db.prepare('VACUUM INTO ?').run(target);
  const copy = new Database(target, { readonly: true, fileMustExist: true });
  try {
    invariant(copy.pragma('quick_check(1)', { simple: true }) === 'ok', `${target} is not whole`);
    invariant(
      shapeOf(asReadable(copy)) === shapeOf(asReadable(db)),
      `${target} differs from its original`,
    );
  } finally {
    copy.close();
  }
}
