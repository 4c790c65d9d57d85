import type { BillLine } from '../../../../shared/bill/bill-line';
import { invariant } from '../../../../shared/invariant';
import type { Issue, Severity } from '../../../../shared/issue';
import { fromScaled, type Decimal } from '../../../../shared/money/decimal';
import {
  billLinePageSql,
  billLineTotalSql,
  type BillLineSelection,
  type BillLineSort,
} from './bill-line-query';
import { AMOUNT_SCALE, billLinesById } from './bill-lines';
import type { ReadableDb } from '../workspace/connection';

export interface FoundLine {
  readonly line: BillLine;
  readonly findings: readonly Issue[];
}

export interface BillLinePage {
  readonly total: number;
  /** Of all lines that fit, not only of this page; null where they are in more than one currency. */
  readonly amount: Decimal | null;
  readonly rows: readonly FoundLine[];
}

/** A page of counted bill lines in the order asked for, each with what the run found about it. */
export function billLinePage(
  db: ReadableDb,
  selection: BillLineSelection,
  sort: BillLineSort,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): BillLinePage {
  const totals = billLineTotalSql(selection);
  const sums = db
    .prepare<{
      total: bigint;
      amount_e8: bigint;
      first_currency: string | null;
      last_currency: string | null;
    }>(totals.text)
    .get(...totals.params);
  invariant(sums, 'an aggregate answers one row');
  const page = billLinePageSql(selection, sort);
  const ids = db
    .prepare<{ id: bigint }>(page.text)
    .all(...page.params, limit, offset)
    .map(({ id }) => Number(id));
  return {
    total: Number(sums.total),
    amount:
      sums.first_currency === sums.last_currency ? fromScaled(sums.amount_e8, AMOUNT_SCALE) : null,
    rows: foundLines(db, selection.runId, ids),
  };
}

/** The lines with these ids, in their order, with the findings of the run. */
export function foundLines(
  db: ReadableDb,
  runId: number | null,
  ids: readonly number[],
): FoundLine[] {
  const lines = new Map(billLinesById(db, ids).map((line) => [line.id, line]));
  const findings = findingsOf(db, runId, ids);
  return ids.flatMap((id) => {
    const line = lines.get(id);
    if (!line) return [];
    const { origin } = line;
    return [{ line, findings: (findings.get(id) ?? []).map((found) => ({ ...found, origin })) }];
  });
}

interface StoredFinding {
  line_id: bigint;
  severity: Severity;
  code: string;
  params: string;
}

function findingsOf(
  db: ReadableDb,
  runId: number | null,
  ids: readonly number[],
): Map<number, Issue[]> {
  const found = new Map<number, Issue[]>();
  const rows = db
    .prepare<StoredFinding>(
      `SELECT line_id, severity, code, params FROM run_line_findings
       WHERE run_id = ? AND line_id IN (SELECT value FROM json_each(?)) ORDER BY line_id, position`,
    )
    .all(runId, JSON.stringify(ids));
  for (const { line_id, severity, code, params } of rows) {
    const id = Number(line_id);
    const issue: Issue = { severity, code, params: JSON.parse(params) as Issue['params'] };
    found.set(id, [...(found.get(id) ?? []), issue]);
  }
  return found;
}
