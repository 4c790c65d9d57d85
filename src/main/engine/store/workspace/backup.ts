import Database from 'better-sqlite3';
import { renameSync, rmSync } from 'node:fs';
import { invariant } from '../../../../shared/invariant';
import { flawBeside } from './check-beside';
import { flawOfCopy } from './copy-proof';

/** Pages copied between two looks at whether somebody wants it stopped: 8 MB at SQLite's usual page. */
const PAGES_AT_ONCE = 2048;

/** Writes a complete copy of the workspace to `target` and proves it. An older file of that name is replaced. */
export function backUp(db: Database.Database, target: string): void {
  rmSync(target, { force: true });
  db.prepare('VACUUM INTO ?').run(target);
  const flaw = flawOfCopy(db, target);
  invariant(flaw === null, String(flaw));
}

/**
 * The same without stopping other work of this process: page by page, proved on another thread before it takes its
 * name. Nothing may write meanwhile. Cancelled by `signal`, which throws its reason.
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
    const flaw = await flawBeside(path, unfinished);
    invariant(flaw === null, String(flaw));
    signal.throwIfAborted();
    renameSync(unfinished, target);
  } finally {
    source.close();
    for (const suffix of ['', '-journal', '-wal', '-shm'])
      rmSync(`${unfinished}${suffix}`, { force: true });
  }
}
