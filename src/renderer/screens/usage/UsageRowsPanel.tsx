import { Button } from 'antd';
import type { UsageRow } from '../../../shared/contract/usage';
import { errorOf, useEngineQuery } from '../../client/engine-query';
import type { Period } from '../../client/use-month-run';
import { Notice } from '../../components/Notice';
import { Loading } from '../../components/Placeholder';
import { Section } from '../../components/Section';
import { formatCount, formatId } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { RawTable } from '../differences/RawTable';
import { ChargeOfUse } from './ChargeOfUse';

/** What the use costs, and the rows of the user's own files behind its number. */
export function UsageRowsPanel({
  row,
  month,
  onClose,
}: {
  readonly row: Pick<UsageRow, 'day' | 'sdkAppId' | 'item'>;
  /** The month whose audit says what the use costs. */
  readonly month: Period;
  readonly onClose: () => void;
}) {
  const { t, term, error } = useWords();
  const { day, sdkAppId, item } = row;
  const query = useEngineQuery('usage.raw', { day, sdkAppId, item });
  return (
    <aside
      className="explanation"
      aria-label={t('raw/usage')}
      data-testid="usage-rows"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header className="explanation-head">
        <div>
          <h2>{term('items', item)}</h2>
          <p className="muted">
            {day} · {formatId(sdkAppId)}
          </p>
        </div>
        <Button type="text" onClick={onClose}>
          {t('explain/close')}
        </Button>
      </header>
      <ChargeOfUse use={row} month={month} />
      {query.isPending && <Loading label={t('loading')} lines={9} />}
      {query.isError && <Notice tone="error">{error(errorOf(query.error))}</Notice>}
      {query.data && (
        <Section
          title={t('raw/usage')}
          aside={t('raw/some', {
            shown: formatCount(query.data.rows.length),
            all: formatCount(query.data.total),
          })}
        >
          <div className="raw">
            <RawTable rows={query.data.rows} none={t('raw/noUsage')} />
          </div>
        </Section>
      )}
    </aside>
  );
}
