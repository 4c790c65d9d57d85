import { Button } from 'antd';
import { useState } from 'react';
import type { ItemRule } from '../../../../shared/contract/item-rules';
import { errorOf, useEngineMutation, useEngineQuery } from '../../../client/engine-query';
import { Section } from '../../../components/Section';
import { useWords } from '../../../i18n/use-words';
import { useNotices } from '../../../state/notices';
import { RuleForm } from './RuleForm';
import { UnknownComponents } from './UnknownComponents';
import './ItemRules.css';

/** The user's own rules for which item a bill line is for, and the lines for which none is known. */
export function ItemRulesPanel() {
  const { t, term } = useWords();
  const { show } = useNotices();
  const told = useEngineQuery('imports.itemRules', {});
  const set = useEngineMutation('imports.setItemRules');
  /** The text that a new rule begins with. */
  const [contains, setContains] = useState('');
  if (!told.data) return null;
  const { rules, unknown } = told.data;
  const save = (next: readonly ItemRule[]) =>
    set.mutate(
      { rules: [...next] },
      {
        onSuccess: () => {
          setContains('');
          show({ tone: 'success', text: ({ t }) => t('mapping:rules/saved') });
        },
        onError: (thrown) => show({ tone: 'error', text: ({ error }) => error(errorOf(thrown)) }),
      },
    );
  return (
    <Section title={t('mapping:rules/title')}>
      <p className="muted item-rules-hint">
        {t(rules.length === 0 ? 'mapping:rules/empty' : 'mapping:rules/hint')}
      </p>
      {rules.length > 0 && (
        <table className="ledger" data-testid="item-rules">
          <thead>
            <tr>
              <th scope="col">{t('mapping:rules/contains')}</th>
              <th scope="col">{t('mapping:rules/item')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('mapping:profiles/actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rules.map((rule) => (
              <tr key={rule.contains}>
                <td>{rule.contains}</td>
                <td className={rule.item === null ? 'muted' : undefined}>
                  {rule.item === null ? t('mapping:rules/noItem') : term('items', rule.item)}
                </td>
                <td className="number">
                  <Button
                    size="small"
                    loading={set.isPending}
                    aria-label={t('mapping:rules/remove', { contains: rule.contains })}
                    onClick={() => save(rules.filter((one) => one !== rule))}
                  >
                    {t('mapping:profiles/remove')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <RuleForm
        key={contains}
        contains={contains}
        rules={rules}
        busy={set.isPending}
        onAdd={(rule) => save([...rules, rule])}
      />
      {unknown.length > 0 && <UnknownComponents unknown={unknown} onRule={setContains} />}
    </Section>
  );
}
