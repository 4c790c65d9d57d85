import type { ComparisonFilter, ComparisonRow } from '../../../../shared/contract/audits';
import { EngineFailure, engineError } from '../../../../shared/contract/error';
import { isItem } from '../../../../shared/catalog/item';
import { invariant } from '../../../../shared/invariant';
import { fromScaled, toText } from '../../../../shared/money/decimal';
import { day } from '../../../../shared/period/day';
import { STATUSES, type Status } from '../../../../shared/reconcile/result/discrepancy';
import { AMOUNT_SCALE } from '../evidence/bill-lines';
import { followingSql, pageSql, totalSql, type ComparisonSort } from './comparison-query';
import type { ReadableDb } from '../workspace/connection';

interface StoredComparison {
  position: bigint;
  id: string;
  status: string;
  period_start: string;
  period_end: string;
  sdk_app_id: string | null;
  item: string | null;
  expected_quantity: string | null;
  billed_quantity: string | null;
  expected_price: string | null;
  billed_price: string | null;
  expected_amount_e8: bigint;
  billed_amount_e8: bigint;
  difference_e8: bigint;
  tolerance: string;
  unexplained: string;
  causes: string;
  charge_positions: string;
  bill_line_ids: string;
}

/** sdkAppId -> the name its owner gave it. */
export type AppNames = ReadonlyMap<string, string>;

export interface ComparisonPageRequest {
  readonly filter: ComparisonFilter;
  readonly sort: ComparisonSort;
  readonly offset: number;
  readonly limit: number;
}

/** A page of a run's comparisons, with the size and the summed difference of all that fit the filter. */
export function comparisonPage(
  db: ReadableDb,
  runId: number,
  request: ComparisonPageRequest,
  names: AppNames,
): { total: number; difference: string; rows: ComparisonRow[] } {
  const named = appsNamed(names, request.filter.text ?? '');
  const totals = totalSql(runId, request.filter, named);
  const sums = db
    .prepare<{ total: bigint; difference_e8: bigint }>(totals.text)
    .get(...totals.params);
  invariant(sums, 'an aggregate answers one row');
  // Where the rows stand is read along the index alone; only the rows of the page are then read whole.
  const page = pageSql(runId, request.filter, request.sort, named, 'position');
  const positions = db
    .prepare<{ position: bigint }>(page.text)
    .all(...page.params, request.limit, request.offset)
    .map(({ position }) => position);
  return {
    total: Number(sums.total),
    difference: amountText(sums.difference_e8),
    rows: comparisonsAt(db, runId, positions).map((row) => comparisonRow(row, names)),
  };
}

/** Rows that are read at once by those who want all of them. */
const ROWS_AT_ONCE = 1_000;

/**
 * Every comparison of a run that fits a filter, in the order of the computation, some at a time: each piece
 * begins behind the last one, so that none costs more than another.
 */
export function* comparisonPieces(
  db: ReadableDb,
  runId: number,
  filter: ComparisonFilter,
  names: AppNames,
): Generator<readonly ComparisonRow[]> {
  const { text, params } = followingSql(runId, filter, appsNamed(names, filter.text ?? ''));
  const query = db.prepare<StoredComparison>(text);
  for (let last = -1n; ;) {
    const rows = query.all(...params, last, ROWS_AT_ONCE);
    yield rows.map((row) => comparisonRow(row, names));
    if (rows.length < ROWS_AT_ONCE) return;
    last = rows.at(-1)?.position ?? last;
  }
}

/** The comparisons at these positions, in their order. */
export function comparisonsAtPlaces(
  db: ReadableDb,
  runId: number,
  positions: Int32Array,
  names: AppNames,
): ComparisonRow[] {
  return comparisonsAt(db, runId, [...positions]).map((row) => comparisonRow(row, names));
}

function comparisonsAt(
  db: ReadableDb,
  runId: number,
  positions: readonly (bigint | number)[],
): readonly StoredComparison[] {
  const query = db.prepare<StoredComparison>(
    'SELECT * FROM run_comparisons WHERE run_id = ? AND position = ?',
  );
  return positions.flatMap((position) => query.get(runId, position) ?? []);
}

/** A comparison with the way to both of its sides. */
export interface ComparisonWithSides {
  readonly comparison: ComparisonRow;
  readonly chargePositions: readonly number[];
  readonly billLineIds: readonly number[];
}

/** Ids of all that differs in a run. */
export function discrepancyIds(db: ReadableDb, runId: number): string[] {
  return db
    .prepare<{ id: string }>('SELECT id FROM run_comparisons WHERE run_id = ? AND discrepancy = 1')
    .all(runId)
    .map(({ id }) => id);
}

/** Throws `run-missing` where the run has no such comparison. */
export function requireComparison(
  db: ReadableDb,
  runId: number,
  comparisonId: string,
  names: AppNames,
): ComparisonWithSides {
  const row = db
    .prepare<StoredComparison>('SELECT * FROM run_comparisons WHERE run_id = ? AND id = ?')
    .get(runId, comparisonId);
  if (!row)
    throw new EngineFailure(engineError('run-missing', { run: runId, comparison: comparisonId }));
  return {
    comparison: comparisonRow(row, names),
    chargePositions: JSON.parse(row.charge_positions) as number[],
    billLineIds: JSON.parse(row.bill_line_ids) as number[],
  };
}

export function appsNamed(names: AppNames, text: string): string[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  return [...names].flatMap(([id, name]) => (name.toLowerCase().includes(wanted) ? [id] : []));
}

export function amountText(scaled: bigint): string {
  return toText(fromScaled(scaled, AMOUNT_SCALE));
}

function statusOf(text: string): Status {
  const status = STATUSES.find((known) => known === text);
  invariant(status, `unknown status ${text} in a run`);
  return status;
}

function comparisonRow(row: StoredComparison, names: AppNames): ComparisonRow {
  invariant(row.item === null || isItem(row.item), `unknown item ${row.item ?? ''} in a run`);
  return {
    id: row.id,
    status: statusOf(row.status),
    periodStart: day(row.period_start),
    periodEnd: day(row.period_end),
    sdkAppId: row.sdk_app_id,
    appName: row.sdk_app_id === null ? null : (names.get(row.sdk_app_id) ?? null),
    item: row.item,
    expectedQuantity: row.expected_quantity,
    billedQuantity: row.billed_quantity,
    expectedPrice: row.expected_price,
    billedPrice: row.billed_price,
    expectedAmount: amountText(row.expected_amount_e8),
    billedAmount: amountText(row.billed_amount_e8),
    difference: amountText(row.difference_e8),
    tolerance: row.tolerance,
    // Written by `saveRun` from the same type.
    causes: JSON.parse(row.causes) as ComparisonRow['causes'],
    unexplained: row.unexplained,
  };
}
