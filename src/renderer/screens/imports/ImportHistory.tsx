import { useCallback, useState } from 'react';
import { ask, errorOf, useEngineQuery } from '../../client/engine-query';
import { usePages } from '../../client/use-pages';
import { Loading } from '../../components/Placeholder';
import { Notice } from '../../components/Notice';
import { Section } from '../../components/Section';
import { formatCount } from '../../format/decimal-text';
import { MoreRows } from '../../grids/MoreRows';
import { TextFilter } from '../../grids/TextFilter';
import { useWords } from '../../i18n/use-words';
import { IMPORT_COUNTS, ImportRow } from './ImportRow';

const PAGE = 50;

/** All files that were brought in, the newest first, read on as far as somebody asks, and found by name. */
export function ImportHistory({
  count,
  opened,
  onOpen,
}: {
  /** How many there are. */
  readonly count: number;
  readonly opened: number | null;
  readonly onOpen: (id: number | null) => void;
}) {
  const { t, error } = useWords();
  const [named, setNamed] = useState('');
  const search = useCallback((text: string | undefined) => setNamed(text ?? ''), []);
  const { rows, total, readOn, query } = usePages(['imports.list', named], PAGE, (page) =>
    ask('imports.list', { ...page, newestFirst: true, named }),
  );
  // What was asked for from elsewhere may be far down the list.
  const isFar = opened !== null && !rows.some(({ id }) => id === opened);
  const far = useEngineQuery(
    'imports.list',
    { offset: 0, limit: 1, ids: [opened ?? 0] },
    { enabled: isFar && !query.isPending },
  );
  const shown = [...(isFar ? (far.data?.rows ?? []) : []), ...rows];
  const isRead = !query.isPending && !query.isError;
  return (
    <Section
      title={t('imports/history')}
      aside={
        count > PAGE ? (
          <span className="import-search">
            <TextFilter value={named} onChange={search} label={t('imports/search')} />
            <span role="status" data-testid="imports-count">
              {isRead && t('imports/found', { found: formatCount(total), all: formatCount(count) })}
            </span>
          </span>
        ) : undefined
      }
    >
      {query.isPending && <Loading label={t('loading')} lines={4} />}
      {query.isError && <Notice tone="error">{error(errorOf(query.error))}</Notice>}
      {isRead && total === 0 && <p className="muted overview-none">{t('imports/noneNamed')}</p>}
      {shown.length > 0 && (
        <table className="ledger" data-testid="imports-list">
          <thead>
            <tr>
              <th scope="col">{t('imports/file')}</th>
              <th scope="col">{t('imports/kind')}</th>
              <th scope="col">{t('imports/days')}</th>
              {IMPORT_COUNTS.map((each) => (
                <th key={each} scope="col" className="number">
                  {t(`imports/${each}`)}
                </th>
              ))}
              <th scope="col">{t('imports/when')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('imports/actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((summary) => (
              <ImportRow
                key={summary.id}
                summary={summary}
                open={opened === summary.id}
                onOpen={onOpen}
              />
            ))}
          </tbody>
        </table>
      )}
      <MoreRows shown={rows.length} total={total} readOn={readOn} testId="more-imports" />
    </Section>
  );
}
