import Database from 'better-sqlite3';
import { renameSync, rmSync } from 'node:fs';
import { invariant } from '../../../../shared/invariant';
import { asReadable, type ReadableDb } from './connection';

/** Pages copied between two looks at whether somebody wants it stopped: 8 MB at SQLite's usual page. */
const PAGES_AT_ONCE = 2048;

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

/** The copy opens, is whole, and has the same version and as many rows in every table. */
function prove(original: Database.Database, target: string): void {
  const copy = new Database(target, { fileMustExist: true });
  try {
    // A backup is one file: it may be moved about without the log that a workspace at work keeps beside it.
    copy.pragma('journal_mode = DELETE');
    invariant(copy.pragma('quick_check(1)', { simple: true }) === 'ok', `${target} is not whole`);
    invariant(
      shapeOf(asReadable(copy)) === shapeOf(asReadable(original)),
      `${target} differs from its original`,
    );
  } finally {
    copy.close();
  }
}

/** Writes a complete copy of the workspace to `target` and proves it. An older file of that name is replaced. */
export function backUp(db: Database.Database, target: string): void {
  rmSync(target, { force: true });
  db.prepare('VACUUM INTO ?').run(target);
  prove(db, target);
}

/**
 * The same without stopping other work of this process: page by page, proved before it takes its name.
 * Nothing may write meanwhile. Cancelled by `signal`, which throws its reason.
 */
export async function backUpAside(
  path: string,
  target: string,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const unfinished = `${target}.unfinished`;
  const source = new Database(path, { readonly: true, fileMustExist: true });
  try {
    await source.backup(unfinished, {
      progress: ({ totalPages, remainingPages }) => {
        signal.throwIfAborted();
        if (totalPages > 0) onProgress(totalPages - remainingPages, totalPages);
        return PAGES_AT_ONCE;
      },
    });
    signal.throwIfAborted();
    prove(source, unfinished);
    renameSync(unfinished, target);
  } finally {
    source.close();
    for (const suffix of ['', '-journal', '-wal', '-shm'])
      rmSync(`${unfinished}${suffix}`, { force: true });
  }
}
