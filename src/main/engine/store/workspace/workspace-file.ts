import Database from 'better-sqlite3';
import { accessSync, constants, existsSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { engineError, type EngineError } from '../../../../shared/contract/error';
import { err, ok, type Result } from '../../../../shared/result';
import { migrate, schemaVersion } from '../../migrations/migrate';
import { MIGRATIONS } from '../../migrations/steps';
import { systemFailure } from '../../system-failure';
import { asReadable, asWritable, type ReadableDb, type WritableDb } from './connection';
import { backUp } from './backup';
import { nextBackupPath, trimRing } from './backup-ring';
import { fileMark, isSameFile } from './file-mark';
import { damageIn, damageInSmallTables, isLarge } from './whole-file';

/** "Rcnt": tells a Recount workspace from any other SQLite file. */
export const APPLICATION_ID = 0x52636e74;
const BUSY_TIMEOUT_MS = 5000;

/** One open workspace file. */
export interface OpenWorkspace {
  readonly path: string;
  /** False for a large file of which only the small tables were looked at before it opened. */
  readonly checkedWhole: boolean;
  readonly writable: WritableDb;
  /** A second, read-only connection: it sees what is committed, never an import that is still running. */
  readonly readable: ReadableDb;
  /** False once the file was moved, removed or exchanged for another behind the program's back. */
  readonly inPlace: () => boolean;
  /** Brings everything committed into the one file, wherever it stands by now. */
  readonly gather: () => void;
  /** A complete, proved copy, also of a file that is not in its place any more. Nothing may write meanwhile. */
  readonly copyTo: (target: string) => void;
  readonly close: () => void;
}

function prepareWriter(db: Database.Database): void {
  db.defaultSafeIntegers(true);
  db.pragma('journal_mode = WAL');
  // FULL: a commit that was reported is on the disk, also when the power goes a moment later.
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
}

function readOnlyConnection(path: string): Database.Database {
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  db.defaultSafeIntegers(true);
  db.pragma('query_only = ON');
  return db;
}

function opened(path: string, writer: Database.Database, checkedWhole: boolean): OpenWorkspace {
  const reader = readOnlyConnection(path);
  const mark = fileMark(path);
  return {
    path,
    checkedWhole,
    writable: asWritable(writer),
    readable: asReadable(reader),
    inPlace: () => isSameFile(mark, fileMark(path)),
    gather: () => {
      writer.pragma('wal_checkpoint(TRUNCATE)');
    },
    copyTo: (target) => backUp(writer, target),
    close: () => {
      reader.close();
      writer.close();
    },
  };
}

/** What a refusal while opening means. Anything unknown is a bug and is thrown on. */
function refusal(path: string, thrown: unknown): EngineError {
  const failure = systemFailure(thrown);
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  // Before the first page could be read, "not a database" says what the file is, not that it broke.
  if (code === 'SQLITE_NOTADB') return engineError('workspace-not-recount', { path });
  if (failure) return { ...failure, params: { path } };
  // The file was there a moment ago, or was to be made in a folder that is: only the right to write is missing.
  if (code === 'SQLITE_CANTOPEN')
    return existsSync(path)
      ? engineError('workspace-read-only', { path })
      : engineError('folder-read-only', { path: dirname(path) });
  throw thrown;
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** How much is looked at before a file counts as a workspace: every page, or in a large one the small tables. */
export type FirstLook = 'whole' | 'small-tables';

/** Why an existing file cannot be used as a workspace; null when it can. */
export function objection(
  path: string,
  db: Database.Database,
  look: FirstLook = 'whole',
): EngineError | null {
  if (Number(db.pragma('application_id', { simple: true })) !== APPLICATION_ID)
    return engineError('workspace-not-recount', { path });
  const version = schemaVersion(db);
  if (version > MIGRATIONS.length)
    return engineError('workspace-newer', { path, version, known: MIGRATIONS.length });
  const damage = look === 'whole' ? damageIn(db) : damageInSmallTables(db);
  return damage === null ? null : engineError('workspace-damaged', { path }, damage);
}

/**
 * Opens an existing workspace: checks that it is one, that it is whole and not from a newer program, and
 * brings it to the newest schema after a verified backup beside it.
 */
function openExisting(path: string, wish: FirstLook): Result<OpenWorkspace, EngineError> {
  if (!existsSync(path) || !statSync(path).isFile())
    return err(engineError('workspace-missing', { path }));
  if (!isWritable(path)) return err(engineError('workspace-read-only', { path }));
  let db: Database.Database | null = null;
  try {
    db = new Database(path, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
    // Asked before anything is changed: a foreign file is left exactly as it was.
    const look = wish === 'small-tables' && isLarge(db) ? wish : 'whole';
    const problem = objection(path, db, look);
    if (problem) {
      db.close();
      return err(problem);
    }
    prepareWriter(db);
    if (schemaVersion(db) < MIGRATIONS.length) {
      backUp(db, nextBackupPath(path, 'before-update', new Date()));
      trimRing(path);
      migrate(db, MIGRATIONS);
    }
    return ok(opened(path, db, look === 'whole'));
  } catch (thrown) {
    db?.close();
    return err(refusal(path, thrown));
  }
}

/** Makes a new, empty workspace. An existing file is never overwritten. */
function createNew(path: string): Result<OpenWorkspace, EngineError> {
  const folder = dirname(path);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    return err(engineError('folder-missing', { path: folder }));
  if (!isWritable(folder)) return err(engineError('folder-read-only', { path: folder }));
  if (existsSync(path)) return err(engineError('workspace-exists', { path }));
  let db: Database.Database | null = null;
  try {
    db = new Database(path, { timeout: BUSY_TIMEOUT_MS });
    db.pragma(`application_id = ${APPLICATION_ID}`);
    prepareWriter(db);
    migrate(db, MIGRATIONS);
    return ok(opened(path, db, true));
  } catch (thrown) {
    db?.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
    return err(refusal(path, thrown));
  }
}

/**
 * Opens an existing workspace file, or makes a new one where none stands yet. Who asks for less than a look at the
 * `whole` has to see to the rest (late-check.ts).
 */
export function openWorkspace(
  path: string,
  mode: 'open' | 'create',
  look: FirstLook = 'whole',
): Result<OpenWorkspace, EngineError> {
  return mode === 'open' ? openExisting(path, look) : createNew(path);
}
