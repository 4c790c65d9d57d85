import { useMemo, useState } from 'react';
import type { Input, Output } from '../../../shared/contract/contract';
import type { UsageFilter, UsageRow } from '../../../shared/contract/usage';
import { ask, engineQuery } from '../../client/engine-query';
import { useAppNames } from '../../client/use-account-apps';
import { useGridPages } from '../../client/use-grid-pages';
import type { Period } from '../../client/use-month-run';
import { Loading } from '../../components/Placeholder';
import { formatQuantity } from '../../format/decimal-text';
import { minutesOf } from '../../format/minutes-text';
import { GridScreen } from '../../grids/GridScreen';
import { useGridPlace } from '../../grids/use-grid-place';
import { useWords } from '../../i18n/use-words';
import { useMonth } from '../../state/month';
import { NoMonth } from '../NoMonth';
import { BRIEF_USAGE, usageColumns } from './usage-columns';
import { UsageFilters } from './UsageFilters';
import { UsagePicture } from './UsagePicture';
import { UsageRowsPanel } from './UsageRowsPanel';
import './Usage.css';

/** What was used, by day, application and tier; what the console says of the same; and the rows behind each number. */
export function UsageScreen() {
  const { t } = useWords();
  const { month, pending } = useMonth();
  if (month) return <UsageOfMonth key={month.from} month={month} />;
  if (pending) return <Loading label={t('loading')} lines={12} />;
  return <NoMonth screen="usage" title={t('usage:emptyTitle')} text={t('usage:empty')} />;
}

function UsageOfMonth({ month }: { readonly month: Period }) {
  const words = useWords();
  const { t } = words;
  const appNames = useAppNames();
  const columns = useMemo(() => usageColumns(words, appNames), [words, appNames]);
  const [filter, setFilter] = useState<UsageFilter>({ onlyGaps: false });
  const [sort, setSort] = useState<Input<'usage.page'>['sort']>({ by: 'day', descending: false });
  const [opened, setOpened] = useState<UsageRow | null>(null);
  const place = useGridPlace();
  const pages = useGridPages<UsageRow, Output<'usage.page'>>(
    (page) => engineQuery('usage.page', { period: month, filter, sort, ...page }),
    { near: place.active },
  );
  const start = () => {
    place.restart();
    setOpened(null);
  };
  const sums = pages.head?.sums;
  const narrowed = filter.onlyGaps || filter.item || filter.day || filter.sdkAppId;
  return (
    <GridScreen
      name="usage"
      rowTestId="usage-row"
      label={t('screens/usage')}
      columns={columns}
      briefly={BRIEF_USAGE}
      pages={pages}
      place={place}
      sort={sort}
      onSort={(by) => {
        const amount = by === 'billing' || by === 'console' || by === 'gap';
        setSort({ by, descending: sort.by === by ? !sort.descending : amount });
        start();
      }}
      onOpen={(index) => setOpened(pages.rowAt(index) ?? null)}
      onLeave={() => setOpened(null)}
      panelOpen={opened !== null}
      filters={
        <UsageFilters
          {...{ filter, month, appNames }}
          beside={opened !== null}
          apps={pages.head?.apps ?? []}
          onChange={(next) => {
            setFilter(next);
            start();
          }}
        />
      }
      above={<UsagePicture {...{ month, filter, appNames }} />}
      rowsAt={async (page) =>
        (await ask('usage.page', { period: month, filter, sort, ...page })).rows
      }
      empty={
        narrowed
          ? {
              title: t('differences/noneTitle'),
              text: t('usage:noneFit'),
              action: {
                label: t('filter/clearAll'),
                run: () => {
                  setFilter({ onlyGaps: false });
                  start();
                },
              },
            }
          : { title: t('usage:emptyTitle'), text: t('usage:empty') }
      }
      sums={
        sums && (
          <>
            <span className="muted grid-screen-keys">{t('usage:keys')}</span>
            {sums.billingSeconds !== null && (
              <span>
                {t('usage:billing')} {formatQuantity(minutesOf(sums.billingSeconds))}
              </span>
            )}
            {sums.consoleSeconds !== null && (
              <span>
                {t('usage:console')} {formatQuantity(minutesOf(sums.consoleSeconds))}
              </span>
            )}
          </>
        )
      }
      panel={
        opened !== null && (
          <UsageRowsPanel row={opened} month={month} onClose={() => setOpened(null)} />
        )
      }
    />
  );
}
