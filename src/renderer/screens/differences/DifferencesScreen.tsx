import { useState, type ReactNode } from 'react';
import type { ComparisonFilter } from '../../../shared/contract/audits';
import { Loading } from '../../components/Placeholder';
import { Notice } from '../../components/Notice';
import { useWords } from '../../i18n/use-words';
import { useMonth } from '../../state/month';
import { useNavigation } from '../../state/navigation';
import { GridScreen } from '../../grids/GridScreen';
import { NoMonth } from '../NoMonth';
import { DifferenceFilters } from './DifferenceFilters';
import { DifferenceViews, type ComparisonView } from './DifferenceViews';
import { useDifferenceGroups } from './use-difference-groups';
import { useDifferenceRows } from './use-difference-rows';
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
  if (!run) return <NoMonth screen="differences" />;
  return <DifferencesOfRun key={run.id} runId={run.id} />;
}

function DifferencesOfRun({ runId }: { readonly runId: number }) {
  const { place } = useNavigation();
  const [view, setView] = useState<ComparisonView>({
    filter: { onlyDiscrepancies: true, ...place.filter },
    sort: { by: 'magnitude', descending: true },
    group: null,
  });
  const { filter, sort, group } = view;
  const onFilter = (next: ComparisonFilter) => setView({ ...view, filter: next });
  const rows = useDifferenceRows({
    ...{ runId, filter, sort, onFilter },
    onSort: (next) => setView({ ...view, sort: next }),
    firstOpen: place.comparisonId ?? null,
    shown: group === null,
  });
  const groups = useDifferenceGroups({
    ...{ runId, filter, group, onFilter },
    onOpen: (narrowed) => setView({ ...view, filter: narrowed, group: null }),
  });
  const filters = (
    <DifferenceFilters
      filter={filter}
      onChange={onFilter}
      group={group}
      onGroup={(next) => setView({ ...view, group: next })}
      beside={group === null && rows.panelOpen}
    />
  );
  const views = <DifferenceViews view={view} onApply={setView} />;
  // One and the same screen for both: filters that somebody is typing into stay, with the focus.
  const over = (bar: ReactNode) => ({
    views,
    filters: (
      <div className="difference-head">
        {filters}
        {bar}
      </div>
    ),
  });
  return group === null ? (
    <GridScreen {...rows} {...over(rows.bar)} />
  ) : (
    <GridScreen {...groups} {...over(groups.bar)} />
  );
}
