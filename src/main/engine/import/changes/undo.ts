import { EngineFailure, engineError } from '../../../../shared/contract/error';
import type { ImportSummary } from '../../../../shared/contract/imports';
import { importInTrail } from '../../store/imports/import-trail';
import { findImport } from '../../store/imports/imports';
import { recordStep } from '../../store/history/record-step';
import type { WritableDb } from '../../store/workspace/connection';
import { pauseOn, type Pause } from '../../store/workspace/pause';
import type { OpenWorkspace } from '../../store/workspace/workspace-file';
import type { FoundRestatement } from '../settle/restatement';
import { settleImport } from '../settle/settle-import';

/** An import as it is now, and what it says anew about the days of others. */
export interface StateChange {
  readonly summary: ImportSummary;
  readonly restated: readonly FoundRestatement[];
}

/** Takes an import back or brings it back, inside the caller's transaction. */
export async function changeState(
  db: WritableDb,
  before: ImportSummary,
  state: 'live' | 'undone',
  pause: Pause,
): Promise<StateChange> {
  db.prepare('UPDATE imports SET state = ? WHERE id = ?').run(state, before.id);
  const restated = await settleImport(db, before.id, { replace: false, pause });
  return { summary: findImport(db, before.id) ?? before, restated };
}

/**
 * Takes an import back or brings it back, as a step of the history. Its rows stay where they are; what they repeat in
 * other files, or others in them, is decided again. One transaction; nothing else may write meanwhile.
 */
export async function setImportState(
  open: OpenWorkspace,
  importId: number,
  state: 'live' | 'undone',
  signal: AbortSignal,
  told?: (rows: number) => void,
): Promise<ImportSummary> {
  const db = open.writable;
  const before = findImport(db, importId);
  if (!before)
    throw new EngineFailure(engineError('invalid-input', { field: 'importId', value: importId }));
  if ((before.state === 'undone') === (state === 'undone')) return before;
  const pause = pauseOn(signal, told);
  const kind = state === 'live' ? 'import-redone' : 'import-undone';
  await recordStep(
    db,
    () => changeState(db, before, state, pause),
    () => ({
      title: kind,
      params: { file: before.fileName },
      trail: importInTrail(kind, before),
    }),
    pause,
  );
  return findImport(db, importId) ?? before;
}
