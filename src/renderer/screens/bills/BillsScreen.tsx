import { useMemo, useState } from 'react';
import {
  BILL_LINE_SORTS,
  type BillLineFilter,
  type CheckedBillLine,
} from '../../../shared/contract/bills';
import type { Input, Output } from '../../../shared/contract/contract';
import { ask, engineQuery, useEngineQuery } from '../../client/engine-query';
import { useAppNames } from '../../client/use-account-apps';
import { useGridPages } from '../../client/use-grid-pages';
import type { Period } from '../../client/use-month-run';
import { Amount } from '../../components/Amount';
import { chosenCount } from '../../components/grid/row-selection';
import { Notice } from '../../components/Notice';
import { Loading } from '../../components/Placeholder';
import { formatCount } from '../../format/decimal-text';
import { GridScreen } from '../../grids/GridScreen';
import { useGridPlace, useRevealed } from '../../grids/use-grid-place';
import { useWords } from '../../i18n/use-words';
import { useMonth } from '../../state/month';
import { useNavigation } from '../../state/navigation';
import { SavedViews } from '../../grids/SavedViews';
import { useGridLayout } from '../../grids/use-grid-layout';
import { NoMonth } from '../NoMonth';
import { BRIEF_LINE, billLineColumns } from './bill-line-columns';
import { BillFilters } from './BillFilters';
import { BillLinePanel } from './BillLinePanel';

/** The lines of the month's bill as they are, and what the bill says against itself. */
export function BillsScreen() {
  const { t, error } = useWords();
  const { month, audit, pending } = useMonth();
  if (!month) {
    if (pending) return <Loading label={t('loading')} lines={12} />;
    return <NoMonth screen="bills" title={t('bills/emptyTitle')} text={t('bills/empty')} />;
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
  const appNames = useAppNames();
  const columns = useMemo(
    () => billLineColumns(words, runId !== null, appNames),
    [words, runId, appNames],
  );
  const { place: at } = useNavigation();
  const [filter, setFilter] = useState<BillLineFilter>({ onlyFindings: false });
  const [sort, setSort] = useState<BillSort>({ by: 'file', descending: false });
  const firstOpen = at.billLineId ?? null;
  const [opened, setOpened] = useState(firstOpen);
  const [layout, setLayout] = useGridLayout('bills');
  const place = useGridPlace();
  const pages = useGridPages<CheckedBillLine, Output<'bills.page'>>(
    (page) => engineQuery('bills.page', { runId, period: month, filter, sort, ...page }),
    { near: place.active },
  );
  const standsAt = useEngineQuery(
    'places.billLine',
    { runId, period: month, filter, sort, lineId: firstOpen ?? 0 },
    { enabled: firstOpen !== null && opened === firstOpen },
  );
  useRevealed(place, opened === firstOpen ? standsAt.data?.place : null, pages.total);
  const { head, rowAt } = pages;
  const { ranges } = place.selection;
  const several = chosenCount(place.selection) > 1;
  const selected = useEngineQuery(
    'selections.billLines',
    { runId, period: month, filter, sort, ranges: [...ranges] },
    { enabled: several },
  );
  const start = () => {
    place.restart();
    setOpened(null);
  };
  const narrowed = filter.onlyFindings || filter.bucket !== undefined || filter.text !== undefined;
  const empty = narrowed
    ? {
        title: t('differences/noneTitle'),
        text: t('bills/noneFit'),
        action: {
          label: t('filter/clearAll'),
          run: () => {
            setFilter({ onlyFindings: false });
            start();
          },
        },
      }
    : { title: t('bills/emptyTitle'), text: t('bills/empty') };
  return (
    <GridScreen
      name="bills"
      rowTestId="bill-row"
      label={t('screens/bills')}
      columns={columns}
      briefly={BRIEF_LINE}
      pages={pages}
      place={place}
      sort={sort}
      onSort={(by) => {
        setSort({ by, descending: sort.by === by ? !sort.descending : by === 'amount' });
        start();
      }}
      onOpen={(index) => setOpened(rowAt(index)?.line.id ?? null)}
      onLeave={() => setOpened(null)}
      panelOpen={opened !== null}
      filters={
        <BillFilters
          filter={filter}
          beside={opened !== null}
          onChange={(next) => {
            setFilter(next);
            start();
          }}
        />
      }
      views={
        <SavedViews
          grid="bills"
          current={{ grid: 'bills', filter, sort, layout }}
          onApply={(view) => {
            setFilter(view.filter);
            const by = BILL_LINE_SORTS.find((known) => known === view.sort.by) ?? 'file';
            setSort({ by, descending: view.sort.descending });
            setLayout(view.layout);
            start();
          }}
        />
      }
      rowsAt={async (page) =>
        (await ask('bills.page', { runId, period: month, filter, sort, ...page })).rows
      }
      empty={empty}
      sums={
        <>
          <span className="muted grid-screen-keys">{t('bills/keys')}</span>
          {several && selected.data && (
            <span data-testid="selection">
              {t('selection/rows', {
                count: selected.data.rows,
                rows: formatCount(selected.data.rows),
              })}{' '}
              {selected.data.amount !== null && <Amount value={selected.data.amount} />}
            </span>
          )}
          {head?.amount != null && (
            <span>
              {t('bills/sum')} <Amount value={head.amount} />
            </span>
          )}
        </>
      }
      panel={
        opened !== null && (
          <BillLinePanel runId={runId} lineId={opened} onClose={() => setOpened(null)} />
        )
      }
    />
  );
}
