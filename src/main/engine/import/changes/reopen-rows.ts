import { atomically } from '../../store/workspace/atomically';
import { dropCorrection, dropDismissal, type RowPlace } from '../../store/imports/corrections';
import { pauseOn } from '../../store/workspace/pause';
import type { OpenWorkspace } from '../../store/workspace/workspace-file';
import { settleImport } from '../settle/settle-import';

/** Takes corrections and dismissals back, in one transaction. Answers how many rows are open again. */
export async function reopenRows(
  open: OpenWorkspace,
  rows: readonly RowPlace[],
  signal: AbortSignal,
): Promise<number> {
  const db = open.writable;
  return await atomically(db, async () => {
    let changed = 0;
    const settled = new Set<number>();
    for (const place of rows) {
      const corrected = dropCorrection(db, place);
      if (corrected) settled.add(place.importId);
      if (corrected || dropDismissal(db, place)) changed += 1;
    }
    const pause = pauseOn(signal);
    for (const importId of settled) await settleImport(db, importId, { replace: false, pause });
    return changed;
  });
}
