import type Database from 'better-sqlite3';

/** What could be read of one table of a damaged file. */
export interface SalvagedTable {
  readonly name: string;
  readonly rows: number;
  /** Ids between which rows are missing, both exclusive; null where the table was read whole. */
  readonly gap: { readonly after: bigint | null; readonly before: bigint | null } | null;
}

type Row = Record<string, unknown>;

/**
 * Copies a table from a damaged file, from its beginning to the damage and from its end back to it. `to` has
 * the same schema, without triggers that refuse rows, and no row of this table yet.
 */
export function salvageTable(
  from: Database.Database,
  to: Database.Database,
  name: string,
): SalvagedTable {
  const columns = columnsOf(to, name);
  const names = columns.map((column) => `"${column.name}"`).join(', ');
  const insert = to.prepare(
    `INSERT OR IGNORE INTO "${name}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  let rows = 0;
  const copy = (direction: 'ASC' | 'DESC'): { whole: boolean; last: bigint | null } => {
    let last: bigint | null = null;
    try {
      const query = from.prepare<[], Row>(
        `SELECT ${names} FROM "${name}" NOT INDEXED ORDER BY ${orderOf(columns, direction)}`,
      );
      for (const row of query.iterate()) {
        const { changes } = insert.run(...columns.map((column) => row[column.name]));
        // From the end backwards: what is there already was read from the beginning.
        if (changes === 0 && direction === 'DESC') break;
        rows += changes;
        const id = row['id'];
        last = typeof id === 'bigint' ? id : last;
      }
      return { whole: true, last };
    } catch (thrown) {
      if (!isDamage(thrown)) throw thrown;
      return { whole: false, last };
    }
  };
  const forward = copy('ASC');
  if (forward.whole) return { name, rows, gap: null };
  const backward = copy('DESC');
  return { name, rows, gap: { after: forward.last, before: backward.last } };
}

interface Column {
  readonly name: string;
  /** Place in the primary key, from 1; 0: not part of it. */
  readonly key: number;
}

function columnsOf(db: Database.Database, table: string): Column[] {
  return db
    .prepare<[string], { name: string; pk: bigint }>('SELECT name, pk FROM pragma_table_info(?)')
    .all(table)
    .map(({ name, pk }) => ({ name, key: Number(pk) }));
}

/** The order in which the table is stored, so that nothing has to be sorted. */
function orderOf(columns: readonly Column[], direction: 'ASC' | 'DESC'): string {
  const key = columns.filter((column) => column.key > 0).toSorted((a, b) => a.key - b.key);
  return key.length === 0
    ? `rowid ${direction}`
    : key.map((column) => `"${column.name}" ${direction}`).join(', ');
}

/** SQLite met a page it cannot read, or a value that does not fit its table any more. */
function isDamage(thrown: unknown): boolean {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  return [
    'SQLITE_CORRUPT',
    'SQLITE_CONSTRAINT',
    'SQLITE_IOERR',
    'SQLITE_NOTADB',
    'SQLITE_ERROR',
  ].some((start) => code.startsWith(start));
}
