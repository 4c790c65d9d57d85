import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Site } from '../../../shared/catalog/site';
import { EngineFailure, engineError } from '../../../shared/contract/error';
import { adviseInSteps, type Advice } from '../../../shared/estimate/advisor';
import type { Day } from '../../../shared/period/day';
import type { Period } from '../../../shared/period/period';
import { accountOfRun } from '../account/account-of-run';
import { priceBookInUse } from '../audit/price-book-in-use';
import { throwIfCancelled, type JobControl } from '../jobs';
import type { ReadableDb } from '../store/workspace/connection';
import { monthsWithRows } from '../store/evidence/months';
import { timedUsageOf, usageSeries } from '../store/evidence/usage';

/** Which months to replay: so many of the last ones that have usage, or exactly these days. */
export type ReplayedMonths = { readonly last: number } | Period;

export interface WorkspaceAdvice {
  readonly site: Site;
  /** The day whose catalogue was taken. */
  readonly on: Day;
  readonly advice: Advice;
}

/**
 * Which packages would have cost least for the usage in a workspace. Throws `no-usage` where there is none
 * in the months that are asked for. The search is exact and can be long (see cheapest-mix.ts): before each
 * mix it replays it says how many it has, and lets messages in, a cancellation among them.
 */
export async function advisePackages(
  db: ReadableDb,
  months: ReplayedMonths,
  on: Day,
  { signal, progress }: JobControl,
): Promise<WorkspaceAdvice> {
  const turn = async (phase: string, done: number) => {
    progress({ phase, done, total: null });
    await nextTurn();
    throwIfCancelled(signal);
  };
  await turn('reading-usage', 0);
  const { account } = accountOfRun(db);
  const period = 'last' in months ? lastMonths(db, months.last) : months;
  const series = usageSeries(db, null);
  if (!series.some(({ day }) => period.from <= day && day < period.to))
    throw new EngineFailure(engineError('no-usage'));
  const search = adviseInSteps({
    account,
    priceBook: priceBookInUse(db, account.site).book,
    usage: { series, timedUsageOf: (date) => timedUsageOf(db, date) },
    period,
    on,
  });
  for (;;) {
    const step = search.next();
    if (step.done) return { site: account.site, on, advice: step.value };
    await turn('replaying-packages', step.value.tried);
  }
}

/** From the first day of the earliest of these months to the end of the newest; months between them count. */
function lastMonths(db: ReadableDb, count: number): Period {
  const used = monthsWithRows(db).filter(({ usageRows }) => usageRows > 0);
  const newest = used.at(0);
  const earliest = used.slice(0, count).at(-1);
  if (!newest || !earliest) throw new EngineFailure(engineError('no-usage'));
  return { from: earliest.period.from, to: newest.period.to };
}
