import type { JudgedComparison } from '../../../shared/contract/audits';
import { Amount, Difference } from '../../components/Amount';
import { Section } from '../../components/Section';
import { amountDecimals, decimalParts } from '../../format/decimal-text';
import { Unbroken } from '../../components/Unbroken';
import { useWords } from '../../i18n/use-words';

/** Each cause with its evidence and its share of the money; what is left has no cause yet. */
export function CauseShares({ comparison }: { readonly comparison: JudgedComparison }) {
  const { t, term, sentence } = useWords();
  const { causes, unexplained } = comparison;
  const rest = decimalParts(unexplained, 2)?.zero === false;
  const decimals = Math.max(
    amountDecimals(unexplained),
    ...causes.map(({ amount }) => amountDecimals(amount)),
  );
  return (
    <Section
      title={t('explain/causes')}
      aside={
        <>
          {t('explain/tolerance')} <Amount value={comparison.tolerance} />
          {comparison.limit !== null && (
            <>
              {' · '}
              {t('decisions:panel/limit')} <Amount value={comparison.limit} />
            </>
          )}
        </>
      }
    >
      {causes.length === 0 && !rest && (
        <p className="muted overview-none">{t('explain/noCause')}</p>
      )}
      <table className="ledger">
        <tbody>
          {causes.map(({ cause, amount, evidence }, index) => (
            <tr key={index}>
              <td>
                <strong>{term('causes', cause)}</strong>
                <p>
                  <Unbroken text={sentence('evidence', evidence.code, evidence.params)} />
                </p>
              </td>
              <td className="number">
                <Difference value={amount} decimals={decimals} />
              </td>
            </tr>
          ))}
          {rest && (
            <tr>
              <td>{term('headline', 'unexplained')}</td>
              <td className="number">
                <Difference value={unexplained} decimals={decimals} />
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </Section>
  );
}
