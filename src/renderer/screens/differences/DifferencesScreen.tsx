import { useState } from 'react';
import type { ComparisonFilter } from '../../../shared/contract/audits';
import { useComparisonPages, type ComparisonSort } from '../../client/use-comparison-pages';
import { Empty, Loading } from '../../components/Placeholder';
import { Notice } from '../../components/Notice';
import { GridScreen } from '../../grids/GridScreen';
import { useGridPlace } from '../../grids/use-grid-place';
import { useWords } from '../../i18n/use-words';
import { useMonth } from '../../state/month';
import { useNavigation } from '../../state/navigation';
import { comparisonColumns } from './comparison-columns';
import { DifferenceFilters } from './DifferenceFilters';
import { DifferenceSums } from './DifferenceSums';
import { ExplanationPanel } from './ExplanationPanel';
import { useSelectedComparisons } from './use-selected-comparisons';
import './Differences.css';

export function DifferencesScreen() {
  const { t, error } = useWords();
  const { audit } = useMonth();
  if (audit.state === 'failed') {
    return (
      <Notice tone="error" action={{ label: t('audit/again'), run: audit.retry }}>
        {error(audit.error)}
      </Notice>
    );
  }
  const run = audit.state === 'loading' ? null : audit.run;
  if (!run && audit.state === 'auditing') return <Loading label={t('audit/running')} lines={12} />;
  if (!run) return <Empty title={t('overview/emptyTitle')}>{t('overview/empty')}</Empty>;
  return <DifferencesOfRun key={run.id} runId={run.id} />;
}

function DifferencesOfRun({ runId }: { readonly runId: number }) {
  const words = useWords();
  const { t } = words;
  const { place } = useNavigation();
  const [filter, setFilter] = useState<ComparisonFilter>({
    onlyDiscrepancies: true,
    ...place.filter,
  });
  const [sort, setSort] = useState<ComparisonSort>({ by: 'magnitude', descending: true });
  const [opened, setOpened] = useState<string | null>(place.comparisonId ?? null);
  const pages = useComparisonPages(runId, filter, sort);
  const grid = useGridPlace();
  const { rowAt } = pages;
  const selected = useSelectedComparisons({
    runId,
    filter,
    sort,
    selection: grid.selection,
    idAt: (index) => rowAt(index)?.id,
  });
  const start = () => {
    grid.restart();
    setOpened(null);
  };
  return (
    <GridScreen
      name="differences"
      rowTestId="difference-row"
      label={t('screens/differences')}
      columns={comparisonColumns(words, opened !== null)}
      pages={pages}
      place={grid}
      sort={sort}
      onSort={(by) => {
        setSort({ by, descending: sort.by === by ? !sort.descending : true });
        start();
      }}
      onOpen={(index) => setOpened(rowAt(index)?.id ?? null)}
      onLeave={() => setOpened(null)}
      panelOpen={opened !== null}
      filters={
        <DifferenceFilters
          filter={filter}
          onChange={(next) => {
            setFilter(next);
            start();
          }}
        />
      }
      empty={{ title: t('differences/noneTitle'), text: t('differences/none') }}
      sums={<DifferenceSums selected={selected} difference={pages.difference} />}
      panel={
        opened !== null && (
          <ExplanationPanel runId={runId} comparisonId={opened} onClose={() => setOpened(null)} />
        )
      }
    />
  );
}
