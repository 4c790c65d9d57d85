import { useMemo, useState, type ReactNode } from 'react';
import { comparisonFilterSchema, type ComparisonFilter } from '../../../shared/contract/audits';
import type { Input, Output } from '../../../shared/contract/contract';
import type { ComparisonGroup, Grouping } from '../../../shared/contract/groups';
import { GroupBridge } from '../../bridges/GroupBridge';
import { ask, engineQuery } from '../../client/engine-query';
import { useGridPages } from '../../client/use-grid-pages';
import { GridScreen } from '../../grids/GridScreen';
import { useGridPlace, useStartWith } from '../../grids/use-grid-place';
import { useWords } from '../../i18n/use-words';
import { groupColumns } from './group-columns';
import { nothingHere } from './nothing-here';

/** The differences in groups with their subtotals; a group opens into its rows. */
export function DifferenceGroups({
  runId,
  filter,
  by,
  filters,
  views,
  onFilter,
  onOpen,
}: {
  readonly runId: number;
  readonly filter: ComparisonFilter;
  readonly by: Grouping;
  readonly filters: ReactNode;
  readonly views: ReactNode;
  readonly onFilter: (filter: ComparisonFilter) => void;
  /** The filter that shows the rows of one group. */
  readonly onOpen: (filter: ComparisonFilter) => void;
}) {
  const words = useWords();
  const { t } = words;
  const columns = useMemo(() => groupColumns(by, words), [by, words]);
  const place = useGridPlace();
  useStartWith(filter, place.restart);
  const [sort, setSort] = useState<Input<'groups.comparisons'>['sort']>({
    by: by === 'day' ? 'key' : 'magnitude',
    descending: by !== 'day',
  });
  const pages = useGridPages<ComparisonGroup, Output<'groups.comparisons'>>((page) =>
    engineQuery('groups.comparisons', { runId, filter, by, sort, ...page }),
  );
  const open = (index: number) => {
    const group = pages.rowAt(index);
    if (group) onOpen(filterOf(filter, by, group.key));
  };
  return (
    <GridScreen
      name="groups"
      rowTestId="group-row"
      label={t('screens/differences')}
      columns={columns}
      briefly={[]}
      pages={pages}
      place={place}
      sort={sort}
      onSort={(key) => {
        setSort({ by: key, descending: sort.by === key ? !sort.descending : key !== 'key' });
        place.restart();
      }}
      onOpen={open}
      onLeave={() => undefined}
      panelOpen={false}
      filters={filters}
      views={views}
      above={
        <GroupBridge runId={runId} by={by} groupKey={pages.rowAt(Math.max(0, place.active))?.key} />
      }
      rowsAt={async (page) =>
        (await ask('groups.comparisons', { runId, filter, by, sort, ...page })).rows
      }
      empty={nothingHere(filter, words, onFilter)}
      sums={
        <span className="muted grid-screen-keys">
          {t('grid:group/keys')}
          {by === 'cause' && ` · ${t('grid:group/causeNote')}`}
        </span>
      }
      panel={null}
    />
  );
}

function filterOf(filter: ComparisonFilter, by: Grouping, key: string | null): ComparisonFilter {
  return comparisonFilterSchema.parse({ ...filter, [by === 'day' ? 'periodStart' : by]: [key] });
}
