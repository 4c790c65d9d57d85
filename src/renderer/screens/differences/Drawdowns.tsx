import type { DrawdownRow } from '../../../shared/contract/audits';
import { Section } from '../../components/Section';
import { formatQuantity } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';

/** What the free trial and packages covered of this usage, and what they held afterwards. */
export function Drawdowns({ rows }: { readonly rows: readonly DrawdownRow[] }) {
  const { t, term } = useWords();
  if (rows.length === 0) return null;
  return (
    <Section title={t('drawdowns/title')} aside={t('drawdowns/unit')}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{t('drawdowns/source')}</th>
            <th scope="col" className="number">
              {t('drawdowns/covered')}
            </th>
            <th scope="col" className="number">
              {t('drawdowns/ratio')}
            </th>
            <th scope="col" className="number">
              {t('drawdowns/deducted')}
            </th>
            <th scope="col" className="number">
              {t('drawdowns/left')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <td>
                {row.source === 'trial'
                  ? term('sources', 'trial')
                  : `${term('sources', 'package')} ${row.source}`}
              </td>
              <td className="number">{formatQuantity(row.rawMinutes)}</td>
              <td className="number">{t('drawdowns/times', { ratio: row.ratio })}</td>
              <td className="number">{formatQuantity(row.deducted)}</td>
              <td className="number">{formatQuantity(row.balanceAfter)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
