import type { ReadableDb, WritableDb } from '../workspace/connection';

/** An export as it was downloaded: one file, or the parts of one archive. Days are YYYYMMDD. */
export interface ExportFiles {
  /** Id of its first import. */
  readonly exportId: number;
  readonly kind: 'usage' | 'bill';
  readonly profile: string;
  readonly basis: 'deduction' | 'usage' | null;
  /** YYYYMM as its name says. */
  readonly month: number | null;
  /** Order among the files of one month; see {@link ExportName}. */
  readonly issue: number | null;
  readonly firstDay: number;
  readonly lastDay: number;
  /** Of all its live imports. */
  readonly rows: number;
  /** Its live imports, in rising order. */
  readonly importIds: readonly number[];
}

/** The export that an import belongs to: the id of its first import. */
export function exportOf(db: ReadableDb, importId: number): number {
  const found = db
    .prepare<{ part_of: bigint | null }>('SELECT part_of FROM imports WHERE id = ?')
    .get(importId);
  return Number(found?.part_of ?? importId);
}

interface ExportRow {
  export_id: bigint;
  kind: 'usage' | 'bill';
  profile: string;
  basis: ExportFiles['basis'];
  month: bigint | null;
  issue: bigint | null;
  first_day: bigint;
  last_day: bigint;
  rows: bigint;
  import_ids: string;
}

/** All exports of a kind with live imports that have counted days, in the order in which they came. */
export function liveExports(db: ReadableDb, kind: 'usage' | 'bill'): ExportFiles[] {
  return db
    .prepare<ExportRow>(
      `SELECT coalesce(part_of, id) AS export_id, kind, profile, basis, month, issue,
         min(first_day) AS first_day, max(last_day) AS last_day,
         sum(rows) AS rows, json_group_array(id ORDER BY id) AS import_ids
       FROM imports WHERE state = 'live' AND kind = ? AND first_day IS NOT NULL
       GROUP BY coalesce(part_of, id), profile ORDER BY export_id`,
    )
    .all(kind)
    .map((row) => ({
      exportId: Number(row.export_id),
      kind: row.kind,
      profile: row.profile,
      basis: row.basis,
      month: row.month === null ? null : Number(row.month),
      issue: row.issue === null ? null : Number(row.issue),
      firstDay: Number(row.first_day),
      lastDay: Number(row.last_day),
      rows: Number(row.rows),
      importIds: JSON.parse(row.import_ids) as number[],
    }));
}

/** Which export a person let replace which: pairs of export ids, newer first. */
export function chosenReplacements(db: ReadableDb): (readonly [number, number])[] {
  return db
    .prepare<{
      newer_id: bigint;
      older_id: bigint;
    }>('SELECT newer_id, older_id FROM replacements ORDER BY newer_id, older_id')
    .all()
    .map((row) => [Number(row.newer_id), Number(row.older_id)]);
}

export function chooseReplacement(db: WritableDb, newer: number, older: number, at: string): void {
  db.prepare(
    'INSERT OR IGNORE INTO replacements (newer_id, older_id, chosen_at) VALUES (?, ?, ?)',
  ).run(newer, older, at);
}

export function dropReplacement(db: WritableDb, newer: number, older: number): void {
  db.prepare('DELETE FROM replacements WHERE newer_id = ? AND older_id = ?').run(newer, older);
}
