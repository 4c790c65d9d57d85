import { decimal } from '../../../shared/money/decimal';
import { STATUSES } from '../../../shared/reconcile/discrepancy';
import type { Judged } from '../../../shared/reconcile/findings';
import type { ReadableDb } from '../store/connection';
import { comparisonPage } from '../store/run-comparisons';

const PAGE = 1000;
const DIFFERENT = STATUSES.filter((status) => status !== 'matched');

/** Every comparison of a stored run that is not equal, read page by page. */
export function* judgedComparisons(db: ReadableDb, runId: number): Generator<Judged> {
  for (let offset = 0; ; offset += PAGE) {
    const request = {
      filter: { onlyDiscrepancies: false, status: DIFFERENT },
      sort: { by: 'periodStart', descending: false },
      offset,
      limit: PAGE,
    } as const;
    const { rows } = comparisonPage(db, runId, request, new Map());
    for (const row of rows)
      yield {
        ...row,
        difference: decimal(row.difference),
        unexplained: decimal(row.unexplained),
        causes: row.causes.map((share) => ({ ...share, amount: decimal(share.amount) })),
      };
    if (rows.length < PAGE) return;
  }
}
