import { useCallback, useState } from 'react';
import type { ComparisonFilter } from '../../../shared/contract/audits';
import { useComparisonPages, type ComparisonSort } from '../../client/use-comparison-pages';
import { Difference } from '../../components/Amount';
import { Empty, Loading } from '../../components/Placeholder';
import { Notice } from '../../components/Notice';
import { VirtualGrid } from '../../components/grid/VirtualGrid';
import { formatCount } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { useMonth } from '../../state/month';
import { useNavigation } from '../../state/navigation';
import { comparisonColumns } from './comparison-columns';
import { DifferenceFilters } from './DifferenceFilters';
import { ExplanationPanel } from './ExplanationPanel';
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
  const [active, setActive] = useState(-1);
  const [opened, setOpened] = useState<string | null>(place.comparisonId ?? null);
  const pages = useComparisonPages(runId, filter, sort);
  const { setRange, rowAt } = pages;
  const onRange = useCallback(
    (range: { first: number; last: number }) => setRange(range),
    [setRange],
  );
  const start = () => {
    setActive(-1);
    setOpened(null);
  };
  const open = (index: number) => setOpened(rowAt(index)?.id ?? null);
  const moveTo = (index: number) => {
    setActive(index);
    if (opened !== null) open(index);
  };
  return (
    <div className="differences">
      <div className="differences-list">
        <DifferenceFilters
          filter={filter}
          onChange={(next) => {
            setFilter(next);
            start();
          }}
        />
        {pages.error && <Notice tone="error">{words.error(pages.error)}</Notice>}
        {!pages.loading && pages.total === 0 ? (
          <Empty title={t('differences/noneTitle')}>{t('differences/none')}</Empty>
        ) : (
          <div className="differences-grid">
            <VirtualGrid
              label={t('screens/differences')}
              testId="differences-grid"
              rowTestId="difference-row"
              columns={comparisonColumns(words, opened !== null)}
              rowCount={pages.total}
              rowAt={rowAt}
              onRange={onRange}
              sort={sort}
              onSort={(by) => {
                setSort({ by, descending: sort.by === by ? !sort.descending : true });
                start();
              }}
              active={active}
              onActive={moveTo}
              onOpen={open}
              onLeave={() => setOpened(null)}
            />
          </div>
        )}
        <p className="differences-sum">
          <span>
            {t('differences/rows', { count: pages.total, rows: formatCount(pages.total) })}
          </span>
          <span className="muted differences-keys">{t('differences/keys')}</span>
          <span>
            {t('differences/sum')} <Difference value={pages.difference} />
          </span>
        </p>
      </div>
      {opened !== null && (
        <ExplanationPanel runId={runId} comparisonId={opened} onClose={() => setOpened(null)} />
      )}
    </div>
  );
}
