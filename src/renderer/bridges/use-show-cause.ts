import type { ComparisonFilter } from '../../shared/contract/audits';
import { ask } from '../client/engine-query';
import { useNavigation } from '../state/navigation';

type Cause = NonNullable<ComparisonFilter['cause']>[number];

/** Shows the rows behind one step of a bridge; where it is one row, that row is explained at once. */
export function useShowCause(runId: number, filter: Partial<ComparisonFilter>) {
  const { go } = useNavigation();
  return async (cause: Cause, comparisons: number): Promise<void> => {
    const shown = { ...filter, cause: [cause] };
    const only = comparisons === 1 ? await onlyRow(runId, shown) : null;
    go({ screen: 'differences', filter: shown, ...(only !== null && { comparisonId: only }) });
  };
}

/** The row a filter comes to; null where there are more, or where it cannot be asked: the screen itself says why. */
async function onlyRow(runId: number, shown: Partial<ComparisonFilter>): Promise<string | null> {
  try {
    const { rows, total } = await ask('audits.comparisons', {
      runId,
      filter: { onlyDiscrepancies: true, ...shown },
      sort: { by: 'magnitude', descending: true },
      offset: 0,
      limit: 1,
    });
    return total === 1 ? (rows[0]?.id ?? null) : null;
  } catch {
    return null;
  }
}
