import { useCallback, useState } from 'react';
import type { BillLineFilter, CheckedBillLine } from '../../../shared/contract/bills';
import type { Input, Output } from '../../../shared/contract/contract';
import { engineQuery } from '../../client/engine-query';
import { useGridPages } from '../../client/use-grid-pages';
import type { Period } from '../../client/use-month-run';
import { Amount } from '../../components/Amount';
import { VirtualGrid } from '../../components/grid/VirtualGrid';
import { Notice } from '../../components/Notice';
import { Empty, Loading } from '../../components/Placeholder';
import { formatCount } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { useMonth } from '../../state/month';
import { billLineColumns } from './bill-line-columns';
import { BillFilters } from './BillFilters';
import { BillLinePanel } from './BillLinePanel';
import '../differences/Differences.css';

/** The lines of the month's bill as they are, and what the bill says against itself. */
export function BillsScreen() {
  const { t, error } = useWords();
  const { month, audit, pending } = useMonth();
  if (!month) {
    if (pending) return <Loading label={t('loading')} lines={12} />;
    return <Empty title={t('bills/emptyTitle')}>{t('bills/empty')}</Empty>;
  }
  // Lines are there before and without an audit; only what was found about them needs one.
  const run = audit.state === 'ready' || audit.state === 'auditing' ? audit.run : null;
  return (
    <>
      {audit.state === 'failed' && (
        <Notice tone="error" action={{ label: t('audit/again'), run: audit.retry }}>
          {error(audit.error)}
        </Notice>
      )}
      <BillLines key={month.from} month={month} runId={run?.id ?? null} />
    </>
  );
}

type BillSort = Input<'bills.page'>['sort'];

function BillLines({ month, runId }: { readonly month: Period; readonly runId: number | null }) {
  const words = useWords();
  const { t } = words;
  const [filter, setFilter] = useState<BillLineFilter>({ onlyFindings: false });
  const [sort, setSort] = useState<BillSort>({ by: 'file', descending: false });
  const [active, setActive] = useState(-1);
  const [opened, setOpened] = useState<number | null>(null);
  const pages = useGridPages<CheckedBillLine, Output<'bills.page'>>((page) =>
    engineQuery('bills.page', { runId, period: month, filter, sort, ...page }),
  );
  const { head, setRange, rowAt } = pages;
  const onRange = useCallback(
    (range: { first: number; last: number }) => setRange(range),
    [setRange],
  );
  const start = () => {
    setActive(-1);
    setOpened(null);
  };
  const open = (index: number) => setOpened(rowAt(index)?.line.id ?? null);
  const narrowed = filter.onlyFindings || filter.bucket !== undefined || filter.text !== undefined;
  const none = narrowed
    ? { title: t('differences/noneTitle'), text: t('bills/noneFit') }
    : { title: t('bills/emptyTitle'), text: t('bills/empty') };
  return (
    <div className="differences">
      <div className="differences-list">
        <BillFilters
          filter={filter}
          onChange={(next) => {
            setFilter(next);
            start();
          }}
        />
        {pages.error && <Notice tone="error">{words.error(pages.error)}</Notice>}
        {!pages.loading && pages.total === 0 ? (
          <Empty title={none.title}>{none.text}</Empty>
        ) : (
          <div className="differences-grid">
            <VirtualGrid
              label={t('screens/bills')}
              testId="bills-grid"
              rowTestId="bill-row"
              columns={billLineColumns(words, runId !== null, opened !== null)}
              rowCount={pages.total}
              rowAt={rowAt}
              onRange={onRange}
              sort={sort}
              onSort={(by) => {
                setSort({ by, descending: sort.by === by ? !sort.descending : by === 'amount' });
                start();
              }}
              active={active}
              onActive={(index) => {
                setActive(index);
                if (opened !== null) open(index);
              }}
              onOpen={open}
              onLeave={() => setOpened(null)}
            />
          </div>
        )}
        <p className="differences-sum">
          <span>
            {t('differences/rows', { count: pages.total, rows: formatCount(pages.total) })}
          </span>
          <span className="muted differences-keys">{t('bills/keys')}</span>
          {head?.amount != null && (
            <span>
              {t('bills/sum')} <Amount value={head.amount} />
            </span>
          )}
        </p>
      </div>
      {opened !== null && (
        <BillLinePanel runId={runId} lineId={opened} onClose={() => setOpened(null)} />
      )}
    </div>
  );
}
