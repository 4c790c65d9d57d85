import { EngineFailure, engineError } from '../../../shared/contract/error';
import type { ImportSummary } from '../../../shared/contract/imports';
import { trailImport } from '../store/import-trail';
import { findImport } from '../store/imports';
import type { OpenWorkspace } from '../store/workspace-file';
import { settleImport } from './settle-import';

/**
 * Takes an import back or brings it back. Its rows stay where they are; what they repeat in other files, or
 * others in them, is decided again. One transaction; nothing else may write meanwhile.
 */
export async function setImportState(
  open: OpenWorkspace,
  importId: number,
  state: 'live' | 'undone',
  signal: AbortSignal,
): Promise<ImportSummary> {
  const db = open.writable;
  const before = findImport(db, importId);
  if (!before)
    throw new EngineFailure(engineError('invalid-input', { field: 'importId', value: importId }));
  if ((before.state === 'undone') === (state === 'undone')) return before;
  db.exec('BEGIN IMMEDIATE');
  try {
    db.prepare('UPDATE imports SET state = ? WHERE id = ?').run(state, importId);
    await settleImport(db, importId, { replace: false, signal });
    trailImport(db, state === 'live' ? 'import-redone' : 'import-undone', before);
    db.exec('COMMIT');
  } catch (thrown) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw thrown;
  }
  return findImport(db, importId) ?? before;
}
