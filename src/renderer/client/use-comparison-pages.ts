import type { ComparisonFilter, JudgedComparison } from '../../shared/contract/audits';
import type { Input, Output } from '../../shared/contract/contract';
import { engineQuery } from './engine-query';
import { useGridPages } from './use-grid-pages';

export type ComparisonSort = Input<'audits.comparisons'>['sort'];

/** The differences of a run by page, with the sum of all that fit the filter. */
export function useComparisonPages(
  runId: number,
  filter: ComparisonFilter,
  sort: ComparisonSort,
  { enabled, near }: { readonly enabled: boolean; readonly near: number },
) {
  const { head, ...pages } = useGridPages<JudgedComparison, Output<'audits.comparisons'>>(
    (page) => engineQuery('audits.comparisons', { runId, filter, sort, ...page }),
    { enabled, near },
  );
  return { ...pages, difference: head?.difference ?? '0' };
}
