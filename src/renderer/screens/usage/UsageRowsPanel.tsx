import type { UsageRow } from '../../../shared/contract/usage';
import { useEngineQuery } from '../../client/engine-query';
import type { Period } from '../../client/use-month-run';
import { Section } from '../../components/Section';
import { DetailPanel } from '../../evidence/DetailPanel';
import { RawTable } from '../../evidence/RawTable';
import { formatCount, formatId } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
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
  const { t, term } = useWords();
  const { day, sdkAppId, item } = row;
  const query = useEngineQuery('usage.raw', { day, sdkAppId, item });
  return (
    <DetailPanel
      name={t('raw/usage')}
      testId="usage-rows"
      heading={term('items', item)}
      lead={`${day} · ${formatId(sdkAppId)}`}
      above={<ChargeOfUse use={row} month={month} />}
      query={query}
      onClose={onClose}
    >
      {({ rows, total }) => (
        <Section
          title={t('raw/usage')}
          aside={t('raw/some', { shown: formatCount(rows.length), all: formatCount(total) })}
        >
          <div className="raw">
            <RawTable rows={rows} none={t('raw/noUsage')} />
          </div>
        </Section>
      )}
    </DetailPanel>
  );
}
