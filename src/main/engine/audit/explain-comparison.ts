import { deriveFacts } from '../../../shared/account/derive';
import type { Site } from '../../../shared/catalog/site';
import { AV_ITEMS, type Item } from '../../../shared/catalog/item';
import type { DrawdownRow, Explanation, RawRow } from '../../../shared/contract/audits';
import { invariant } from '../../../shared/invariant';
import type { Period } from '../../../shared/period/period';
import { explain } from '../../../shared/reconcile/explain';
import type { Charge } from '../../../shared/settlement/charge';
import { meteredItem } from '../../../shared/usage/tier-eras';
import { judgedRows } from '../decisions/judge-rows';
import { billLinesById } from '../store/bill-lines';
import type { ReadableDb } from '../store/connection';
import { rawRows } from '../store/raw-rows';
import { chargesAt, drawdownsOf } from '../store/run-charges';
import { requireComparison } from '../store/run-comparisons';
import type { StoredRun } from '../store/runs';
import { usageRowsBehind } from '../store/usage';
import { accountOfStoredRun, appNamesOf } from './account-of-stored-run';
import { billLineRow } from './bill-line-row';
import { chargeOf, comparisonOf, drawdownOf } from './from-stored';
import { priceBookOfRun } from './price-book-in-use';

/** Rows of the user's usage files that are shown; the rest is counted. */
const USAGE_ROWS_SHOWN = 200;

/**
 * Both sides of one stored comparison: the arithmetic step by step, and the rows of the user's own files
 * it stands on. Throws `run-missing` where the run has no such comparison.
 */
export function explainComparison(
  db: ReadableDb,
  run: StoredRun,
  comparisonId: string,
): Explanation {
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
  const [comparison] = judgedRows(db, run, [sides.comparison]);
  invariant(comparison, 'one row is judged as one');
  return {
    comparison,
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

function drawdownRowsOf(db: ReadableDb, runId: number, charge: Charge): DrawdownRow[] {
  const { periodStart: from, periodEnd: to, sdkAppId, item } = charge;
  return drawdownsOf(db, runId, { period: { from, to }, sdkAppId, item });
}

function usageBehind(
  db: ReadableDb,
  site: Site,
  charges: readonly Charge[],
): { total: number; rows: RawRow[] } {
  let total = 0;
  const rows: RawRow[] = [];
  for (const { periodStart: from, periodEnd: to, sdkAppId, item } of charges) {
    const period = { from, to };
    const found = usageRowsBehind(
      db,
      { period, sdkAppId, items: itemsMeteredAs(site, item, period) },
      USAGE_ROWS_SHOWN - rows.length,
    );
    total += found.total;
    rows.push(...found.rows);
  }
  return { total, rows };
}

/** The item itself, and those that counted as it in that era (2K and 4K as full HD). */
function itemsMeteredAs(site: Site, item: Item, period: Period): Item[] {
  return [
    item,
    ...AV_ITEMS.filter((other) => other !== item && meteredItem(site, other, period.from) === item),
  ];
}
