import type { WritableDb } from '../workspace/connection';
import { rowOfId, slotId, TABLES_OF_ROWS } from '../workspace/row-id';

/** A row of an import by its number in the file, the first after the header being 1. */
export interface RowPlace {
  readonly importId: number;
  readonly row: number;
}

function slotsOf(db: WritableDb, importId: number): number {
  const found = db
    .prepare<{ slots: bigint }>('SELECT slots FROM imports WHERE id = ?')
    .get(importId);
  return Number(found?.slots ?? 1);
}

const idOf = (db: WritableDb, { importId, row }: RowPlace) =>
  slotId(importId, row, slotsOf(db, importId));

/** Whether a row stands in quarantine and nothing was done about it yet. */
export function isOpenInQuarantine(db: WritableDb, place: RowPlace): boolean {
  return (
    db
      .prepare(
        `SELECT 1 FROM quarantined_rows q WHERE q.id = ?
           AND NOT EXISTS (SELECT 1 FROM row_corrections c WHERE c.id = q.id)
           AND NOT EXISTS (SELECT 1 FROM row_dismissals d WHERE d.id = q.id)`,
      )
      .get(idOf(db, place)) !== undefined
  );
}

interface CorrectedRow {
  readonly cells: readonly string[];
  /** YYYYMMDD. */
  readonly day: number;
  readonly by: string;
  readonly at: string;
}

/** Keeps what a row was corrected to, after its reading was written: it counts as accepted from here on. */
export function saveCorrection(
  db: WritableDb,
  place: RowPlace,
  { cells, day, by, at }: CorrectedRow,
): void {
  const id = idOf(db, place);
  db.prepare(
    'INSERT INTO row_corrections (id, cells, corrected_by, corrected_at) VALUES (?, ?, ?, ?)',
  ).run(id, JSON.stringify(cells), by, at);
  // The table of contents of the file must lead to the row's day.
  db.prepare(
    `UPDATE raw_chunks SET first_day = min(coalesce(first_day, ?), ?),
       last_day = max(coalesce(last_day, ?), ?)
     WHERE id = (SELECT max(id) FROM raw_chunks WHERE id <= ?)`,
  ).run(day, day, day, day, id);
  db.prepare(
    `UPDATE imports SET accepted = accepted + 1, quarantined = quarantined - 1,
       first_day = min(coalesce(first_day, ?), ?), last_day = max(coalesce(last_day, ?), ?)
     WHERE id = ?`,
  ).run(day, day, day, day, place.importId);
  db.prepare(
    `DELETE FROM import_issues WHERE import_id = ? AND (code, line) IN (
       SELECT code, line FROM quarantined_rows WHERE id = ?)`,
  ).run(place.importId, id);
}

/** Tables that hold what a row was read as. */
const READINGS = TABLES_OF_ROWS.filter(
  (table) =>
    !['quarantined_rows', 'raw_chunks', 'row_corrections', 'row_dismissals'].includes(table),
);

/**
 * Takes a correction back: the row is in quarantine again as it was. Its days stay those of the import until
 * its repeats are settled. False where there was none.
 */
export function dropCorrection(db: WritableDb, place: RowPlace): boolean {
  const slots = slotsOf(db, place.importId);
  const id = slotId(place.importId, place.row, slots);
  const { changes } = db.prepare('DELETE FROM row_corrections WHERE id = ?').run(id);
  if (changes === 0) return false;
  const last = slotId(place.importId, rowOfId(id, slots), slots, slots - 1);
  let duplicate = 0;
  for (const table of READINGS) {
    duplicate += db
      .prepare(`SELECT 1 FROM ${table} WHERE id BETWEEN ? AND ? AND duplicate_of IS NOT NULL`)
      .all(id, last).length;
    db.prepare(`DELETE FROM ${table} WHERE id BETWEEN ? AND ?`).run(id, last);
  }
  const counted = duplicate === 0 ? 'accepted' : 'duplicates';
  db.prepare(
    `UPDATE imports SET ${counted} = ${counted} - 1, quarantined = quarantined + 1 WHERE id = ?`,
  ).run(place.importId);
  db.prepare(
    `INSERT INTO import_issues (import_id, severity, code, params, line, column_name)
     SELECT ?, 'error', code, params, line, column_name FROM quarantined_rows WHERE id = ?`,
  ).run(place.importId, id);
  return true;
}

/** Keeps why a row is left out for good. False where something was done about it already. */
export function dismissRow(
  db: WritableDb,
  place: RowPlace,
  { reason, by, at }: { readonly reason: string; readonly by: string; readonly at: string },
): boolean {
  if (!isOpenInQuarantine(db, place)) return false;
  db.prepare(
    'INSERT INTO row_dismissals (id, reason, dismissed_by, dismissed_at) VALUES (?, ?, ?, ?)',
  ).run(idOf(db, place), reason, by, at);
  return true;
}

export function dropDismissal(db: WritableDb, place: RowPlace): boolean {
  return db.prepare('DELETE FROM row_dismissals WHERE id = ?').run(idOf(db, place)).changes > 0;
}
