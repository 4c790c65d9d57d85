import type { ReadableDb, WritableDb } from './connection';

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

/** Says which export an import belongs to, and what the name of its file told. */
export function saveExport(
  db: WritableDb,
  importId: number,
  exportId: number,
  name: Pick<ExportFiles, 'basis' | 'month' | 'issue'> | null,
): void {
  db.prepare(
    'INSERT INTO exports (import_id, export_id, basis, month, issue) VALUES (?, ?, ?, ?, ?)',
  ).run(importId, exportId, name?.basis ?? null, name?.month ?? null, name?.issue ?? null);
}

export function exportOf(db: ReadableDb, importId: number): number {
  const found = db
    .prepare<{ export_id: bigint }>('SELECT export_id FROM exports WHERE import_id = ?')
    .get(importId);
  return Number(found?.export_id ?? importId);
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
      `SELECT e.export_id, i.kind, i.profile, e.basis, e.month, e.issue,
         min(i.first_day) AS first_day, max(i.last_day) AS last_day,
         sum(i.rows) AS rows, json_group_array(i.id ORDER BY i.id) AS import_ids
       FROM exports e JOIN imports i ON i.id = e.import_id
       WHERE i.state = 'live' AND i.kind = ? AND i.first_day IS NOT NULL
       GROUP BY e.export_id, i.profile ORDER BY e.export_id`,
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
