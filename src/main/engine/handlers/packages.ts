import type { Handlers } from '../../../shared/contract/contract';
import { deductionsOfRun } from '../audit/deductions-of-run';
import { sourcesOfRun } from '../audit/sources-of-run';
import type { EngineContext } from '../engine-context';
import { usageGrid } from '../grid/usage-grids';
import { drawnDays, drawnItems, drawsOfDay } from '../store/runs/run-charges';
import { requireRun } from '../store/runs/runs';
import { chargedDays } from '../store/runs/taken-over';

type PackageMethod = Extract<keyof Handlers, `packages.${string}`>;

export function packageHandlers({ session }: EngineContext): Pick<Handlers, PackageMethod> {
  const withRun = (runId: number) => {
    const { readable } = session.require();
    return { readable, run: requireRun(readable, runId) };
  };
  return {
    'packages.list': ({ runId }) => {
      const { readable, run } = withRun(runId);
      return sourcesOfRun(readable, run).map(({ row }) => row);
    },
    'packages.burnDown': ({ runId }) => {
      const { readable, run } = withRun(runId);
      const charged = chargedDays(readable, runId);
      return {
        sources: sourcesOfRun(readable, run).map(({ row, days }) => ({ ...row, days: [...days] })),
        charged,
        used:
          charged === null && run.period !== null
            ? usageGrid(session.require(), run.period).byDay(drawnItems(readable, runId))
            : null,
      };
    },
    'packages.days': ({ runId, source }) => drawnDays(withRun(runId).readable, runId, source),
    'packages.deductions': ({ runId, ...of }) => {
      const { readable, run } = withRun(runId);
      return deductionsOfRun(readable, run, of);
    },
    'packages.drawdowns': ({ runId, ...of }) => drawsOfDay(withRun(runId).readable, runId, of),
  };
}
