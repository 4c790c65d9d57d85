import type { ComparisonFilter } from '../../../shared/contract/audits';
import type { Output } from '../../../shared/contract/contract';
import { useEngineQuery } from '../../client/engine-query';
import type { ComparisonSort } from '../../client/use-comparison-pages';
import { chosenCount, type RowSelection } from '../../components/grid/row-selection';

/** The chosen differences, for whoever acts on them. */
export interface SelectedComparisons {
  /** Rows chosen, also while their sums are on their way. */
  readonly count: number;
  /** In the order of the grid; null while on their way and where there are more than can be listed. */
  readonly ids: readonly string[] | null;
  readonly sums: Output<'selections.comparisons'> | null;
}

/** What is chosen in the grid of differences, summed by the engine where the rows lie. */
export function useSelectedComparisons({
  runId,
  filter,
  sort,
  selection,
  idAt,
}: {
  readonly runId: number;
  readonly filter: ComparisonFilter;
  readonly sort: ComparisonSort;
  readonly selection: RowSelection;
  /** Of a row in view: moving from row to row asks the engine nothing. */
  readonly idAt: (index: number) => string | undefined;
}): SelectedComparisons {
  const count = chosenCount(selection);
  const query = useEngineQuery(
    'selections.comparisons',
    { runId, filter, sort, ranges: [...selection.ranges] },
    { enabled: count > 1 },
  );
  if (count <= 1) {
    const id = count === 1 ? idAt(selection.ranges[0]?.from ?? -1) : undefined;
    return { count, ids: id === undefined ? [] : [id], sums: null };
  }
  const sums = query.data ?? null;
  return { count, ids: sums?.ids ?? null, sums };
}
