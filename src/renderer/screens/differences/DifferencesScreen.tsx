import { useState } from 'react';
import type { ComparisonFilter } from '../../../shared/contract/audits';
import { Loading } from '../../components/Placeholder';
import { Notice } from '../../components/Notice';
import { useWords } from '../../i18n/use-words';
import { useMonth } from '../../state/month';
import { useNavigation } from '../../state/navigation';
import { NoMonth } from '../NoMonth';
import { DifferenceFilters } from './DifferenceFilters';
import { DifferenceGroups } from './DifferenceGroups';
import { DifferenceRows } from './DifferenceRows';
import { DifferenceViews, type ComparisonView } from './DifferenceViews';
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
  const filters = (
    <DifferenceFilters
      filter={filter}
      onChange={onFilter}
      group={group}
      onGroup={(next) => setView({ ...view, group: next })}
    />
  );
  const views = <DifferenceViews view={view} onApply={setView} />;
  return group === null ? (
    <DifferenceRows
      {...{ runId, filter, sort, filters, views, onFilter }}
      onSort={(next) => setView({ ...view, sort: next })}
      firstOpen={place.comparisonId ?? null}
    />
  ) : (
    <DifferenceGroups
      key={group}
      {...{ runId, filter, filters, views, onFilter }}
      by={group}
      onOpen={(narrowed) => setView({ ...view, filter: narrowed, group: null })}
    />
  );
}
