import type { Handlers } from '../../../shared/contract/contract';
import { appNamesOf } from '../account/account-of-stored-run';
import type { EngineContext } from '../engine-context';
import { requireRun } from '../store/runs/runs';
import { selectedComparisons } from '../grid/grid-selection';
import { runGrid } from '../grid/run-grids';
import { selectedBillLines } from '../store/runs/selected-rows';

type SelectionMethod = Extract<keyof Handlers, `selections.${string}`>;

export function selectionHandlers({ session }: EngineContext): Pick<Handlers, SelectionMethod> {
  return {
    'selections.comparisons': async (question) => {
      const workspace = session.require();
      const { readable } = workspace;
      const run = requireRun(readable, question.runId);
      const grid = await runGrid(session, workspace, question.runId);
      return selectedComparisons(readable, grid, question, appNamesOf(run));
    },
    'selections.billLines': ({ runId, period, filter, sort, ranges }) => {
      const { readable } = session.require();
      if (runId !== null) requireRun(readable, runId);
      return selectedBillLines(readable, { runId, period, filter }, sort, ranges);
    },
  };
}
