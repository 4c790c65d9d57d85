import Database from 'better-sqlite3';
import { existsSync, rmSync } from 'node:fs';
import { engineError, type EngineError } from '../../../../shared/contract/error';
import { err, ok, type Result } from '../../../../shared/result';
import { migrate } from '../../migrations/migrate';
import { MIGRATIONS } from '../../migrations/steps';
import { asReadable, type ReadableDb, type WritableDb } from './connection';
import { importOfRow, isOfRows } from './row-id';
import { salvageTable, type SalvagedTable } from './salvage-tables';
import { APPLICATION_ID } from './workspace-file';

/** What could be saved, as it stands in the new file. */
export interface SalvagedWorkspace {
  readonly rowsRead: number;
  readonly tablesDamaged: readonly string[];
  /** Imports of which rows are missing; their rows are still in the new file. */
  readonly lostImports: readonly number[];
}

/**
 * Reads what can be read of a damaged workspace into a new file at `target`, which must not exist. The damaged
 * file is not touched. Fails with `workspace-damaged` where its table of contents does not
 * even name the imports.
 */
export function salvageInto(path: string, target: string): Result<SalvagedWorkspace, EngineError> {
  if (existsSync(target)) return err(engineError('workspace-exists', { path: target }));
  const damaged = open(path);
  if (!damaged.ok) return damaged;
  const { db: from, version } = damaged.value;
  const to = new Database(target);
  try {
    to.defaultSafeIntegers(true);
    to.pragma(`application_id = ${APPLICATION_ID}`);
    to.pragma('foreign_keys = OFF');
    // Read in the schema it was written in, and only then brought to the newest one.
    migrate(to, MIGRATIONS.slice(0, version));
    const tables = copyAll(from, to);
    migrate(to, MIGRATIONS);
    return ok({
      rowsRead: tables.reduce((sum, table) => sum + table.rows, 0),
      tablesDamaged: tables.filter((table) => table.gap !== null).map((table) => table.name),
      lostImports: lostImports(to, tables),
    });
  } catch (thrown) {
    to.close();
    for (const suffix of ['', '-wal', '-shm', '-journal'])
      rmSync(`${target}${suffix}`, { force: true });
    throw thrown;
  } finally {
    from.close();
    to.close();
  }
}

function open(path: string): Result<{ db: Database.Database; version: number }, EngineError> {
  let db: Database.Database | null = null;
  try {
    db = new Database(path, { readonly: true, fileMustExist: true });
    db.defaultSafeIntegers(true);
    const version = Number(db.pragma('user_version', { simple: true }));
    // A table of contents with a damaged page is taken as far as it can be read: the tables before the damage.
    db.unsafeMode();
    db.pragma('writable_schema = ON');
    db.prepare('SELECT 1 FROM imports LIMIT 1').get();
    if (version > MIGRATIONS.length) {
      db.close();
      return err(engineError('workspace-newer', { path, version, known: MIGRATIONS.length }));
    }
    return ok({ db, version });
  } catch (thrown) {
    db?.close();
    return err(engineError('workspace-damaged', { path }, String(thrown)));
  }
}

function copyAll(from: Database.Database, to: Database.Database): SalvagedTable[] {
  const names = to
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'sqlite_sequence' ORDER BY name",
    )
    .all();
  // A trail with a gap is kept as it is; its own check tells of the gap.
  const triggers = to
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'",
    )
    .all();
  return to.transaction(() => {
    for (const { name } of triggers) to.exec(`DROP TRIGGER "${name}"`);
    // The migrations may have put rows of their own into the empty file.
    for (const { name } of names) to.exec(`DELETE FROM "${name}"`);
    const tables = names.map(({ name }) => salvageTable(from, to, name));
    for (const { sql } of triggers) to.exec(sql);
    return tables;
  })();
}

/** Imports whose ids fall into a gap of a table that holds rows of files, or whose rows refer to what is gone. */
function lostImports(to: Database.Database, tables: readonly SalvagedTable[]): number[] {
  const known = to
    .prepare<[], { id: bigint }>('SELECT id FROM imports ORDER BY id')
    .all()
    .map(({ id }) => Number(id));
  const lost = new Set<number>();
  for (const { name, gap } of tables) {
    if (!isOfRows(name)) continue;
    if (gap !== null) {
      const first = gap.after === null ? 0 : importOfRow(Number(gap.after));
      const last = gap.before === null ? Infinity : importOfRow(Number(gap.before));
      for (const id of known) if (id >= first && id <= last) lost.add(id);
    }
    for (const { rows } of dangling(asReadable(to), name))
      for (const { id } of to.prepare<[], { id: bigint }>(`SELECT DISTINCT id ${rows}`).all())
        lost.add(importOfRow(Number(id)));
  }
  return [...lost];
}

/** Takes away whatever refers to a row that is gone, and what refers to that. */
export function dropDangling(db: WritableDb): void {
  const tables = db
    .prepare<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .all();
  for (let dropped = true; dropped;) {
    dropped = false;
    for (const { name } of tables)
      for (const { rows } of dangling(db, name))
        if (db.prepare(`DELETE ${rows}`).run().changes > 0) dropped = true;
  }
}

/** `FROM … WHERE …` of the rows of a table that refer to a row that is not there, one for each reference. */
function dangling(db: ReadableDb, table: string): { rows: string }[] {
  return db
    .prepare<ForeignKey>('SELECT "table", "from", "to" FROM pragma_foreign_key_list(?)')
    .all(table)
    .map((key) => ({
      rows: `FROM "${table}" WHERE "${key.from}" IS NOT NULL
        AND "${key.from}" NOT IN (SELECT "${key.to}" FROM "${key.table}")`,
    }));
}

interface ForeignKey {
  readonly table: string;
  readonly from: string;
  readonly to: string;
}
