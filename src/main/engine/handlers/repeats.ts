import type { Handlers } from '../../../shared/contract/contract';
import type { repeatMethods } from '../../../shared/contract/repeats';
import type { EngineContext } from '../engine-context';
import { evidenceMark } from '../store/evidence/evidence-mark';
import { repeatPage } from '../store/repeats/repeat-pages';
import { inOneOrder, type RepeatedRanges } from '../store/repeats/repeated-ranges';
import { rowsElsewhere } from '../store/repeats/rows-elsewhere';
import { rowsSaidBefore } from '../store/repeats/rows-said-before';
import { onlyTurns } from '../store/workspace/pause';
import type { OpenWorkspace } from '../store/workspace/workspace-file';

/** Ranges as they were found, and of what: they hold as long as nothing was written to the evidence. */
interface Kept {
  readonly open: OpenWorkspace;
  readonly importId: number;
  readonly mark: string;
  readonly ranges: RepeatedRanges;
}

/** Rows that stand in several files, or several times in one. */
export function repeatHandlers({
  session,
}: EngineContext): Pick<Handlers, keyof typeof repeatMethods> {
  // Of the import that was asked about last: its pages are read on one after the other.
  let kept: Kept | null = null;
  const rangesOf = async (open: OpenWorkspace, importId: number): Promise<RepeatedRanges> => {
    const mark = evidenceMark(open);
    if (kept?.open === open && kept.importId === importId && kept.mark === mark) return kept.ranges;
    const db = open.readable;
    const ranges = inOneOrder(
      await rowsElsewhere(db, importId, onlyTurns),
      await rowsSaidBefore(db, importId, onlyTurns),
    );
    // What changed meanwhile is asked for again by whoever shows it.
    if (evidenceMark(open) === mark) kept = { open, importId, mark, ranges };
    return ranges;
  };
  return {
    'imports.repeats': async ({ importId, ...page }) => {
      const open = session.require();
      return repeatPage(open.readable, importId, await rangesOf(open, importId), page);
    },
  };
}
