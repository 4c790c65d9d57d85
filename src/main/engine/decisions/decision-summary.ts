import type { Output } from '../../../shared/contract/contract';
import { decimal, toText, ZERO, type Decimal } from '../../../shared/money/decimal';
import { stillStands, VERDICTS, type Verdict } from '../../../shared/decisions/decision';
import type { ReadableDb } from '../store/workspace/connection';
import type { StoredRun } from '../store/runs/runs';
import { rowsOfFilter } from './chosen-rows';
import { allDecisions } from '../store/judgements/judgement-records';

interface Sum {
  rows: number;
  changed: number;
  difference: Decimal;
}

/** The discrepancies of a run by what was decided about them, undecided ones last; empty sums are left out. */
export function decisionSummary(db: ReadableDb, run: StoredRun): Output<'decisions.summary'> {
  const decisions = allDecisions(db);
  const sums = new Map<Verdict | null, Sum>();
  for (const row of rowsOfFilter(db, run.id, { onlyDiscrepancies: true })) {
    const decision = decisions.get(row.id);
    const verdict = decision?.verdict ?? null;
    const sum = sums.get(verdict) ?? { rows: 0, changed: 0, difference: ZERO };
    sum.rows += 1;
    if (decision && !stillStands(decision, row)) sum.changed += 1;
    sum.difference = sum.difference.plus(decimal(row.difference));
    sums.set(verdict, sum);
  }
  return [...VERDICTS, null].flatMap((verdict) => {
    const sum = sums.get(verdict);
    return sum ? [{ ...sum, verdict, difference: toText(sum.difference) }] : [];
  });
}
