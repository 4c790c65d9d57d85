import { useEngineQuery, errorOf } from '../../client/engine-query';
import { Difference } from '../../components/Amount';
import { Loading } from '../../components/Placeholder';
import { Notice } from '../../components/Notice';
import { Section } from '../../components/Section';
import { StatusMark } from '../../components/StatusMark';
import { formatStretch } from '../../format/day-text';
import { amountDecimals } from '../../format/decimal-text';
import { formatId } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { useNavigation } from '../../state/navigation';

const SHOWN = 10;

export function LargestDifferences({ runId }: { readonly runId: number }) {
  const { t, term, error } = useWords();
  const { go } = useNavigation();
  const query = useEngineQuery('audits.comparisons', {
    runId,
    offset: 0,
    limit: SHOWN,
    filter: { onlyDiscrepancies: true },
    sort: { by: 'magnitude', descending: true },
  });
  const rows = query.data?.rows ?? [];
  const decimals = Math.max(2, ...rows.map((row) => amountDecimals(row.difference)));
  return (
    <Section
      title={t('largest/title')}
      aside={
        <button type="button" className="link" onClick={() => go({ screen: 'differences' })}>
          {t('largest/all')}
        </button>
      }
    >
      {query.isPending && <Loading label={t('loading')} />}
      {query.isError && <Notice tone="error">{error(errorOf(query.error))}</Notice>}
      {query.isSuccess && rows.length === 0 && (
        <p className="muted overview-none">{t('largest/none')}</p>
      )}
      {rows.length > 0 && (
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{t('columns/status')}</th>
              <th scope="col">{t('columns/period')}</th>
              <th scope="col">{t('columns/application')}</th>
              <th scope="col">{t('columns/item')}</th>
              <th scope="col">{t('columns/cause')}</th>
              <th scope="col" className="number">
                {t('columns/difference')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} data-testid="largest-difference">
                <td>
                  <StatusMark status={row.status} label={term('statuses', row.status)} />
                </td>
                <td>{formatStretch(row.periodStart, row.periodEnd)}</td>
                <td>{row.appName ?? (row.sdkAppId === null ? '—' : formatId(row.sdkAppId))}</td>
                <td>
                  <button
                    type="button"
                    className="link"
                    onClick={() => go({ screen: 'differences', comparisonId: row.id })}
                  >
                    {row.item ? term('items', row.item) : t('item/none')}
                  </button>
                </td>
                <td>{row.causes.map(({ cause }) => term('causes', cause)).join(' · ') || '—'}</td>
                <td className="number">
                  <Difference value={row.difference} decimals={decimals} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
