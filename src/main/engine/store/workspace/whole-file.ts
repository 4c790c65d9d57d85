import Database from 'better-sqlite3';

/**
 * Tables with a row for each row of a file or of an audit: nearly all of a large workspace, and what is in them can be
 * imported or computed again. Everything else is small, and much of it was written by a person.
 */
const BULKY = new Set([
  'usage_rows',
  'bill_lines',
  'raw_chunks',
  'quarantined_rows',
  'restated_rows',
  'import_issues',
  'cash_entries',
  'evidence_writes',
]);
const isBulky = (table: string) => table.startsWith('run_') || BULKY.has(table);

/** Below so many bytes every page is looked at before a workspace opens; that takes less than a second. */
const CHECKED_AT_ONCE = 64 * 1024 * 1024;

/** What SQLite says about the first damage it finds; null for a file that is whole. Reads every page. */
export function damageIn(db: Database.Database): string | null {
  const said = String(db.pragma('quick_check(1)', { simple: true }));
  return said === 'ok' ? null : said;
}

/** The same for the file at `path`, on a connection of its own that cannot change it. */
export function damageInFile(path: string): string | null {
  try {
    const db = new Database(path, { readonly: true, fileMustExist: true });
    try {
      return damageIn(db);
    } finally {
      db.close();
    }
  } catch (thrown) {
    if (thrown instanceof Database.SqliteError && /CORRUPT|NOTADB/.test(thrown.code))
      return thrown.message;
    throw thrown;
  }
}

/** True for a file of which only the small tables are looked at before it opens. */
export function isLarge(db: Database.Database): boolean {
  const [pages, size] = ['page_count', 'page_size'].map((name) =>
    Number(db.pragma(name, { simple: true })),
  );
  return (pages ?? 0) * (size ?? 0) > CHECKED_AT_ONCE;
}

/** As `damageIn`, of the tables that are small: the whole list of tables is read, and all that a person wrote. */
export function damageInSmallTables(db: Database.Database): string | null {
  const tables = db
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .all()
    .filter(({ name }) => !name.startsWith('sqlite_') && !isBulky(name));
  for (const { name } of tables) {
    const said = String(db.pragma(`quick_check('${name}')`, { simple: true }));
    if (said !== 'ok') return said;
  }
  return null;
}
