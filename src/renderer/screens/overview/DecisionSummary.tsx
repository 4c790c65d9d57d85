import type { Run } from '../../../shared/contract/audits';
import { useEngineQuery } from '../../client/engine-query';
import { Difference } from '../../components/Amount';
import { Section } from '../../components/Section';
import { amountDecimals, formatCount } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { useNavigation } from '../../state/navigation';

/** How many differences are decided, and which way; each leads to its rows. */
export function DecisionSummary({ run }: { readonly run: Run }) {
  const { t } = useWords();
  const { go } = useNavigation();
  const rows = useEngineQuery('decisions.summary', { runId: run.id }).data ?? [];
  if (rows.length === 0) return null;
  const decimals = Math.max(...rows.map(({ difference }) => amountDecimals(difference)));
  return (
    <Section title={t('decisions:summary/title')}>
      <table className="ledger" data-testid="decision-summary">
        <tbody>
          {rows.map(({ verdict, rows: count, difference, changed }) => (
            <tr key={verdict ?? 'none'}>
              <td>
                <button
                  type="button"
                  className="link"
                  onClick={() =>
                    go({
                      screen: 'differences',
                      filter: { onlyDiscrepancies: true, decision: [verdict] },
                    })
                  }
                >
                  {t(`decisions:verdicts/${verdict ?? 'none'}`)}
                </button>
                {changed > 0 && (
                  <p className="attention">{t('decisions:summary/changed', { count: changed })}</p>
                )}
              </td>
              <td className="number muted">{formatCount(count)}</td>
              <td className="number">
                <Difference value={difference} decimals={decimals} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
