import { deriveFacts } from '../../../shared/account/derive';
import type { Handlers } from '../../../shared/contract/contract';
import type { MinuteSourceRow } from '../../../shared/contract/packages';
import { minuteSources } from '../../../shared/drawdown/all-sources';
import { addDays } from '../../../shared/period/day';
import { accountOfStoredRun } from '../audit/account-of-stored-run';
import { deductionsOfRun } from '../audit/deductions-of-run';
import { priceBookOfRun } from '../audit/price-book-in-use';
import type { EngineContext } from '../engine-context';
import type { ReadableDb } from '../store/connection';
import { drawnDays, drawsOfDay } from '../store/run-charges';
import { requireRun, type StoredRun } from '../store/runs';

type PackageMethod = Extract<keyof Handlers, `packages.${string}`>;

export function packageHandlers({ session }: EngineContext): Pick<Handlers, PackageMethod> {
  const withRun = (runId: number) => {
    const { readable } = session.require();
    return { readable, run: requireRun(readable, runId) };
  };
  return {
    'packages.list': ({ runId }) => {
      const { readable, run } = withRun(runId);
      return sourcesOf(readable, run);
    },
    'packages.days': ({ runId, source }) => drawnDays(withRun(runId).readable, runId, source),
    'packages.deductions': ({ runId, ...of }) => {
      const { readable, run } = withRun(runId);
      return deductionsOfRun(readable, run, of);
    },
    'packages.drawdowns': ({ runId, ...of }) => drawsOfDay(withRun(runId).readable, runId, of),
  };
}

/** What the account of the run had to draw from in its period, and what was drawn. */
function sourcesOf(db: ReadableDb, run: StoredRun): MinuteSourceRow[] {
  const account = accountOfStoredRun(run);
  const { period } = run;
  const names = new Map(account.packages.map(({ id, name }) => [id, name ?? null]));
  const until = period ? addDays(period.to, -1) : null;
  return minuteSources(deriveFacts(account), priceBookOfRun(db, run).book, until)
    .filter(({ from, through }) => !period || (from < period.to && through >= period.from))
    .map(({ id, kind, from, through, minutes }) => {
      const days = drawnDays(db, run.id, id);
      return {
        source: id,
        kind,
        name: names.get(id) ?? null,
        from,
        through,
        minutes,
        deducted: days.reduce((sum, { deducted }) => sum + deducted, 0),
        left: days.at(-1)?.balanceAfter ?? null,
      };
    });
}
