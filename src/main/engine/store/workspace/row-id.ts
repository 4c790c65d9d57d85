import { invariant } from '../../../../shared/invariant';

/** Rows per import that an id has room for; see migrations/0001. */
const ROWS_PER_IMPORT = 2 ** 32;
/** Above it an id would no longer be exact as a number. */
const LAST_IMPORT = 2 ** 21 - 1;

/** The tables whose `id` is the id of a row of a file, so that an import is one range of ids in each. */
export const TABLES_OF_ROWS = [
  'usage_rows',
  'bill_lines',
  'bill_totals',
  'cash_entries',
  'listed_packages',
  'stated_deductions',
  'quarantined_rows',
  'raw_chunks',
  'row_corrections',
  'row_dismissals',
] as const;

export function isOfRows(table: string): boolean {
  return (TABLES_OF_ROWS as readonly string[]).includes(table);
}

/** The id of row `row` of an import; row 0 stands before the first one. */
export function rowId(importId: number, row: number): number {
  // Asked for every row: the message is only made where it is needed.
  if (importId > LAST_IMPORT || row >= ROWS_PER_IMPORT)
    invariant(false, `row ${row} of import ${importId}`);
  return importId * ROWS_PER_IMPORT + row;
}

/**
 * The id of a measurement: of the row `row` of a file whose rows have `slots` places for one each. The row
 * itself has the id of its place 0.
 */
export function slotId(importId: number, row: number, slots: number, slot = 0): number {
  return rowId(importId, row * slots + slot);
}

/** The row of a file that an id is of, or a measurement in it. */
export function rowOfId(id: number, slots: number): number {
  return Math.floor(rowNumber(id) / slots);
}

/** SQL for the row of a file that `id` is of, or a measurement in it; `slots` as a number or as SQL. */
export function rowOfIdSql(id: string, slots: number | string): string {
  return `(${id} & ${ROWS_PER_IMPORT - 1}) / ${slots}`;
}

/** SQL for the import that the row `id` is of. */
export function importOfIdSql(id: string): string {
  return `(${id} >> 32)`;
}

export function importOfRow(id: number): number {
  return Math.floor(id / ROWS_PER_IMPORT);
}

export function rowNumber(id: number): number {
  return id % ROWS_PER_IMPORT;
}

/** First and last id that the rows of an import can have, both inclusive. */
export function idRange(importId: number): readonly [number, number] {
  return [rowId(importId, 0), rowId(importId, ROWS_PER_IMPORT - 1)];
}

/** SQL that joins the rows of `table` to the import `i` they belong to. */
export function rowsOfImport(table: string): string {
  return `${table}.id BETWEEN i.id * ${ROWS_PER_IMPORT} AND i.id * ${ROWS_PER_IMPORT} + ${ROWS_PER_IMPORT - 1}`;
}

/** SQL that is true for rows of `table` whose import counts: not undone. */
export function isOfLiveImport(table: string): string {
  return `EXISTS (SELECT 1 FROM imports i WHERE i.id = ${table}.id / ${ROWS_PER_IMPORT} AND i.state = 'live')`;
}
