import { Button, Input } from 'antd';
import { useState } from 'react';
import { errorOf, useEngineMutation } from '../../client/engine-query';
import { Notice } from '../../components/Notice';
import { useWords } from '../../i18n/use-words';

const BLANK = {
  name: '',
  site: 'cn',
  uin: '',
  registeredOn: '2023-01-01',
  apps: [{ sdkAppId: '', createdOn: '2023-01-01' }],
  payAsYouGo: { enabledOn: '2023-01-01', method: 'first-app' },
  packages: [],
  contract: [],
  policy: {},
};

/** The stated facts in the format of account.json, to be changed in place; the engine says which field is wrong. */
export function AccountText({ json }: { readonly json: string | null }) {
  const { t, error } = useWords();
  const [text, setText] = useState(json ?? JSON.stringify(BLANK, null, 2));
  const save = useEngineMutation('account.set');
  return (
    <div className="account-text">
      <Input.TextArea
        value={text}
        onChange={(event) => setText(event.target.value)}
        aria-label={t('account/statedTitle')}
        spellCheck={false}
        autoSize={{ minRows: 12, maxRows: 28 }}
      />
      {save.isError && <Notice tone="error">{error(errorOf(save.error))}</Notice>}
      <p>
        <Button
          type="primary"
          loading={save.isPending}
          disabled={text === json}
          onClick={() => save.mutate({ json: text })}
        >
          {t('account/save')}
        </Button>
      </p>
    </div>
  );
}
