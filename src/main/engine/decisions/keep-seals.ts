import { EngineFailure, engineError } from '../../../shared/contract/error';
import { addDays } from '../../../shared/period/day';
import type { Period } from '../../../shared/period/period';
import { atomically } from '../store/workspace/atomically';
import type { ReadableDb, WritableDb } from '../store/workspace/connection';
import { signedPeriods } from '../store/judgements/sign-offs';
import { signOffState } from './sign-off';

/** The signed periods whose seal is whole. */
function wholeSeals(db: ReadableDb): (Period | null)[] {
  return signedPeriods(db).filter((period) => signOffState(db, period).sealed);
}

/**
 * Does `work` in one transaction and lets it stand only where every seal that was whole still is. A signature says
 * that somebody looked at exactly this; a key pressed twice must not take that from under it. Who means it reopens
 * the month first, with a reason. Throws `history-sealed`; nothing is changed then. Nothing else may write meanwhile.
 */
export async function keepingSeals<T>(db: WritableDb, work: () => Promise<T>): Promise<T> {
  return await atomically(db, async () => {
    const whole = wholeSeals(db);
    const value = await work();
    const broken = whole.find((period) => !signOffState(db, period).sealed);
    if (broken !== undefined)
      throw new EngineFailure(engineError('history-sealed', { period: periodText(broken) }));
    return value;
  });
}

/** First and last day; everything where the signature is about no period. */
function periodText(period: Period | null): string {
  return period === null ? '–' : `${period.from} – ${addDays(period.to, -1)}`;
}
