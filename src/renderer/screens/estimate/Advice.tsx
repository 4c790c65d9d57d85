import type { AdviceRow } from '../../../shared/contract/estimates';
import { Amount } from '../../components/Amount';
import { formatCount, formatQuantity } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';

/** Which packages cost least, what they cost together with the rest, and what of them expires unused. */
export function Advice({ advice }: { readonly advice: AdviceRow }) {
  const { t, sentence } = useWords();
  if (advice.offers === 0) return <p className="muted plan-note">{t('estimate:noOffers')}</p>;
  if (advice.packages.length === 0) return <p className="plan-note">{t('estimate:noneCheaper')}</p>;
  return (
    <>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{t('estimate:package')}</th>
            {(['size', 'count', 'amount'] as const).map((column) => (
              <th key={column} scope="col" className="number">
                {t(`estimate:${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {advice.packages.map(({ offerId, custom, minutes, count, price }) => (
            <tr key={offerId}>
              <td>{t(custom ? 'estimate:customSize' : 'estimate:fixedSize')}</td>
              <td className="number">{formatQuantity(minutes)}</td>
              <td className="number">{formatCount(count)}</td>
              <td className="number">
                <Amount value={price} />
              </td>
            </tr>
          ))}
          <tr>
            <td colSpan={3}>{t('estimate:rest')}</td>
            <td className="number">
              <Amount value={advice.rest} />
            </td>
          </tr>
          <tr className="ledger-total">
            <td colSpan={3}>{t('estimate:total')}</td>
            <td className="number">
              <Amount value={advice.total} />
            </td>
          </tr>
        </tbody>
      </table>
      <p className="plan-note">
        {sentence('estimate', 'saving', {
          savingAmount: advice.saving,
          fullAmount: advice.payAsYouGo,
          packageAmount: advice.packagePrice,
        })}
      </p>
      <p className={advice.unusedPackageMinutes > 0 ? 'plan-note plan-expires' : 'plan-note'}>
        {sentence('estimate', 'unused', {
          usedMinutes: advice.usedPackageMinutes,
          unusedMinutes: advice.unusedPackageMinutes,
          through: advice.usableThrough,
        })}
      </p>
    </>
  );
}
