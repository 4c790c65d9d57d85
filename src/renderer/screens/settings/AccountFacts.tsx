import { Button } from 'antd';
import { useState } from 'react';
import { errorOf, useEngineQuery } from '../../client/engine-query';
import { Afterwards } from '../../components/Afterwards';
import { Loading } from '../../components/Placeholder';
import { usePrivacy } from '../../components/use-privacy';
import { Notice } from '../../components/Notice';
import { Section } from '../../components/Section';
import { useWords } from '../../i18n/use-words';
import { AccountForm } from './account/AccountForm';
import { AccountText } from './AccountText';
import { DerivedFacts } from './DerivedFacts';
import { useAccountFile } from './use-account-file';

/** The account as stated, and everything that follows from it, each with its reason. */
export function AccountFacts() {
  const { t, error } = useWords();
  const hidden = usePrivacy();
  const chooseFile = useAccountFile();
  /** Whether the file was ever looked at: a field that fits its height to its text is dear to draw. */
  const [asked, setAsked] = useState(false);
  const account = useEngineQuery('account.get', {});
  const workspace = useEngineQuery('workspace.current', {});
  if (account.isPending || workspace.isPending) return <Loading label={t('loading')} />;
  if (account.isError) return <Notice tone="error">{error(errorOf(account.error))}</Notice>;
  const { json, derived } = account.data;
  return (
    <>
      <Section title={t('account/derivedTitle')} aside={t('account/derivedLead')}>
        <DerivedFacts derived={derived} />
      </Section>
      <Afterwards>
        <Section
          title={t('account/statedTitle')}
          aside={<Button onClick={chooseFile}>{t('account/fromFile')}</Button>}
        >
          {hidden || !workspace.data ? (
            <p className="muted">{t('privacy/hidden')}</p>
          ) : (
            <>
              <AccountForm json={json} path={workspace.data.path} />
              <details
                className="account-file"
                onToggle={({ currentTarget }) => {
                  if (currentTarget.open) setAsked(true);
                }}
              >
                <summary>{t('account/asFile')}</summary>
                {asked && <AccountText key={json} json={json} />}
              </details>
            </>
          )}
        </Section>
      </Afterwards>
    </>
  );
}
