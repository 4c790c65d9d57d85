import type { Handlers } from '../../../shared/contract/contract';
import { appNamesOf } from '../account/account-of-stored-run';
import type { EngineContext } from '../engine-context';
import { comparisonGroups } from '../grid/grid-groups';
import { runGrid } from '../grid/run-grids';
import { requireRun } from '../store/runs/runs';

type GroupMethod = Extract<keyof Handlers, `groups.${string}`>;

export function groupHandlers({ session }: EngineContext): Pick<Handlers, GroupMethod> {
  return {
    'groups.comparisons': async (question) => {
      const workspace = session.require();
      const { readable } = workspace;
      const run = requireRun(readable, question.runId);
      const grid = await runGrid(session, workspace, question.runId);
      return comparisonGroups(readable, grid, question, appNamesOf(run));
    },
  };
}
