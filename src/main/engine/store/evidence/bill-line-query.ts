import type { BILL_LINE_SORTS, BillLineFilter } from '../../../../shared/contract/bills';
import type { Period } from '../../../../shared/period/period';
import type { Param } from '../workspace/connection';
import { dayNumber } from '../../../../shared/period/day-number';
import { isOfLiveImport } from '../workspace/row-id';

export interface BillLineSort {
  readonly by: (typeof BILL_LINE_SORTS)[number];
  readonly descending: boolean;
}

export interface BillLineSelection {
  /** Days of use, or of the deduction where a line prints no use; null: all. */
  readonly period: Period | null;
  /** The run whose findings are looked at; null: none has been made. */
  readonly runId: number | null;
  readonly filter: BillLineFilter;
}

/** The column of an order and the index that holds it; null: the order of the table, import and file. */
const ORDERS: Readonly<
  Record<BillLineSort['by'], readonly [column: string, index: string] | null>
> = {
  file: null,
  day: ['day', 'bill_lines_by_day'],
  bucket: ['bucket', 'bill_lines_by_bucket'],
  sdkAppId: ['sdk_app_id', 'bill_lines_by_app'],
  item: ['item', 'bill_lines_by_item'],
  amount: ['amount_e8', 'bill_lines_by_amount'],
};

const SEARCHED = [
  'product',
  'sub_product',
  'component_name',
  'resource_id',
  'transaction_id',
  'order_id',
] as const;

interface Sql {
  readonly text: string;
  readonly params: readonly Param[];
}

/** Ids of a page, read along the index of its order and never sorted. Takes LIMIT and OFFSET last. */
export function billLinePageSql(selection: BillLineSelection, sort: BillLineSort): Sql {
  const order = ORDERS[sort.by];
  const direction = sort.descending ? 'DESC' : 'ASC';
  const where = whereSql(selection);
  const columns = order === null ? ['id'] : [order[0], 'id'];
  return {
    text: `SELECT b.id FROM bill_lines b ${order === null ? 'NOT INDEXED' : `INDEXED BY ${order[1]}`}
      WHERE ${where.text}
      ORDER BY ${columns.map((column) => `b.${column} ${direction}`).join(', ')} LIMIT ? OFFSET ?`,
    params: where.params,
  };
}

/** Number of lines, their sum, and the first and last of their currencies, by which one tells that there is one. */
export function billLineTotalSql(selection: BillLineSelection): Sql {
  const where = whereSql(selection);
  return {
    text: `SELECT count(*) AS total, coalesce(sum(b.amount_e8), 0) AS amount_e8,
        min(b.currency) AS first_currency, max(b.currency) AS last_currency
      FROM bill_lines b INDEXED BY bill_lines_by_day WHERE ${where.text}`,
    params: where.params,
  };
}

/**
 * How many lines that fit stand before one of them (`place`), and whether it fits itself (`fits`: 1 or 0). A line
 * without a value stands before all that have one, as SQLite orders.
 */
export function billLinesBeforeSql(
  selection: BillLineSelection,
  { by, descending }: BillLineSort,
  lineId: number,
): Sql {
  const column = ORDERS[by]?.[0];
  const where = whereSql(selection);
  const earlier = descending ? '>' : '<';
  const before =
    column === undefined
      ? `b.id ${earlier} l.id`
      : `((b.${column} IS l.${column} AND b.id ${earlier} l.id) OR b.${column} ${earlier} l.${column}
          OR ${descending ? `(b.${column} IS NOT NULL AND l.${column} IS NULL)` : `(b.${column} IS NULL AND l.${column} IS NOT NULL)`})`;
  return {
    text: `SELECT count(*) FILTER (WHERE b.id = l.id) AS fits, count(*) FILTER (WHERE ${before}) AS place
      FROM bill_lines l CROSS JOIN bill_lines b INDEXED BY bill_lines_by_day
      WHERE l.id = ? AND ${where.text}`,
    params: [lineId, ...where.params],
  };
}

function whereSql({ period, runId, filter }: BillLineSelection): Sql {
  const conditions = ['b.duplicate_of IS NULL', isOfLiveImport('b')];
  const params: Param[] = [];
  const add = (condition: string, ...values: Param[]) => {
    conditions.push(condition);
    params.push(...values);
  };
  if (period) add('b.day >= ? AND b.day < ?', dayNumber(period.from), dayNumber(period.to));
  if (filter.bucket !== undefined) add('b.bucket = ?', filter.bucket);
  if (filter.onlyFindings)
    add(
      'EXISTS (SELECT 1 FROM run_line_findings f WHERE f.run_id = ? AND f.line_id = b.id)',
      runId,
    );
  const text = filter.text?.trim().toLowerCase() ?? '';
  if (text !== '')
    add(
      `(${SEARCHED.map((column) => `instr(lower(b.${column}), ?) > 0`).join(' OR ')})`,
      ...SEARCHED.map(() => text),
    );
  return { text: conditions.join(' AND '), params };
}
