import type { ComparisonRow } from '../../../shared/contract/audits';
import type { Output } from '../../../shared/contract/contract';
import { decimal, toText, ZERO, type Decimal } from '../../../shared/money/decimal';
import { stillStands, VERDICTS, type Verdict } from '../../../shared/decisions/decision';
import { throughRun, type Turn } from '../audit/run-in-turns';
import { comparisonPieces } from '../store/runs/run-comparisons';
import type { StoredRun } from '../store/runs/runs';
import type { ReadableDb } from '../store/workspace/connection';
import { allDecisions } from '../store/judgements/judgement-records';

interface Sum {
  rows: number;
  changed: number;
  difference: Decimal;
}

/**
 * The discrepancies of a run by what was decided about them, undecided ones last; empty sums are left out. Other
 * questions are answered meanwhile.
 */
export async function decisionSummary(
  db: ReadableDb,
  run: StoredRun,
  turn: Turn,
): Promise<Output<'decisions.summary'>> {
  const decisions = allDecisions(db);
  const sums = new Map<Verdict | null, Sum>();
  const pieces = comparisonPieces(db, run.id, { onlyDiscrepancies: true }, new Map());
  const add = (row: ComparisonRow) => {
    const decision = decisions.get(row.id);
    const verdict = decision?.verdict ?? null;
    const sum = sums.get(verdict) ?? { rows: 0, changed: 0, difference: ZERO };
    sum.rows += 1;
    if (decision && !stillStands(decision, row)) sum.changed += 1;
    sum.difference = sum.difference.plus(decimal(row.difference));
    sums.set(verdict, sum);
  };
  await throughRun(db, run, pieces, add, turn);
  return [...VERDICTS, null].flatMap((verdict) => {
    const sum = sums.get(verdict);
    return sum ? [{ ...sum, verdict, difference: toText(sum.difference) }] : [];
  });
}
