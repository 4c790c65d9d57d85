import { Button } from 'antd';
import { useEngineQuery } from '../../client/engine-query';
import { useWords } from '../../i18n/use-words';
import { useNavigation } from '../../state/navigation';
import { useAccountFile } from '../settings/use-account-file';

/** Without a stated account the audit stands on assumptions, and says which. */
export function AssumedAccount() {
  const { t, sentence } = useWords();
  const { go } = useNavigation();
  const chooseFile = useAccountFile();
  const account = useEngineQuery('account.get', {});
  if (account.data?.json !== null) return null;
  return (
    <section className="assumed" aria-label={t('account/assumedTitle')}>
      <h2>{t('account/assumedTitle')}</h2>
      <ul>
        {account.data.derived.map(({ fact, reason, params }) => (
          <li key={fact}>{sentence('derived', reason, params)}</li>
        ))}
      </ul>
      <p className="assumed-actions">
        <Button onClick={chooseFile}>{t('account/fromFile')}</Button>
        <Button onClick={() => go({ screen: 'settings' })}>{t('account/state')}</Button>
      </p>
    </section>
  );
}
