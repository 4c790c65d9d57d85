import { useMemo, useState } from 'react';
import type { ComparisonFilter, JudgedComparison } from '../../../shared/contract/audits';
import { ask, useEngineQuery } from '../../client/engine-query';
import { useComparisonPages, type ComparisonSort } from '../../client/use-comparison-pages';
import { DecisionBar } from '../../decisions/DecisionBar';
import { useDecisionActs } from '../../decisions/use-decision-acts';
import { useVerdictKeys } from '../../decisions/use-verdict-keys';
import { useGridPlace, useRevealed, useStartWith } from '../../grids/use-grid-place';
import { useWords } from '../../i18n/use-words';
import { BRIEF_COMPARISON, comparisonColumns } from './comparison-columns';
import type { DifferenceTable } from './difference-table';
import { DifferenceSums } from './DifferenceSums';
import { ExplanationPanel } from './ExplanationPanel';
import { nothingHere } from './nothing-here';
import { useSelectedComparisons } from './use-selected-comparisons';

/** Every difference that fits the filter, row by row, and beside them why one differs. */
export function useDifferenceRows({
  runId,
  filter,
  onFilter,
  sort,
  onSort,
  firstOpen,
  shown,
}: {
  readonly runId: number;
  readonly filter: ComparisonFilter;
  readonly onFilter: (filter: ComparisonFilter) => void;
  readonly sort: ComparisonSort;
  readonly onSort: (sort: ComparisonSort) => void;
  /** Explained from the start. */
  readonly firstOpen: string | null;
  /** False while the differences stand in groups: nothing is asked and nothing is chosen. */
  readonly shown: boolean;
}): DifferenceTable<JudgedComparison, ComparisonSort['by']> {
  const words = useWords();
  const { t } = words;
  const columns = useMemo(() => comparisonColumns(words), [words]);
  const [opened, setOpened] = useState(firstOpen);
  const grid = useGridPlace();
  const pages = useComparisonPages(runId, filter, sort, { enabled: shown, near: grid.active });
  useStartWith([filter, shown], () => {
    grid.restart();
    setOpened(null);
  });
  const standsAt = useEngineQuery(
    'places.comparison',
    { runId, filter, sort, comparisonId: firstOpen ?? '' },
    { enabled: shown && firstOpen !== null && opened === firstOpen },
  );
  useRevealed(grid, opened === firstOpen ? standsAt.data?.place : null, pages.total);
  const { rowAt } = pages;
  const selected = useSelectedComparisons({
    runId,
    filter,
    sort,
    selection: grid.selection,
    idAt: (index) => rowAt(index)?.id,
  });
  const acts = useDecisionActs(runId);
  const chosen = selected.count > 1 ? selected.ids : opened === null ? selected.ids : [opened];
  const barShown = opened === null || selected.count > 1;
  // Where the bar stands it hears the letters itself.
  useVerdictKeys((verdict) => {
    if (shown && !barShown) void acts.decide({ ids: [opened] }, verdict);
  });
  return {
    name: 'differences',
    rowTestId: 'difference-row',
    label: t('screens/differences'),
    columns,
    briefly: BRIEF_COMPARISON,
    pages,
    place: grid,
    sort,
    onSort: (by) => {
      onSort({ by, descending: sort.by === by ? !sort.descending : true });
      grid.restart();
      setOpened(null);
    },
    onOpen: (index) => setOpened(rowAt(index)?.id ?? null),
    onLeave: () => setOpened(null),
    panelOpen: opened !== null,
    bar: barShown && (
      <DecisionBar
        {...{ runId, acts, filter, chosen }}
        total={pages.total}
        count={selected.count}
      />
    ),
    rowsAt: async (page) =>
      (await ask('audits.comparisons', { runId, filter, sort, ...page })).rows,
    empty: nothingHere(filter, words, onFilter),
    sums: <DifferenceSums selected={selected} difference={pages.difference} />,
    panel: opened !== null && (
      <ExplanationPanel runId={runId} comparisonId={opened} onClose={() => setOpened(null)} />
    ),
  };
}
