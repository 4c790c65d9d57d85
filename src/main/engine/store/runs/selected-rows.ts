import type { Input, Output } from '../../../../shared/contract/contract';
import { SELECTED_IDS_LIMIT } from '../../../../shared/contract/selections';
import { invariant } from '../../../../shared/invariant';
import {
  billLinePageSql,
  type BillLineSelection,
  type BillLineSort,
} from '../evidence/bill-line-query';
import type { Param, Query, ReadableDb } from '../workspace/connection';
import { amountText } from './run-comparisons';

type Ranges = Input<'selections.comparisons'>['ranges'];

/** Sums over what stands at these places of a grid: each range is a page of the same order. */
function overRanges<Row>(
  query: Query<Row>,
  params: readonly Param[],
  ranges: Ranges,
): readonly Row[] {
  return ranges.flatMap(({ from, to }) => query.all(...params, Math.max(0, to - from), from));
}

const counted = (ranges: Ranges) =>
  ranges.reduce((sum, { from, to }) => sum + Math.max(0, to - from), 0);

interface LineSums {
  readonly rows: bigint;
  readonly amount_e8: bigint;
  readonly first_currency: string | null;
  readonly last_currency: string | null;
}

/** What chosen lines of the bill come to, exact. */
export function selectedBillLines(
  db: ReadableDb,
  selection: BillLineSelection,
  sort: BillLineSort,
  ranges: Ranges,
): Output<'selections.billLines'> {
  const page = billLinePageSql(selection, sort);
  const sums = overRanges(
    db.prepare<LineSums>(`SELECT count(*) AS rows, coalesce(sum(l.amount_e8), 0) AS amount_e8,
       min(l.currency) AS first_currency, max(l.currency) AS last_currency
     FROM (${page.text}) p JOIN bill_lines l ON l.id = p.id`),
    page.params,
    ranges,
  );
  const currencies = new Set(
    sums.flatMap((row) => [row.first_currency, row.last_currency]).filter((name) => name !== null),
  );
  invariant(sums.length === ranges.length, 'an aggregate answers one row');
  return {
    rows: sums.reduce((total, { rows }) => total + Number(rows), 0),
    amount:
      currencies.size > 1
        ? null
        : amountText(sums.reduce((total, row) => total + row.amount_e8, 0n)),
    ids:
      counted(ranges) > SELECTED_IDS_LIMIT
        ? null
        : overRanges(db.prepare<{ id: bigint }>(page.text), page.params, ranges).map(({ id }) =>
            Number(id),
          ),
  };
}
