import type { COMPARISON_SORTS, ComparisonFilter } from '../../../../shared/contract/audits';
import type { Param } from '../workspace/connection';

export interface ComparisonSort {
  readonly by: (typeof COMPARISON_SORTS)[number];
  readonly descending: boolean;
}

/** What the rows are ordered by before their position; null: by position alone, the order of the table itself. */
const ORDERS: Readonly<Record<ComparisonSort['by'], string | null>> = {
  periodStart: null,
  sdkAppId: 'sdk_app_id',
  item: 'item_order',
  status: 'status_order',
  expectedAmount: 'expected_amount_e8',
  billedAmount: 'billed_amount_e8',
  difference: 'difference_e8',
  magnitude: 'magnitude_e8',
};

/** The discrepancies in the order of the computation, with what is summed of them. */
const DISCREPANCIES = 'run_discrepancies';
/** The discrepancies by size: what the window shows first. */
const LARGEST_DISCREPANCIES = 'run_discrepancies_by_magnitude';

/** False where all that is asked is whether the two sides agree. */
export function hasConditions(filter: ComparisonFilter): boolean {
  return Object.entries(filter).some(
    ([name, value]) => name !== 'onlyDiscrepancies' && value !== undefined && value !== '',
  );
}

export interface Sql {
  readonly text: string;
  readonly params: readonly Param[];
}

/**
 * A page in its order; takes LIMIT and OFFSET last. `appsNamed`: applications whose name holds the text that is looked
 * for. The discrepancies as computed or by size lie in an index; any other order is sorted, and kept for the pages
 * that follow by the grid (grid/run-grid.ts).
 */
export function pageSql(
  runId: number,
  filter: ComparisonFilter,
  sort: ComparisonSort,
  appsNamed: readonly string[],
  columns = '*',
): Sql {
  const column = ORDERS[sort.by];
  const discrepancies = sort.by === 'magnitude' ? LARGEST_DISCREPANCIES : DISCREPANCIES;
  const where = whereSql(runId, filter, appsNamed);
  const direction = sort.descending ? 'DESC' : 'ASC';
  const order = [...(column === null ? [] : [column]), 'position']
    .map((name) => `${name} ${direction}`)
    .join(', ');
  return {
    text: `SELECT ${columns} FROM run_comparisons ${indexedBy(filter.onlyDiscrepancies ? discrepancies : null)}
      WHERE ${where.text} ORDER BY ${order} LIMIT ? OFFSET ?`,
    params: where.params,
  };
}

/** The next rows behind a position, in the order of the computation; takes that position and LIMIT last. */
export function followingSql(
  runId: number,
  filter: ComparisonFilter,
  appsNamed: readonly string[],
): Sql {
  const where = whereSql(runId, filter, appsNamed);
  const index = filter.onlyDiscrepancies ? DISCREPANCIES : null;
  return {
    text: `SELECT * FROM run_comparisons ${indexedBy(index)}
      WHERE ${where.text} AND run_comparisons.position > ? ORDER BY position LIMIT ?`,
    params: where.params,
  };
}

/** How many rows fit the filter, and the sum of their differences. */
export function totalSql(
  runId: number,
  filter: ComparisonFilter,
  appsNamed: readonly string[],
): Sql {
  const where = whereSql(runId, filter, appsNamed);
  return {
    text: `SELECT count(*) AS total, coalesce(sum(difference_e8), 0) AS difference_e8
      FROM run_comparisons ${indexedBy(filter.onlyDiscrepancies ? DISCREPANCIES : null)}
      WHERE ${where.text}`,
    params: where.params,
  };
}

function indexedBy(index: string | null): string {
  return index === null ? 'NOT INDEXED' : `INDEXED BY ${index}`;
}

export function whereSql(
  runId: number,
  filter: ComparisonFilter,
  appsNamed: readonly string[],
): Sql {
  const conditions = ['run_comparisons.run_id = ?'];
  const params: Param[] = [runId];
  const add = (condition: string, ...values: Param[]) => {
    conditions.push(condition);
    params.push(...values);
  };
  if (filter.onlyDiscrepancies) add('discrepancy = 1');
  if (filter.status)
    add('status IN (SELECT value FROM json_each(?))', JSON.stringify(filter.status));
  if (filter.cause)
    add(
      `run_comparisons.position IN (SELECT position FROM run_causes
         WHERE run_id = ? AND cause IN (SELECT value FROM json_each(?)))`,
      runId,
      JSON.stringify(filter.cause),
    );
  const anyOf = (column: string, values: readonly (string | null)[] | undefined) => {
    if (!values) return;
    const listed = `${column} IN (SELECT value FROM json_each(?))`;
    add(
      values.includes(null) ? `(${listed} OR ${column} IS NULL)` : listed,
      JSON.stringify(values),
    );
  };
  anyOf('sdk_app_id', filter.sdkAppId);
  anyOf('item', filter.item);
  anyOf('period_start', filter.periodStart);
  if (filter.decision) {
    const decided = `SELECT key FROM judgements WHERE kind = 'decision'`;
    const listed = `id IN (${decided} AND json_extract(body, '$.verdict') IN (SELECT value FROM json_each(?)))`;
    const undecided = filter.decision.includes(null) ? ` OR id NOT IN (${decided})` : '';
    add(`(${listed}${undecided})`, JSON.stringify(filter.decision));
  }
  const text = filter.text?.trim().toLowerCase() ?? '';
  if (text !== '')
    add(
      `(instr(lower(id), ?) > 0 OR instr(status, ?) > 0
        OR run_comparisons.position IN (
          SELECT position FROM run_causes WHERE run_id = ? AND instr(cause, ?) > 0)
        OR sdk_app_id IN (SELECT value FROM json_each(?)))`,
      text,
      text,
      runId,
      text,
      JSON.stringify(appsNamed),
    );
  return { text: conditions.join(' AND '), params };
}
