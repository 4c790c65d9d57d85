import { Button, Input } from 'antd';
import { useState } from 'react';
import { errorOf, useEngineMutation } from '../../client/engine-query';
import { Notice } from '../../components/Notice';
import { useWords } from '../../i18n/use-words';

/** Lines of the field; above so many it need not measure its text to know its height. */
const LINES = { minRows: 12, maxRows: 28 };
const isLong = (text: string) => text.split('\n', LINES.maxRows + 1).length > LINES.maxRows;

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
        {...(isLong(text) ? { rows: LINES.maxRows } : { autoSize: LINES })}
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
