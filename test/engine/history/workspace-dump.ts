import type { ReadableDb } from '../../../src/main/engine/store/workspace/connection';
import { RECORDED_TABLES } from '../../../src/main/engine/store/history/recorded-tables';
import { isOfRows } from '../../../src/main/engine/store/workspace/row-id';

/** Which rows belong to imports up to `lastImport`; later ones stay when they are undone and only do not count. */
function whereOf(table: string, lastImport: number): string {
  if (isOfRows(table)) return `id < ${lastImport + 1} << 32`;
  if (table === 'imports') return `id <= ${lastImport}`;
  if (table === 'import_issues') return `import_id <= ${lastImport}`;
  return 'TRUE';
}

/** The last import that ever came. */
export function lastImport(db: ReadableDb): number {
  const found = db.prepare<{ id: bigint | null }>('SELECT max(id) AS id FROM imports').get();
  return Number(found?.id ?? 0n);
}

/**
 * Everything that a person's acts make of a workspace, byte for byte, as text: each row of each table that is
 * recorded, and of what is decided. Rows of imports after `upTo` are left out.
 */
export function dump(db: ReadableDb, upTo: number): string {
  const tables = [...RECORDED_TABLES, 'judgements'].filter((table) => table !== 'price_books');
  return tables
    .map((table) => {
      const columns = db
        .prepare<{ name: string }>('SELECT name FROM pragma_table_info(?)')
        .all(table)
        .map(({ name }) => (name === 'text' && table === 'raw_chunks' ? 'hex(text)' : `"${name}"`));
      const quoted = columns.map((column) => `quote(${column})`).join(` || ',' || `);
      const rows = db
        .prepare<{ line: string }>(
          `SELECT ${quoted} AS line FROM ${table} WHERE ${whereOf(table, upTo)} ORDER BY 1`,
        )
        .all();
      return [`== ${table}`, ...rows.map(({ line }) => line)].join('\n');
    })
    .join('\n');
}

/** Imports after `upTo` that count although they came later. */
export function laterThatCount(db: ReadableDb, upTo: number): number {
  const found = db
    .prepare<{ n: bigint }>("SELECT count(*) AS n FROM imports WHERE id > ? AND state <> 'undone'")
    .get(upTo);
  return Number(found?.n ?? 0n);
}
