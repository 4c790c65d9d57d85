import { Button } from 'antd';
import { errorOf, useEngineQuery } from '../../client/engine-query';
import { Loading } from '../../components/Placeholder';
import { usePrivacy } from '../../components/use-privacy';
import { Notice } from '../../components/Notice';
import { Section } from '../../components/Section';
import { veiledDigits } from '../../format/privacy';
import { formatId, formatQuantity } from '../../format/decimal-text';
import { useWords, type Words } from '../../i18n/use-words';
import { Citation } from '../differences/Citation';
import { AccountForm } from './account/AccountForm';
import { AccountText } from './AccountText';
import { useAccountFile } from './use-account-file';

/** The account as stated, and everything that follows from it, each with its reason. */
export function AccountFacts() {
  const words = useWords();
  const { t, sentence, error } = words;
  const hidden = usePrivacy();
  const chooseFile = useAccountFile();
  const account = useEngineQuery('account.get', {});
  const workspace = useEngineQuery('workspace.current', {});
  if (account.isPending || workspace.isPending) return <Loading label={t('loading')} />;
  if (account.isError) return <Notice tone="error">{error(errorOf(account.error))}</Notice>;
  const { json, derived } = account.data;
  return (
    <>
      <Section title={t('account/derivedTitle')} aside={t('account/derivedLead')}>
        <table className="ledger">
          <tbody>
            {derived.map(({ fact, value, reason, params, reference, citation }) => (
              <tr key={fact}>
                <td>
                  {fact.startsWith('package:')
                    ? t('account/packageFact', { id: formatId(fact.slice('package:'.length)) })
                    : t(`facts/${fact}`)}
                </td>
                <td className="settings-value">{factValue(fact, value, words)}</td>
                <td className="muted">
                  {sentence('derived', reason, params)}
                  {reference !== undefined && <p>{t('account/reference', { reference })}</p>}
                  {citation && <Citation citation={citation} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <Section
        title={t('account/statedTitle')}
        aside={<Button onClick={chooseFile}>{t('account/fromFile')}</Button>}
      >
        {hidden || !workspace.data ? (
          <p className="muted">{t('privacy/hidden')}</p>
        ) : (
          <>
            <AccountForm json={json} path={workspace.data.path} />
            <details className="account-file">
              <summary>{t('account/asFile')}</summary>
              <AccountText key={json} json={json} />
            </details>
          </>
        )}
      </Section>
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
