import type { MonthTotals } from '../../../shared/contract/months';
import type { Period } from '../../../shared/period/period';
import type { ReadableDb } from '../store/workspace/connection';
import { latestRun, type StoredRun } from '../store/runs/runs';
import { fingerprintOf } from './fingerprint';

/** What each period came to by its newest run, in the order asked for. */
export function monthTrend(db: ReadableDb, periods: readonly Period[]): MonthTotals[] {
  const today = fingerprintOf(db);
  return periods.map((period) => {
    const run = latestRun(db, period);
    return { period: { ...period }, run: run && totalsOf(run, today) };
  });
}

function totalsOf(run: StoredRun, today: string): MonthTotals['run'] {
  const { expected, billed, difference, unexplained } = run.totals;
  const all = Object.values(run.counts).reduce((sum, count) => sum + count, 0);
  return {
    runId: run.id,
    currency: run.currency,
    expected,
    billed,
    difference,
    unexplained,
    differing: all - run.counts.matched - run.counts['within-tolerance'],
    current: run.fingerprint === today,
  };
}
