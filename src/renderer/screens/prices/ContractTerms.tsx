import type { ContractTermRow } from '../../../shared/contract/prices';
import { Section } from '../../components/Section';
import { MoreRows } from '../../grids/MoreRows';
import { useFirstRows } from '../../grids/use-first-rows';
import { dayBefore } from '../../format/day-text';
import { formatPrice } from '../../format/decimal-text';
import { veiledDigits } from '../../format/privacy';
import { useWords } from '../../i18n/use-words';

/** So many terms are listed at once; a framework contract has hundreds. */
const PAGE = 50;
const NO_TERMS: readonly ContractTermRow[] = [];

/** What the account agreed on: it goes before the published price on its days. */
export function ContractTerms({ terms }: { readonly terms: readonly ContractTermRow[] | null }) {
  const { t, term, sentence } = useWords();
  const { shown, readOn } = useFirstRows(terms ?? NO_TERMS, PAGE);
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
                {t('price-compare:contract/list')}
              </th>
              <th scope="col" className="number">
                {t('prices/agreed')}
              </th>
              <th scope="col" className="number">
                {t('price-compare:contract/pays')}
              </th>
              <th scope="col">{t('prices/reference')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.flatMap((one, index) =>
              one.stretches.map((stretch, part) => (
                <tr key={`${index}/${stretch.from}`}>
                  <td>{part === 0 ? term('items', one.item) : ''}</td>
                  <td className="price-days">
                    {stretch.to === null
                      ? t('prices/since', { from: stretch.from })
                      : `${stretch.from} – ${dayBefore(stretch.to)}`}
                    {!stretch.holds && (
                      <span className="muted price-as">
                        {t('price-compare:contract/overtaken')}
                      </span>
                    )}
                  </td>
                  <td className="number">
                    {stretch.listPrice === null
                      ? t('price-compare:contract/noList')
                      : formatPrice(stretch.listPrice)}
                  </td>
                  <td className="number">
                    {one.discount === null
                      ? formatPrice(one.price ?? '')
                      : t('unit/factor', { value: formatPrice(one.discount) })}
                  </td>
                  <td className="number">
                    {stretch.unitPrice === null ? '—' : formatPrice(stretch.unitPrice)}
                    {stretch.unit !== null && (
                      <span className="muted price-unit">
                        {' '}
                        {sentence('prices', `units/${stretch.unit}`)}
                      </span>
                    )}
                  </td>
                  <td>{part === 0 ? veiledDigits(one.reference) : ''}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      )}
      <MoreRows
        shown={shown.length}
        total={terms?.length ?? 0}
        readOn={readOn}
        testId="more-contract-terms"
      />
    </Section>
  );
}
