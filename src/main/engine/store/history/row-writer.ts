import type { Statement } from 'better-sqlite3';
import type { Param, WritableDb } from '../workspace/connection';
import { countEvidenceWrite } from '../evidence/evidence-mark';
import { shapeOf, type TableShape } from './recorded-tables';

/** A row as it must be, and as it is to become: JSON texts of columns; null: there is none. */
export interface RowChange {
  readonly from: string | null;
  readonly to: string | null;
}

export interface RowWriter {
  /** False, and nothing is written, where the row is not what it must be. `row`: JSON list of its key. */
  readonly write: (table: string, row: string, change: RowChange) => boolean;
  /** Counts what has no trigger; to be called when all is written. */
  readonly end: () => void;
}

/** Writes rows with exact values: numbers go from JSON into SQLite without ever being numbers of JavaScript. */
export function rowWriter(db: WritableDb): RowWriter {
  const shapes = new Map<string, TableShape>();
  // By what is written, so that the SQL of the same change is made once for any number of rows.
  const statements = new Map<string, Statement<Param[]>>();
  let measured = false;

  const shape = (table: string) => {
    const known = shapes.get(table) ?? shapeOf(db, table);
    shapes.set(table, known);
    return known;
  };
  const prepared = (table: string, columns: readonly string[], change: RowChange) => {
    const kind = change.from === null ? 'insert' : change.to === null ? 'delete' : 'update';
    const name = `${kind} ${table} ${columns.join(' ')}`;
    const known =
      statements.get(name) ?? db.prepare<unknown>(sqlOf(table, shape(table), columns, change));
    statements.set(name, known);
    return known;
  };
  return {
    write: (table, row, { from, to }) => {
      const known = shape(table);
      const text = to ?? from;
      if (text === null) return false;
      const columns = Object.keys(JSON.parse(text) as object);
      // Names come from the file: only those of the table are put into SQL.
      if (columns.some((name) => !known.columns.includes(name))) return false;
      measured ||= table === 'usage_rows' && from === null;
      try {
        return prepared(table, columns, { from, to }).run(row, from, to).changes === 1;
      } catch (thrown) {
        if (isConstraint(thrown)) return false;
        throw thrown;
      }
    },
    end: () => {
      if (measured) countEvidenceWrite(db);
    },
  };
}

/** Its three parameters: the key of the row, the row as it must be, and as it is to become. */
function sqlOf(
  table: string,
  { key }: TableShape,
  columns: readonly string[],
  { from, to }: RowChange,
): string {
  const change = 'WITH change (row, was, becomes) AS (VALUES (?, ?, ?))';
  const value = (of: 'was' | 'becomes', name: string) =>
    `json_extract((SELECT ${of} FROM change), '$."${name}"')`;
  const here = key.map(
    (name, index) => `"${name}" = json_extract((SELECT row FROM change), '$[${index}]')`,
  );
  const where = [...here, ...columns.map((name) => `"${name}" IS ${value('was', name)}`)];
  const named = columns.map((name) => `"${name}"`);
  if (from === null)
    return `${change} INSERT INTO "${table}" (${named.join(', ')})
      SELECT ${columns.map((name) => value('becomes', name)).join(', ')}`;
  if (to === null) return `${change} DELETE FROM "${table}" WHERE ${where.join(' AND ')}`;
  const sets = columns.map((name) => `"${name}" = ${value('becomes', name)}`);
  return `${change} UPDATE "${table}" SET ${sets.join(', ')} WHERE ${where.join(' AND ')}`;
}

function isConstraint(thrown: unknown): boolean {
  return (
    thrown instanceof Error &&
    'code' in thrown &&
    String(thrown.code).startsWith('SQLITE_CONSTRAINT')
  );
}
