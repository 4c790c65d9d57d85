import { COMPARISON_SORTS, type ComparisonFilter } from '../../../shared/contract/audits';
import { GROUPINGS, type Grouping } from '../../../shared/contract/groups';
import type { ComparisonSort } from '../../client/use-comparison-pages';
import { SavedViews } from '../../grids/SavedViews';
import { useGridLayout } from '../../grids/use-grid-layout';

/** What the grid of differences shows; a named view is one of these. */
export interface ComparisonView {
  readonly filter: ComparisonFilter;
  readonly sort: ComparisonSort;
  readonly group: Grouping | null;
}

export function DifferenceViews({
  view,
  onApply,
}: {
  readonly view: ComparisonView;
  readonly onApply: (view: ComparisonView) => void;
}) {
  const [layout, setLayout] = useGridLayout('differences');
  return (
    <SavedViews
      grid="differences"
      current={{ grid: 'differences', ...view, layout }}
      onApply={({ filter, sort, group, layout: kept }) => {
        setLayout(kept);
        onApply({
          filter,
          sort: {
            by: COMPARISON_SORTS.find((known) => known === sort.by) ?? 'magnitude',
            descending: sort.descending,
          },
          group: GROUPINGS.find((known) => known === group) ?? null,
        });
      }}
    />
  );
}
