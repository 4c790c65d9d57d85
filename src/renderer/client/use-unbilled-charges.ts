import type { ComparisonFilter, ComparisonRow } from '../../shared/contract/audits';
import { useEngineQuery } from './engine-query';

const SHOWN = 200;
const WITHOUT_LINE: ComparisonFilter = {
  onlyDiscrepancies: true,
  status: ['not-billed', 'unsettled'],
};

/** The charges of a run that no bill line stands for, by day: the first 200 of them, and how many there are. */
export function useUnbilledCharges(runId: number): {
  readonly rows: readonly ComparisonRow[];
  readonly total: number;
} {
  const query = useEngineQuery('audits.comparisons', {
    runId,
    filter: WITHOUT_LINE,
    sort: { by: 'periodStart', descending: false },
    offset: 0,
    limit: SHOWN,
  });
  return { rows: query.data?.rows ?? [], total: query.data?.total ?? 0 };
}
