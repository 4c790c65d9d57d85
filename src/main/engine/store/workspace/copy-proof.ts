import Database from 'better-sqlite3';
import { asReadable, type ReadableDb } from './connection';
import { damageIn } from './whole-file';

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
 * What speaks against the copy of a workspace, as a note for the log; null where it is whole, and has the same version
 * and as many rows in every table as its original. Makes it one file. Reads every page of it.
 */
export function flawOfCopy(original: Database.Database, copyPath: string): string | null {
  const copy = new Database(copyPath, { fileMustExist: true });
  try {
    // A backup is one file: it may be moved about without the log that a workspace at work keeps beside it.
    copy.pragma('journal_mode = DELETE');
    const damage = damageIn(copy);
    if (damage !== null) return `${copyPath} is not whole: ${damage}`;
    return shapeOf(asReadable(copy)) === shapeOf(asReadable(original))
      ? null
      : `${copyPath} differs from its original`;
  } finally {
    copy.close();
  }
}

/** The same of two files, on connections of its own. */
export function flawOfCopiedFile(originalPath: string, copyPath: string): string | null {
  const original = new Database(originalPath, { readonly: true, fileMustExist: true });
  try {
    return flawOfCopy(original, copyPath);
  } finally {
    original.close();
  }
}
