import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { RULE_ITEMS, type ItemRule } from '../../../../shared/contract/item-rules';
import { Choice } from '../../../components/Choice';
import { useWords } from '../../../i18n/use-words';

/** Rules compare text whatever its width and case. */
const compared = (text: string) => text.normalize('NFKC').toLowerCase().trim();

/** Adds a rule; `contains`: the text that it begins with. */
export function RuleForm({
  contains,
  rules,
  busy,
  onAdd,
}: {
  readonly contains: string;
  readonly rules: readonly ItemRule[];
  readonly busy: boolean;
  readonly onAdd: (rule: ItemRule) => void;
}) {
  const { t, term } = useWords();
  const textField = useId();
  const [text, setText] = useState(contains);
  const [item, setItem] = useState<string>(RULE_ITEMS[0] ?? '');
  const twice = rules.some((rule) => compared(rule.contains) === compared(text));
  return (
    <form
      className="item-rules-form"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd({ contains: text.trim(), item: RULE_ITEMS.find((one) => one === item) ?? null });
      }}
    >
      <label htmlFor={textField}>
        <span>{t('mapping:rules/contains')}</span>
        <Input
          id={textField}
          autoFocus={contains !== ''}
          value={text}
          maxLength={200}
          data-testid="item-rule-text"
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <label>
        <span>{t('mapping:rules/item')}</span>
        <Choice
          label={t('mapping:rules/item')}
          testId="item-rule-item"
          value={item}
          options={[
            ...RULE_ITEMS.map((value: string) => ({ value, label: term('items', value) })),
            { value: '', label: t('mapping:rules/noItem') },
          ]}
          onChange={setItem}
        />
      </label>
      <Button
        htmlType="submit"
        loading={busy}
        disabled={text.trim() === '' || twice}
        data-testid="item-rule-add"
      >
        {t('mapping:rules/add')}
      </Button>
      {twice && (
        <p role="alert" className="item-rules-problem">
          {t('mapping:rules/twice')}
        </p>
      )}
    </form>
  );
}
