import { EngineFailure, engineError } from '../../../../shared/contract/error';
import { atomically } from '../../store/workspace/atomically';
import { chosenReplacements, dropReplacement, exportOf } from '../../store/imports/exports';
import { findImport } from '../../store/imports/imports';
import { dropRestatement } from '../../store/imports/restatements';
import type { Pause } from '../../store/workspace/pause';
import type { OpenWorkspace } from '../../store/workspace/workspace-file';
import { settleImport } from '../settle/settle-import';

/** Lets an import count instead of those that it restates. Answers how many these are. */
export async function chooseNewer(
  open: OpenWorkspace,
  importId: number,
  pause: Pause,
): Promise<number> {
  requireImport(open, importId);
  return await atomically(open.writable, async () => {
    const restated = await settleImport(open.writable, importId, { replace: true, pause });
    return restated.length;
  });
}

/** Takes that choice back: the import and what it replaced both count. */
export async function keepBoth(open: OpenWorkspace, importId: number, pause: Pause): Promise<void> {
  requireImport(open, importId);
  const db = open.writable;
  await atomically(open.writable, async () => {
    const exportId = exportOf(db, importId);
    for (const [newer, older] of chosenReplacements(db)) {
      if (newer !== exportId) continue;
      dropReplacement(db, newer, older);
      await dropRestatement(db, newer, older, pause);
    }
    await settleImport(db, importId, { replace: false, pause });
  });
}

function requireImport(open: OpenWorkspace, importId: number): void {
  if (!findImport(open.readable, importId))
    throw new EngineFailure(engineError('invalid-input', { field: 'importId', value: importId }));
}
