import { setImmediate as nextTurn } from 'node:timers/promises';
import type { InferenceRow } from '../../../shared/contract/findings';
import type { Day } from '../../../shared/period/day';
import type { Period } from '../../../shared/period/period';
import { explainedLines, inferenceFrom, inRank } from '../../../shared/reconcile/inference/infer';
import { otherReadings } from '../../../shared/reconcile/inference/reading';
import { auditPins } from '../store/judgements/judgement-records';
import { throwIfCancelled, type JobControl } from '../jobs';
import { billLines } from '../store/evidence/bill-lines';
import type { ReadableDb } from '../store/workspace/connection';
import { timedUsageOf, usageSeries } from '../store/evidence/usage';
import { accountOfRun } from '../account/account-of-run';
import { priceBookInUse } from './price-book-in-use';

/**
 * Which other reading of the bill explains more of its lines, from what is in the workspace. Each reading
 * computes the whole bill once; between two of them messages are let in, a cancellation among them.
 */
export async function inferReadings(
  db: ReadableDb,
  period: Period | null,
  { signal, progress }: JobControl,
): Promise<InferenceRow[]> {
  const begin = async (phase: string, done = 0, total: number | null = null) => {
    progress({ phase, done, total });
    await nextTurn();
    throwIfCancelled(signal);
  };
  await begin('reading-usage');
  const { account } = accountOfRun(db);
  const series = usageSeries(db, null);
  await begin('reading-bill');
  const input = {
    account,
    priceBook: priceBookInUse(db, account.site).book,
    usage: { series, timedUsageOf: (day: Day) => timedUsageOf(db, day) },
    billLines: billLines(db),
    period,
    pins: auditPins(db),
  };
  await begin('computing');
  const usual = explainedLines(input);
  if (usual.lines === usual.of) return [];
  const readings = otherReadings(input);
  const found: InferenceRow[] = [];
  for (const [index, reading] of readings.entries()) {
    await begin('computing', index, readings.length);
    const inference = inferenceFrom(reading, usual);
    if (inference) found.push(inference);
  }
  return inRank(found);
}
