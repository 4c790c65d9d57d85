import { Button, Input } from 'antd';
import { useState } from 'react';
import { errorOf, useEngineMutation } from '../../client/engine-query';
import { Choice } from '../../components/Choice';
import { Notice } from '../../components/Notice';
import { useWords } from '../../i18n/use-words';
import { mergeFacts, readFacts, SITES, type BasicFacts } from './basic-facts';

const TEXTS = ['name', 'uin'] as const;
const DAYS = ['registeredOn', 'firstAppOn'] as const;

/** The facts that decide most: who, where, and since when. What else the account states is kept. */
export function AccountForm({ json }: { readonly json: string | null }) {
  const { t, term, error } = useWords();
  const [facts, setFacts] = useState<BasicFacts>(() => readFacts(json));
  const save = useEngineMutation('account.set');
  const set = (change: Partial<BasicFacts>) => setFacts({ ...facts, ...change });
  return (
    <form
      className="account-form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ json: mergeFacts(json, facts) });
      }}
    >
      {TEXTS.map((field) => (
        <label key={field}>
          <span className="muted">{t(`accountForm/${field}`)}</span>
          <Input value={facts[field]} onChange={(event) => set({ [field]: event.target.value })} />
        </label>
      ))}
      <label>
        <span className="muted">{t('facts/site')}</span>
        <Choice
          label={t('facts/site')}
          value={facts.site}
          options={SITES.map((value) => ({ value, label: term('sites', value) }))}
          onChange={(site) => set({ site })}
        />
      </label>
      {DAYS.map((field) => (
        <label key={field}>
          <span className="muted">{t(`accountForm/${field}`)}</span>
          <Input value={facts[field]} onChange={(event) => set({ [field]: event.target.value })} />
        </label>
      ))}
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t('account/save')}
      </Button>
      {save.isError && <Notice tone="error">{error(errorOf(save.error))}</Notice>}
    </form>
  );
}
