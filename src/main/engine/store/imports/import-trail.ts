import type { ImportSummary } from '../../../../shared/contract/imports';
import type { TrailKind } from '../../../../shared/contract/trail';
import type { StepInTrail } from '../history/record-step';

/** How the trail tells of what happened to an import. */
export function importInTrail(
  kind: Extract<TrailKind, 'imported' | 'import-undone' | 'import-redone'>,
  { id, fileName, sheet, sha256, accepted, quarantined, duplicates }: ImportSummary,
): StepInTrail {
  const counts = { accepted, quarantined, duplicates };
  return { kind, details: { import: id, file: fileName, sheet, fileSha256: sha256, ...counts } };
}
