import type { ContractTermRow } from '../../../shared/contract/prices';
import { Section } from '../../components/Section';
import { dayBefore } from '../../format/day-text';
import { formatPrice } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';

/** What the account agreed on: it goes before the published price on its days. */
export function ContractTerms({ terms }: { readonly terms: readonly ContractTermRow[] | null }) {
  const { t, term } = useWords();
  return (
    <Section title={t('prices/contract')} aside={t('prices/contractLead')}>
      {terms === null || terms.length === 0 ? (
        <p className="muted overview-none">
          {t(terms === null ? 'prices/noAccount' : 'prices/noContract')}
        </p>
      ) : (
        <table className="ledger prices" data-testid="contract-terms">
          <thead>
            <tr>
              <th scope="col">{t('columns/item')}</th>
              <th scope="col">{t('prices/days')}</th>
              <th scope="col" className="number">
                {t('prices/agreed')}
              </th>
              <th scope="col">{t('prices/reference')}</th>
            </tr>
          </thead>
          <tbody>
            {terms.map((one, index) => (
              <tr key={index}>
                <td>{term('items', one.item)}</td>
                <td>
                  {one.to === null
                    ? t('prices/since', { from: one.from })
                    : `${one.from} – ${dayBefore(one.to)}`}
                </td>
                <td className="number">
                  {one.discount === null
                    ? formatPrice(one.price ?? '')
                    : t('unit/factor', { value: formatPrice(one.discount) })}
                </td>
                <td>{one.reference}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
