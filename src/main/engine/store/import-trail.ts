import type { ImportSummary } from '../../../shared/contract/imports';
import type { TrailKind } from '../../../shared/contract/trail';
import type { WritableDb } from './connection';
import { findImport } from './imports';
import { appendTrail } from './trail';

/** Writes down whose use an import was said to be of; null: it was taken back. To be called in its transaction. */
export function trailApplication(db: WritableDb, importId: number, sdkAppId: string | null): void {
  appendTrail(db, 'application-said', {
    import: importId,
    file: findImport(db, importId)?.fileName ?? '',
    sdkAppId,
  });
}

/** Writes down what happened to an import; to be called in its transaction. */
export function trailImport(
  db: WritableDb,
  kind: Extract<TrailKind, 'imported' | 'import-undone' | 'import-redone'>,
  { id, fileName, sheet, sha256, accepted, quarantined, duplicates }: ImportSummary,
): void {
  const counts = { accepted, quarantined, duplicates };
  appendTrail(db, kind, { import: id, file: fileName, sheet, fileSha256: sha256, ...counts });
}
