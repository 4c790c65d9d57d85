import Database from 'better-sqlite3';
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { engineError, type EngineError } from '../../../../shared/contract/error';
import { err, ok, type Result } from '../../../../shared/result';
import { systemFailure } from '../../system-failure';
import { backUp } from './backup';
import { nextBackupPath, trimRing } from './backup-ring';
import { objection } from './workspace-file';

/** What a workspace at work keeps beside its file. */
const BESIDE = ['-wal', '-shm'] as const;

/** Why this file cannot be restored; null when it is a whole workspace of this version or an older one. */
export function backupProblem(path: string): EngineError | null {
  if (!existsSync(path)) return engineError('workspace-missing', { path });
  const problem = problemOf(path);
  if (problem === null || problem.code === 'workspace-newer') return problem;
  return engineError('backup-unusable', { path }, problem.code);
}

/**
 * Puts a copy of `backup` where the workspace at `place` stands, which nobody may have open. What stood there is
 * kept and its new path returned: in the ring where it is whole, else under a name of its own beside it. A whole
 * file is exchanged by one renaming, so that a crash leaves the old one or the new one; a damaged one is moved
 * aside first, and after a crash between the two it stands there, with the copy beside it.
 */
export function putInPlace(
  backup: string,
  place: string,
  at: Date,
): Result<string | null, EngineError> {
  const unfinished = `${place}.unfinished`;
  try {
    copyFileSync(backup, unfinished);
    const setAside = existsSync(place) ? keep(place, at) : null;
    for (const suffix of BESIDE) rmSync(`${place}${suffix}`, { force: true });
    renameSync(unfinished, place);
    trimRing(place);
    return ok(setAside);
  } catch (thrown) {
    rmSync(unfinished, { force: true });
    const failure = systemFailure(thrown);
    if (failure) return err({ ...failure, params: { path: place } });
    if (isRefusal(thrown)) return err(engineError('folder-read-only', { path: dirname(place) }));
    throw thrown;
  }
}

function keep(place: string, at: Date): string {
  if (problemOf(place) !== null) return moveAside(place, at);
  const db = new Database(place, { fileMustExist: true });
  try {
    const target = nextBackupPath(place, 'before-restore', at);
    backUp(db, target);
    return target;
  } finally {
    db.close();
  }
}

/** A damaged file is not judged any further: it is kept byte by byte, with what stands beside it. */
function moveAside(place: string, at: Date): string {
  const ending = extname(place);
  const moment = at.toISOString().slice(0, 19).replaceAll(':', '-');
  const target = join(dirname(place), `${basename(place, ending)}.damaged-${moment}Z${ending}`);
  renameSync(place, target);
  for (const suffix of BESIDE)
    if (existsSync(`${place}${suffix}`)) renameSync(`${place}${suffix}`, `${target}${suffix}`);
  return target;
}

function problemOf(path: string): EngineError | null {
  let db: Database.Database | null = null;
  try {
    db = new Database(path, { readonly: true, fileMustExist: true });
    return objection(path, db);
  } catch (thrown) {
    return engineError('workspace-damaged', { path }, String(thrown));
  } finally {
    db?.close();
  }
}

function isRefusal(thrown: unknown): boolean {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  return code === 'SQLITE_CANTOPEN' || code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
}
