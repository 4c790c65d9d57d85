import type { ImportKind } from '../../../../shared/contract/import-kind';
import type { ExportName } from '../../reading/layout/export-name';
import type { WritableDb } from '../workspace/connection';
import type { ImportedColumn } from '../../reading/layout/imported-column';

/** What is known of a file before its first row is read. */
export interface ImportHead {
  readonly path: string;
  readonly fileName: string;
  readonly size: number;
  readonly container: string;
  /** Of a workbook; else null. */
  readonly sheet: string | null;
  readonly encoding: string;
  readonly delimiter: string;
  readonly headerLine: number;
  readonly kind: ImportKind;
  readonly profile: string;
  readonly columns: readonly ImportedColumn[];
  /** Measurements that a row has room for; see migrations/0010. */
  readonly slots: number;
  /** JSON: what was said of the file that its rows do not say. */
  readonly stated: string;
  /** Whose use all of its rows are of; null where they say it themselves. */
  readonly application: { readonly app: string; readonly by: 'stated' | 'assumed' } | null;
  /** The first import of the archive or workbook that it is a part of; null: it is the first, or alone. */
  readonly partOf: number | null;
  /** What the name of the file tells; null: nothing. */
  readonly name: ExportName | null;
  /** UTC, ISO 8601. */
  readonly importedAt: string;
}

/** What is known when its last row has been read. Days are YYYYMMDD. */
export interface ImportTally {
  readonly sha256: string;
  readonly profile: string;
  readonly rows: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly ignored: number;
  readonly firstDay: number | null;
  readonly lastDay: number | null;
  readonly apps: number;
}

/** The id that the next import will have, as long as the transaction lasts in which this is asked. */
export function nextImportId(db: WritableDb): number {
  const last = db
    .prepare<{ seq: bigint }>("SELECT seq FROM sqlite_sequence WHERE name = 'imports'")
    .get();
  return Number(last?.seq ?? 0n) + 1;
}

/** Begins an import's record; all counts are 0 until {@link closeImport}. Answers its id. */
export function openImport(db: WritableDb, head: ImportHead): number {
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO imports (path, file_name, sha256, size, container, sheet, encoding, delimiter,
         header_line, kind, profile, columns, rows, accepted, quarantined, duplicates, ignored,
         first_day, last_day, apps, imported_at, state, slots, stated, app, app_by, part_of, basis,
         month, issue)
       VALUES (?, ?, '', ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, NULL, NULL, 0, ?, 'live', ?, ?, ?, ?, ?,
         ?, ?, ?)`,
    )
    .run(
      head.path,
      head.fileName,
      head.size,
      head.container,
      head.sheet,
      head.encoding,
      head.delimiter,
      head.headerLine,
      head.kind,
      head.profile,
      JSON.stringify(head.columns),
      head.importedAt,
      head.slots,
      head.stated,
      head.application?.app ?? null,
      head.application?.by ?? null,
      head.partOf,
      head.name?.basis ?? null,
      head.name?.month ?? null,
      head.name?.issue ?? null,
    );
  return Number(lastInsertRowid);
}

/** Writes the counts. The table's own check refuses them unless every row is accounted for. */
export function closeImport(db: WritableDb, importId: number, tally: ImportTally): void {
  db.prepare(
    `UPDATE imports SET sha256 = ?, profile = ?, rows = ?, accepted = ?, quarantined = ?, ignored = ?,
       first_day = ?, last_day = ?, apps = ? WHERE id = ?`,
  ).run(
    tally.sha256,
    tally.profile,
    tally.rows,
    tally.accepted,
    tally.quarantined,
    tally.ignored,
    tally.firstDay,
    tally.lastDay,
    tally.apps,
    importId,
  );
}
