import { invariant } from '../../../../shared/invariant';
import type { ReadableDb, WritableDb } from '../workspace/connection';

/** What may happen to a row. */
type Happening = 'INSERT' | 'UPDATE' | 'DELETE';
const ALL: readonly Happening[] = ['INSERT', 'UPDATE', 'DELETE'];
const CHANGED: readonly Happening[] = ['UPDATE'];

/**
 * Every table that a person's act changes and that decisions do not keep themselves, with what of it is recorded.
 * Not recorded are dictionaries and what is kept for good: meters, the texts of files, price books that audits were
 * once made with, attachments by their content, runs, reports, the trail, signatures.
 */
const RECORDED: Readonly<Record<string, readonly Happening[]>> = {
  account: ALL,
  item_rules: ALL,
  import_profiles: ALL,
  saved_views: ALL,
  price_books: CHANGED,
  price_books_in_use: ALL,
  imports: ALL,
  import_issues: ALL,
  replacements: ALL,
  restatements: ALL,
  restated_rows: ALL,
  usage_rows: ALL,
  bill_lines: ALL,
  bill_totals: ALL,
  cash_entries: ALL,
  listed_packages: ALL,
  stated_deductions: ALL,
  quarantined_rows: ALL,
  raw_chunks: CHANGED,
  row_corrections: ALL,
  row_dismissals: ALL,
};

/** The recorded tables, by name. */
export const RECORDED_TABLES: readonly string[] = Object.keys(RECORDED);

export interface TableShape {
  readonly columns: readonly string[];
  /** Columns of the primary key, in its order. */
  readonly key: readonly string[];
}

/** Throws for a table that is not recorded: names of tables are read from the file, too. */
export function shapeOf(db: ReadableDb, table: string): TableShape {
  invariant(Object.hasOwn(RECORDED, table), `${table} is no recorded table`);
  const found = db
    .prepare<{ name: string; pk: bigint }>('SELECT name, pk FROM pragma_table_info(?)')
    .all(table);
  const key = found.filter(({ pk }) => pk > 0n).sort((a, b) => Number(a.pk - b.pk));
  return { columns: found.map(({ name }) => name), key: key.map(({ name }) => name) };
}

/** From which import on rows are the own ones of what is recorded: one row while something is, none else. */
export const OWN_FROM_TABLE = 'CREATE TEMP TABLE recorded_from (own_from INTEGER NOT NULL)';
const OWN_FROM = '(SELECT own_from FROM temp.recorded_from)';

/**
 * How an import in progress is recorded: what it changes of others. Its own rows, which are new, stay when it is
 * undone and are left out: those with ids from `own_from` on, and the issues of its import. Never true while nothing is
 * recorded: then there is no `own_from`. null: an import does not do this.
 */
function ofOthers(table: string, happening: Happening): string | null {
  const row = happening === 'INSERT' ? 'NEW' : 'OLD';
  switch (table) {
    case 'replacements':
    case 'restatements':
    case 'restated_rows':
      return `${OWN_FROM} IS NOT NULL`;
    case 'imports':
      return happening === 'INSERT' ? null : `${row}.id < ${OWN_FROM}`;
    case 'import_issues':
      return `${row}.import_id < ${OWN_FROM}`;
    case 'account':
    case 'item_rules':
    case 'import_profiles':
    case 'saved_views':
    case 'price_books':
    case 'price_books_in_use':
      return null;
    default:
      // An import inserts its own rows only, perhaps a million of them: not even the question is affordable.
      return happening === 'INSERT' ? null : `${row}.id < ${OWN_FROM} << 32`;
  }
}

const list = (parts: readonly string[]) => parts.join(', ');
const keyOf = (row: string, { key }: TableShape) =>
  `json_array(${list(key.map((name) => `${row}."${name}"`))})`;
const wholeRow = (row: string, { columns }: TableShape) =>
  `json_object(${list(columns.map((name) => `'${name}', ${row}."${name}"`))})`;
/** Only the columns that changed: a mark on a bill line is one number, not forty texts. */
const changedColumns = (row: string, { columns }: TableShape) =>
  `'{' || substr(${columns
    .map(
      (name) =>
        `iif(OLD."${name}" IS NEW."${name}", '', ',"${name}":' || json_quote(${row}."${name}"))`,
    )
    .join(' || ')}, 2) || '}'`;

function change(table: string, happening: Happening, shape: TableShape): string {
  const values = {
    INSERT: [keyOf('NEW', shape), 'NULL', wholeRow('NEW', shape)],
    UPDATE: [keyOf('OLD', shape), changedColumns('OLD', shape), changedColumns('NEW', shape)],
    DELETE: [keyOf('OLD', shape), wholeRow('OLD', shape), 'NULL'],
  }[happening];
  return `INSERT INTO recorded_changes (about, row, before, after) VALUES ('${table}', ${list(values)})`;
}

/** Begins the names of all triggers that record. */
export const TRIGGER = 'record_';

/**
 * SQL of the triggers that record: `lasting` are those that an import needs, which many of them can share; `passing` what
 * else an act needs, and an import must not have: not even the question whether something is recorded.
 */
export function recordingTriggers(db: WritableDb, which: 'lasting' | 'passing'): readonly string[] {
  return Object.entries(RECORDED).flatMap(([table, happenings]) => {
    const wanted = happenings.flatMap((happening) => {
      const others = ofOthers(table, happening);
      if ((others === null) !== (which === 'passing')) return [];
      return [{ happening, when: others ?? 'TRUE' }];
    });
    if (wanted.length === 0) return [];
    const shape = shapeOf(db, table);
    return wanted.map(
      ({ happening, when }) =>
        `CREATE TEMP TRIGGER ${TRIGGER}${table}_${happening.toLowerCase()}
         AFTER ${happening} ON "${table}" WHEN ${when}
         BEGIN ${change(table, happening, shape)}; END`,
    );
  });
}
