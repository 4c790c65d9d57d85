import type { Output } from '../../../shared/contract/contract';
import { MoreRows } from '../../grids/MoreRows';
import { useFirstRows } from '../../grids/use-first-rows';
import { Unbroken } from '../../components/Unbroken';
import { formatId, formatQuantity } from '../../format/decimal-text';
import { veiledDigits } from '../../format/privacy';
import { useWords, type Words } from '../../i18n/use-words';
import { Citation } from '../../evidence/Citation';

/** So many are listed at once: each package is a fact. */
const PAGE = 30;

/** What follows from the account, fact by fact, with its reason and where it can be looked up. */
export function DerivedFacts({ derived }: Pick<Output<'account.get'>, 'derived'>) {
  const words = useWords();
  const { t, sentence } = words;
  const { shown, readOn } = useFirstRows(derived, PAGE);
  return (
    <>
      <table className="ledger" data-testid="derived-facts">
        <tbody>
          {shown.map(({ fact, value, reason, params, reference, citation }) => (
            <tr key={fact}>
              <td className="settings-value">
                {fact.startsWith('package:')
                  ? t('account/packageFact', { id: formatId(fact.slice('package:'.length)) })
                  : t(`facts/${fact}`)}
              </td>
              <td className="settings-value">{factValue(fact, value, words)}</td>
              <td className="muted">
                <Unbroken text={sentence('derived', reason, params)} />
                {reference !== undefined && <p>{t('account/reference', { reference })}</p>}
                {citation && <Citation citation={citation} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreRows shown={shown.length} total={derived.length} readOn={readOn} testId="more-facts" />
    </>
  );
}

/** Words for the values that have a name in the terms; days and minutes stand as they are. */
function factValue(fact: string, value: string, { t, term }: Words): string {
  switch (fact) {
    case 'settlement':
      return term('settlement', value);
    case 'billMonthBasis':
      return term('billMonthBases', value);
    case 'site':
      return term('sites', value);
    case 'meteringScope':
    case 'meteringPeriod':
    case 'arrears':
      return t(`values/${value}`);
    default: {
      if (value === 'unknown' || value === 'none') return t(`values/${value}`);
      const minutes = /^(\d+), (.*)$/.exec(value);
      return veiledDigits(
        minutes
          ? t('values/minutes', {
              minutes: formatQuantity(minutes[1] ?? ''),
              days: minutes[2] ?? '',
            })
          : value,
      );
    }
  }
}
