import type { ImportKind } from '../../../../shared/contract/import-kind';
import type { ImportSummary } from '../../../../shared/contract/imports';
import type { Issue, Severity } from '../../../../shared/issue';
import { UNNAMED_APPLICATION } from '../../../../shared/usage/unnamed-application';
import type { ReadableDb } from '../workspace/connection';
import { dayOfNumber } from '../../../../shared/period/day-number';

export interface ImportRow {
  id: bigint;
  file_name: string;
  sheet: string | null;
  path: string;
  sha256: string;
  size: bigint;
  kind: ImportKind;
  profile: string;
  encoding: string;
  delimiter: string;
  header_line: bigint;
  rows: bigint;
  accepted: bigint;
  quarantined: bigint;
  duplicates: bigint;
  ignored: bigint;
  first_day: bigint | null;
  last_day: bigint | null;
  apps: bigint;
  imported_at: string;
  app: string | null;
  app_by: 'stated' | 'said' | 'assumed' | null;
  state: ImportSummary['state'];
}

export function summaryOf(row: ImportRow): ImportSummary {
  return {
    id: Number(row.id),
    fileName: row.file_name,
    sheet: row.sheet,
    path: row.path,
    sha256: row.sha256,
    size: Number(row.size),
    kind: row.kind,
    profile: row.profile,
    encoding: row.encoding,
    delimiter: row.delimiter,
    headerLine: Number(row.header_line),
    rows: Number(row.rows),
    accepted: Number(row.accepted),
    quarantined: Number(row.quarantined),
    duplicates: Number(row.duplicates),
    ignored: Number(row.ignored),
    firstDay: row.first_day === null ? null : dayOfNumber(row.first_day),
    lastDay: row.last_day === null ? null : dayOfNumber(row.last_day),
    apps: Number(row.apps),
    importedAt: row.imported_at,
    application: row.app_by && {
      sdkAppId: row.app === UNNAMED_APPLICATION ? null : row.app,
      by: row.app_by,
    },
    state: row.state,
  };
}

/** All imports, undone ones too, in the order in which they were made. */
export function listImports(db: ReadableDb): ImportSummary[] {
  return db.prepare<ImportRow>('SELECT * FROM imports ORDER BY id').all().map(summaryOf);
}

export function findImport(db: ReadableDb, importId: number): ImportSummary | null {
  const row = db.prepare<ImportRow>('SELECT * FROM imports WHERE id = ?').get(importId);
  return row ? summaryOf(row) : null;
}

/** Imports of exactly these bytes, of which the same was said, undone ones too: the newest that is not first. */
export function importsOfBytes(db: ReadableDb, sha256: string, stated: string): ImportSummary[] {
  return db
    .prepare<ImportRow>(
      `SELECT * FROM imports WHERE sha256 = ? AND stated = ? ORDER BY state = 'undone', id DESC`,
    )
    .all(sha256, stated)
    .map(summaryOf);
}

/** Whether a file of this size was ever imported: only then are its bytes worth comparing first. */
export function hasImportOfSize(db: ReadableDb, size: number): boolean {
  return db.prepare('SELECT 1 FROM imports WHERE size = ?').get(size) !== undefined;
}

export interface Page<T> {
  readonly total: number;
  readonly rows: T[];
}

interface IssueRow {
  severity: Severity;
  code: string;
  params: string;
  line: bigint | null;
  column_name: string | null;
  file_name: string;
  sheet: string | null;
}

function originOf(row: Pick<IssueRow, 'file_name' | 'sheet' | 'line' | 'column_name'>) {
  return {
    file: row.file_name,
    sheet: row.sheet ?? undefined,
    line: row.line === null ? undefined : Number(row.line),
    column: row.column_name ?? undefined,
  };
}

/** What was noticed while reading a file, in file order. */
export function importIssues(
  db: ReadableDb,
  importId: number,
  page: { readonly offset: number; readonly limit: number },
): Page<Issue> {
  const total = db
    .prepare<{ n: bigint }>('SELECT count(*) AS n FROM import_issues WHERE import_id = ?')
    .get(importId);
  const rows = db
    .prepare<IssueRow>(
      `SELECT s.severity, s.code, s.params, s.line, s.column_name, i.file_name, i.sheet
       FROM import_issues s JOIN imports i ON i.id = s.import_id
       WHERE s.import_id = ? ORDER BY s.id LIMIT ? OFFSET ?`,
    )
    .all(importId, page.limit, page.offset)
    .map((row) => ({
      severity: row.severity,
      code: row.code,
      params: JSON.parse(row.params) as Issue['params'],
      origin: originOf(row),
    }));
  return { total: Number(total?.n ?? 0), rows };
}
