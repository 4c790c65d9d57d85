import type { BillLineRow, ChargeRow, ComparisonRow } from '../../../../shared/contract/audits';
import { EngineFailure, engineError } from '../../../../shared/contract/error';
import type { DisputeChoice } from '../../../../shared/contract/reports';
import { appNamesOf } from '../../account/account-of-stored-run';
import { billLineRow } from '../../audit/bill-line-row';
import { billLinesById } from '../../store/evidence/bill-lines';
import type { ReadableDb } from '../../store/workspace/connection';
import { chargesAt } from '../../store/runs/run-charges';
import { comparisonPieces, requireComparison } from '../../store/runs/run-comparisons';
import { requireRun, type StoredRun } from '../../store/runs/runs';
import { openReportSource } from '../open-report-source';
import type { ReportSource } from '../report-source';

/**
 * A report's source that holds nothing but the differences that are disputed, the charges and the bill lines
 * behind them. Throws `run-missing`, and `dispute-empty` where nothing fits.
 */
export function disputedSource(db: ReadableDb, runId: number, choice: DisputeChoice): ReportSource {
  const run = requireRun(db, runId);
  const rows = chosenRows(db, run, choice);
  if (rows.length === 0) throw new EngineFailure(engineError('dispute-empty'));
  const names = appNamesOf(run);
  const charges: ChargeRow[] = [];
  const lines: BillLineRow[] = [];
  for (const { id } of rows) {
    const sides = requireComparison(db, runId, id, names);
    charges.push(...chargesAt(db, runId, sides.chargePositions));
    lines.push(...billLinesById(db, sides.billLineIds).map(billLineRow));
  }
  const drawn = (day: string, app: string, item: string) =>
    charges.some(
      (charge) =>
        charge.sdkAppId === app &&
        charge.item === item &&
        charge.periodStart <= day &&
        day < charge.periodEnd,
    );
  const whole = openReportSource(db, runId);
  return {
    ...whole,
    discrepancies: () => rows,
    charges: () => charges,
    drawdowns: function* () {
      for (const row of whole.drawdowns()) if (drawn(row.day, row.sdkAppId, row.item)) yield row;
    },
    billLines: () => lines,
    issues: () => [],
  };
}

function chosenRows(db: ReadableDb, run: StoredRun, choice: DisputeChoice): ComparisonRow[] {
  const rows: ComparisonRow[] = [];
  const ids = choice.rows === 'ids' ? new Set(choice.ids) : null;
  const names = appNamesOf(run);
  const filter = {
    onlyDiscrepancies: true,
    ...(choice.rows === 'disputed' && { decision: ['dispute' as const] }),
  };
  for (const piece of comparisonPieces(db, run.id, filter, names))
    rows.push(
      ...piece.filter((row) => {
        if (ids) return ids.has(row.id);
        return choice.rows !== 'over-billed' || !row.difference.startsWith('-');
      }),
    );
  return rows;
}
