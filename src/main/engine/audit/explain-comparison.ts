import { deriveFacts } from '../../../shared/account/derive';
import type { ComparisonRow, Explanation } from '../../../shared/contract/audits';
import { explain } from '../../../shared/reconcile/explain/explain';
import { billLinesById } from '../store/evidence/bill-lines';
import type { ReadableDb } from '../store/workspace/connection';
import { rawRows } from '../store/imports/raw-rows';
import { chargesAt } from '../store/runs/run-charges';
import { requireComparison } from '../store/runs/run-comparisons';
import type { StoredRun } from '../store/runs/runs';
import { accountOfStoredRun, appNamesOf } from '../account/account-of-stored-run';
import { billLineRow } from './bill-line-row';
import { drawdownRowsOf, usageBehind } from './charge-evidence';
import { chargeOf, comparisonOf, drawdownOf } from './from-stored';
import { priceBookOfRun } from './price-book-in-use';

/** An explanation without what a person decided about the comparison. */
export interface UnjudgedExplanation extends Omit<Explanation, 'comparison'> {
  readonly comparison: ComparisonRow;
}

/**
 * Both sides of one stored comparison: the arithmetic step by step, and the rows of the user's own files
 * it stands on. Throws `run-missing` where the run has no such comparison.
 */
export function explainComparison(
  db: ReadableDb,
  run: StoredRun,
  comparisonId: string,
): UnjudgedExplanation {
  const sides = requireComparison(db, run.id, comparisonId, appNamesOf(run));
  const account = accountOfStoredRun(run);
  const charges = chargesAt(db, run.id, sides.chargePositions).map((row) =>
    chargeOf(row, run.currency),
  );
  const drawdowns = charges.flatMap((charge) => drawdownRowsOf(db, run.id, charge));
  const lines = billLinesById(db, sides.billLineIds);
  const trace = explain({
    comparison: comparisonOf(sides, charges),
    charges,
    drawdowns: drawdowns.map(drawdownOf),
    billLines: lines,
    priceBook: priceBookOfRun(db, run).book,
    facts: deriveFacts(account),
  });
  const usage = usageBehind(db, account.site, charges);
  return {
    comparison: sides.comparison,
    expected: trace.expected.map((step) => ({ ...step })),
    billed: trace.billed.map((step) => ({ ...step })),
    differingRules: [...trace.differingRules],
    drawdowns,
    billLines: lines.map(billLineRow),
    usageRows: usage.rows,
    usageRowsTotal: usage.total,
    billRows: rawRows(db, sides.billLineIds),
    citation: trace.citation,
  };
}
