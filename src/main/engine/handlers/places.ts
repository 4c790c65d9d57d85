import type { Handlers } from '../../../shared/contract/contract';
import { appNamesOf } from '../account/account-of-stored-run';
import type { EngineContext } from '../engine-context';
import { placeOfComparison } from '../grid/grid-place';
import { runGrid } from '../grid/run-grids';
import { placeOfBillLine } from '../store/evidence/bill-line-place';
import { requireRun } from '../store/runs/runs';

type PlaceMethod = Extract<keyof Handlers, `places.${string}`>;

export function placeHandlers({ session }: EngineContext): Pick<Handlers, PlaceMethod> {
  return {
    'places.comparison': async (question) => {
      const workspace = session.require();
      const { readable } = workspace;
      const run = requireRun(readable, question.runId);
      const grid = await runGrid(session, workspace, question.runId);
      return { place: placeOfComparison(readable, grid, question, appNamesOf(run)) };
    },
    'places.billLine': ({ runId, period, filter, sort, lineId }) => {
      const { readable } = session.require();
      if (runId !== null) requireRun(readable, runId);
      return { place: placeOfBillLine(readable, { runId, period, filter }, sort, lineId) };
    },
  };
}
