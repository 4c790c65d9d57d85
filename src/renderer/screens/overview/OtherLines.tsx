import type { Run } from '../../../shared/contract/audits';
import { Amount } from '../../components/Amount';
import { Section } from '../../components/Section';
import { amountDecimals, formatCount } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';

/** Lines that are no pay-as-you-go charge: listed and summed, never a mismatch. */
export function OtherLines({ run }: { readonly run: Run }) {
  const { t, term } = useWords();
  const decimals = Math.max(
    amountDecimals(run.totals.otherLines),
    ...run.otherLines.map(({ amount }) => amountDecimals(amount)),
  );
  return (
    <Section title={t('otherLines/title')} aside={t('otherLines/lead')}>
      {run.otherLines.length === 0 ? (
        <p className="muted overview-none">{t('otherLines/none')}</p>
      ) : (
        <table className="ledger">
          <tbody>
            {run.otherLines.map(({ bucket, amount, lines }) => (
              <tr key={bucket}>
                <td>{term('buckets', bucket)}</td>
                <td className="number muted">
                  {t('otherLines/lines', { count: lines, lines: formatCount(lines) })}
                </td>
                <td className="number">
                  <Amount value={amount} decimals={decimals} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td colSpan={2}>{t('otherLines/total')}</td>
              <td className="number">
                <Amount value={run.totals.otherLines} decimals={decimals} />
              </td>
            </tr>
          </tfoot>
        </table>
      )}
    </Section>
  );
}
