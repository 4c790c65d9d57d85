import type { Input, Output } from '../../../src/shared/contract/contract';
import type { Grouping } from '../../../src/shared/contract/groups';
import { whereSql, type Sql } from '../../../src/main/engine/store/runs/comparison-query';
import type { ReadableDb } from '../../../src/main/engine/store/workspace/connection';
import {
  amountText,
  appsNamed,
  type AppNames,
} from '../../../src/main/engine/store/runs/run-comparisons';

type Question = Input<'groups.comparisons'>;

/** What the rows of a group share. */
const KEYS: Readonly<Record<Exclude<Grouping, 'cause'>, string>> = {
  sdkAppId: 'sdk_app_id',
  day: 'period_start',
  item: 'item_order',
  status: 'status_order',
};

const SUMS = `count(*) AS rows, sum(expected_amount_e8) AS expected_e8,
  sum(billed_amount_e8) AS billed_e8, sum(difference_e8) AS difference_e8`;

/** One row for each group, not yet in the order asked for. */
export function groupsSql({ runId, filter, by }: Question, named: readonly string[]): Sql {
  const where = whereSql(runId, filter, named);
  if (by === 'cause')
    return {
      text: `SELECT c.cause AS key, ${SUMS}
        FROM run_causes c CROSS JOIN run_comparisons ON run_comparisons.run_id = c.run_id
          AND run_comparisons.position = c.position
        WHERE c.run_id = ? AND ${where.text} GROUP BY c.cause`,
      params: [runId, ...where.params],
    };
  const key = KEYS[by];
  const shown = by === 'item' ? 'min(item)' : by === 'status' ? 'min(status)' : key;
  return {
    text: `SELECT ${shown} AS key, ${SUMS} FROM run_comparisons NOT INDEXED
      WHERE ${where.text} GROUP BY ${key}`,
    params: where.params,
  };
}

const ORDERS: Readonly<Record<Question['sort']['by'], string>> = {
  key: 'key',
  rows: 'rows',
  expected: 'expected_e8',
  billed: 'billed_e8',
  difference: 'difference_e8',
  magnitude: 'abs(difference_e8)',
};

interface GroupRow {
  readonly key: string | null;
  readonly rows: bigint;
  readonly expected_e8: bigint;
  readonly billed_e8: bigint;
  readonly difference_e8: bigint;
  readonly total: bigint;
}

/** A page of groups with their subtotals; only the groups are sorted, and they are few. */
export function groupsInSql(
  db: ReadableDb,
  question: Question,
  names: AppNames,
): Output<'groups.comparisons'> {
  const { sort, offset, limit } = question;
  const groups = groupsSql(question, appsNamed(names, question.filter.text ?? ''));
  const rows = db
    .prepare<GroupRow>(
      `SELECT *, count(*) OVER () AS total FROM (${groups.text})
       ORDER BY ${ORDERS[sort.by]} ${sort.descending ? 'DESC' : 'ASC'}, key LIMIT ? OFFSET ?`,
    )
    .all(...groups.params, limit, offset);
  return {
    total: Number(rows[0]?.total ?? 0n),
    rows: rows.map((row) => ({
      key: row.key,
      name: question.by === 'sdkAppId' && row.key !== null ? (names.get(row.key) ?? null) : null,
      rows: Number(row.rows),
      expected: amountText(row.expected_e8),
      billed: amountText(row.billed_e8),
      difference: amountText(row.difference_e8),
    })),
  };
}
