import { setImmediate as nextTurn } from 'node:timers/promises';
import { isDiscrepancy } from '../../../shared/reconcile/result/discrepancy';
import { auditing } from '../../../shared/reconcile/audit';
import { AuditMemory } from '../../../shared/reconcile/audit-memory';
import type { Forecast, ForetoldDifferences } from '../../../shared/contract/import-changes';
import type { Day } from '../../../shared/period/day';
import type { Period } from '../../../shared/period/period';
import { throwIfCancelled, type JobControl } from '../jobs';
import { accountOfRun } from '../account/account-of-run';
import { billLines } from '../store/evidence/bill-lines';
import { monthsWithRows } from '../store/evidence/months';
import { timedUsageOf, usageSeries } from '../store/evidence/usage';
import { auditPins } from '../store/judgements/judgement-records';
import { discrepancyIds } from '../store/runs/run-comparisons';
import { latestRun } from '../store/runs/runs';
import type { ReadableDb } from '../store/workspace/connection';
import type { OpenWorkspace } from '../store/workspace/workspace-file';
import { isCurrent } from './fingerprint';
import { priceBookInUse } from './price-book-in-use';

/** Rows that are audited while somebody waits for what an import would change: about a second's worth. */
const MOST_ROWS = 300_000;
const MOST_MONTHS = 12;

/**
 * What would differ in the months that these files are about, while a rehearsal holds their rows on the writing
 * connection; the reading one still sees what was there before. Newest first. Null where it is too much to wait for.
 */
export async function foretoldMonths(
  { readable, writable }: OpenWorkspace,
  files: readonly Forecast[],
  { signal, progress }: JobControl,
): Promise<ForetoldDifferences[] | null> {
  const months = monthsWithRows(writable);
  const rows = months.reduce((sum, month) => sum + month.usageRows + month.billLines, 0);
  const touched = months.map(({ period }) => period).filter((month) => isTouched(month, files));
  if (rows > MOST_ROWS || touched.length > MOST_MONTHS) return null;
  return foretoldDifferences(writable, touched, knownDifferences(readable, touched), async () => {
    progress({ phase: 'forecasting', done: 0, total: null });
    await nextTurn();
    throwIfCancelled(signal);
  });
}

function isTouched(month: Period, files: readonly Forecast[]): boolean {
  return files.some(
    ({ firstDay, lastDay }) =>
      firstDay !== null && lastDay !== null && firstDay < month.to && lastDay >= month.from,
  );
}

/** Ids of what differs in each of these months, by the newest run; null where none was made that still holds. */
function knownDifferences(
  db: ReadableDb,
  months: readonly Period[],
): (ReadonlySet<string> | null)[] {
  return months.map((month) => {
    const run = latestRun(db, month);
    return run && isCurrent(db, run) ? new Set(discrepancyIds(db, run.id)) : null;
  });
}

/**
 * What differs in these months by everything that counts in `db` now, beside what differed `before`. It is computed and
 * not kept: the rows may be those of imports that are taken back again. `pause`: between two steps.
 */
async function foretoldDifferences(
  db: ReadableDb,
  months: readonly Period[],
  before: readonly (ReadonlySet<string> | null)[],
  pause: () => Promise<void>,
): Promise<ForetoldDifferences[]> {
  const { account } = accountOfRun(db);
  const input = {
    account,
    priceBook: priceBookInUse(db, account.site).book,
    pins: auditPins(db),
    usage: { series: usageSeries(db, null), timedUsageOf: (day: Day) => timedUsageOf(db, day) },
    billLines: billLines(db),
  };
  const memory = new AuditMemory();
  const told: ForetoldDifferences[] = [];
  for (const [index, period] of months.entries()) {
    const steps = auditing({ ...input, period }, memory);
    let step = steps.next();
    while (!step.done) {
      await pause();
      step = steps.next();
    }
    const after = new Set(step.value.comparisons.filter(isDiscrepancy).map(({ id }) => id));
    const known = before[index] ?? null;
    told.push({
      period,
      left: after.size,
      change: known && {
        removed: [...known].filter((id) => !after.has(id)).length,
        added: [...after].filter((id) => !known.has(id)).length,
      },
    });
  }
  return told;
}
