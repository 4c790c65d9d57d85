import type { COMPARISON_SORTS, ComparisonFilter } from '../../../shared/contract/audits';
import type { Param } from './connection';

export interface ComparisonSort {
  readonly by: (typeof COMPARISON_SORTS)[number];
  readonly descending: boolean;
}

/**
 * Order of the rows and the index that holds it: over all comparisons, and over the discrepancies alone.
 * null: the order of the table itself. Named in the query, so that a page is never sorted.
 */
const ORDERS: Readonly<
  Record<ComparisonSort['by'], { column: string | null; all: string | null; discrepancies: string }>
> = {
  periodStart: { column: null, all: null, discrepancies: 'run_discrepancies' },
  sdkAppId: {
    column: 'sdk_app_id',
    all: 'run_comparisons_by_app',
    discrepancies: 'run_discrepancies_by_app',
  },
  item: {
    column: 'item_order',
    all: 'run_comparisons_by_item',
    discrepancies: 'run_discrepancies_by_item',
  },
  status: {
    column: 'status_order',
    all: 'run_comparisons_by_status',
    discrepancies: 'run_discrepancies_by_status',
  },
  expectedAmount: {
    column: 'expected_amount_e8',
    all: 'run_comparisons_by_expected',
    discrepancies: 'run_discrepancies_by_expected',
  },
  billedAmount: {
    column: 'billed_amount_e8',
    all: 'run_comparisons_by_billed',
    discrepancies: 'run_discrepancies_by_billed',
  },
  difference: {
    column: 'difference_e8',
    all: 'run_comparisons_by_difference',
    discrepancies: 'run_discrepancies_by_difference',
  },
  magnitude: {
    column: 'magnitude_e8',
    all: 'run_comparisons_by_magnitude',
    discrepancies: 'run_discrepancies_by_magnitude',
  },
};

/** False where all that is asked is whether the two sides agree: each order has an index for that. */
export function hasConditions(filter: ComparisonFilter): boolean {
  return Object.entries(filter).some(
    ([name, value]) => name !== 'onlyDiscrepancies' && value !== undefined && value !== '',
  );
}

export interface Sql {
  readonly text: string;
  readonly params: readonly Param[];
}

/** A page in its order; takes LIMIT and OFFSET last. `appsNamed`: applications whose name holds the text that is looked for. */
export function pageSql(
  runId: number,
  filter: ComparisonFilter,
  sort: ComparisonSort,
  appsNamed: readonly string[],
  columns = '*',
): Sql {
  const { column, all, discrepancies } = ORDERS[sort.by];
  const index = filter.onlyDiscrepancies ? discrepancies : all;
  const where = whereSql(runId, filter, appsNamed);
  const direction = sort.descending ? 'DESC' : 'ASC';
  const order = [...(column === null ? [] : [column]), 'position']
    .map((name) => `${name} ${direction}`)
    .join(', ');
  return {
    text: `SELECT ${columns} FROM run_comparisons ${indexedBy(index)} WHERE ${where.text} ORDER BY ${order} LIMIT ? OFFSET ?`,
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
  const index = filter.onlyDiscrepancies ? ORDERS.periodStart.discrepancies : null;
  return {
    text: `SELECT * FROM run_comparisons ${indexedBy(index)}
      WHERE ${where.text} AND run_comparisons.position > ? ORDER BY position LIMIT ?`,
    params: where.params,
  };
}

/** All positions of a run in an order, as one text read along the index of that order. */
export function orderSql(by: ComparisonSort['by']): string {
  const { column, all } = ORDERS[by];
  const order = [...(column === null ? [] : [column]), 'position'].join(', ');
  return `SELECT json_group_array(position) AS positions FROM (
    SELECT position FROM run_comparisons ${indexedBy(all)} WHERE run_id = ? ORDER BY ${order})`;
}

/** How many rows fit the filter, and the sum of their differences. */
export function totalSql(
  runId: number,
  filter: ComparisonFilter,
  appsNamed: readonly string[],
): Sql {
  const { all, discrepancies } = ORDERS.difference;
  const where = whereSql(runId, filter, appsNamed);
  return {
    text: `SELECT count(*) AS total, coalesce(sum(difference_e8), 0) AS difference_e8
      FROM run_comparisons ${indexedBy(filter.onlyDiscrepancies ? discrepancies : all)}
      WHERE ${where.text}`,
    params: where.params,
  };
}

export function indexedBy(index: string | null): string {
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
