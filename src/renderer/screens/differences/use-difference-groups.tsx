import { useMemo, useState } from 'react';
import { comparisonFilterSchema, type ComparisonFilter } from '../../../shared/contract/audits';
import type { Input, Output } from '../../../shared/contract/contract';
import type { ComparisonGroup, Grouping } from '../../../shared/contract/groups';
import { GroupBridge } from '../../bridges/GroupBridge';
import { ask, engineQuery } from '../../client/engine-query';
import { useGridPages } from '../../client/use-grid-pages';
import { useGridPlace, useStartWith } from '../../grids/use-grid-place';
import { useWords } from '../../i18n/use-words';
import type { DifferenceTable } from './difference-table';
import { groupColumns } from './group-columns';
import { nothingHere } from './nothing-here';

/** The differences in groups with their subtotals; a group opens into its rows. */
export function useDifferenceGroups({
  runId,
  filter,
  onFilter,
  group,
  onOpen,
}: {
  readonly runId: number;
  readonly filter: ComparisonFilter;
  readonly onFilter: (filter: ComparisonFilter) => void;
  /** null: they stand row by row, and nothing is asked. */
  readonly group: Grouping | null;
  /** The filter that shows the rows of one group. */
  readonly onOpen: (filter: ComparisonFilter) => void;
}): DifferenceTable<ComparisonGroup, Sort['by']> {
  const words = useWords();
  const { t } = words;
  const by = group ?? 'cause';
  const columns = useMemo(() => groupColumns(by, words), [by, words]);
  const place = useGridPlace();
  const [sort, setSort] = useState(firstSort(by));
  useStartWith([filter, group], () => {
    place.restart();
    setSort(firstSort(by));
  });
  const pages = useGridPages<ComparisonGroup, Output<'groups.comparisons'>>(
    (page) => engineQuery('groups.comparisons', { runId, filter, by, sort, ...page }),
    {
      enabled: group !== null,
      near: place.active,
      stays: (earlier) => (earlier[1] as Input<'groups.comparisons'>).by === by,
    },
  );
  return {
    name: 'groups',
    rowTestId: 'group-row',
    label: t('screens/differences'),
    columns,
    briefly: [],
    counted: 'grid:group/count',
    pages,
    place,
    sort,
    onSort: (key) => {
      setSort({ by: key, descending: sort.by === key ? !sort.descending : key !== 'key' });
      place.restart();
    },
    onOpen: (index) => {
      const row = pages.rowAt(index);
      if (row) onOpen(filterOf(filter, by, row.key));
    },
    onLeave: () => undefined,
    panelOpen: false,
    bar: null,
    above: group !== null && (
      <GroupBridge runId={runId} by={by} groupKey={pages.rowAt(Math.max(0, place.active))?.key} />
    ),
    rowsAt: async (page) =>
      (await ask('groups.comparisons', { runId, filter, by, sort, ...page })).rows,
    empty: nothingHere(filter, words, onFilter),
    sums: (
      <span className="muted grid-screen-keys">
        {t('grid:group/keys')}
        {by === 'cause' && ` · ${t('grid:group/causeNote')}`}
      </span>
    ),
    panel: null,
  };
}

type Sort = Input<'groups.comparisons'>['sort'];

function firstSort(by: Grouping): Sort {
  return { by: by === 'day' ? 'key' : 'magnitude', descending: by !== 'day' };
}

function filterOf(filter: ComparisonFilter, by: Grouping, key: string | null): ComparisonFilter {
  return comparisonFilterSchema.parse({ ...filter, [by === 'day' ? 'periodStart' : by]: [key] });
}
