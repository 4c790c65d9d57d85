import type { Period } from '../../../shared/period/period';
import { evidenceMark } from '../store/evidence/evidence-mark';
import { usageCells } from '../store/evidence/usage-cells';
import type { OpenWorkspace } from '../store/workspace/workspace-file';
import { Recent } from './recent';
import { UsageGrid } from './usage-grid';

/** Months that are looked at in turn. */
const KEPT_PERIODS = 3;

interface KeptGrids {
  readonly mark: string;
  readonly grids: Recent<UsageGrid>;
}

/** Of each open workspace, as long as its usage is the same; they go when it is closed. */
const GRIDS = new WeakMap<OpenWorkspace, KeptGrids>();

/** The use of a period; its rows are summed the first time, and again after anything about them was written. */
export function usageGrid(workspace: OpenWorkspace, period: Period): UsageGrid {
  const mark = evidenceMark(workspace);
  let kept = GRIDS.get(workspace);
  if (kept?.mark !== mark) {
    kept = { mark, grids: new Recent(KEPT_PERIODS) };
    GRIDS.set(workspace, kept);
  }
  return kept.grids.of(
    `${period.from} ${period.to}`,
    () => new UsageGrid(usageCells(workspace.readable, period)),
  );
}
