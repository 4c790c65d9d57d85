import type { ImportSummary } from '../../../shared/contract/imports';
import type { TrailKind } from '../../../shared/contract/trail';
import type { WritableDb } from './connection';
import { appendTrail } from './trail';

/** Writes down what happened to an import; to be called in its transaction. */
export function trailImport(
  db: WritableDb,
  kind: Extract<TrailKind, 'imported' | 'import-undone' | 'import-redone'>,
  { id, fileName, sheet, sha256, accepted, quarantined, duplicates }: ImportSummary,
): void {
  const counts = { accepted, quarantined, duplicates };
  appendTrail(db, kind, { import: id, file: fileName, sheet, fileSha256: sha256, ...counts });
}
