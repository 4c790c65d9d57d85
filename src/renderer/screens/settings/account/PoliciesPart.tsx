import type { PolicyRow } from '../../../../shared/contract/account-form';
import { errorOf, useEngineQuery } from '../../../client/engine-query';
import { CitationText } from '../../../evidence/CitationText';
import { Notice } from '../../../components/Notice';
import { isWrittenDay } from '../../../days/written-day';
import { useWords } from '../../../i18n/use-words';
import { ChoiceField } from './ChoiceField';
import { FormPart } from './FormPart';
import type { PartProps } from './part-props';
import { ReferenceField } from './ReferenceField';
import { TextField } from './TextField';

/** A day of one's own may be written, or one of several ways be taken; the rest is settled and only said. */
const isOpen = ({ treatment, choices, default: usual }: PolicyRow) =>
  treatment === 'choice' && (choices.length > 1 || isWrittenDay(usual));

/** Where the provider's texts conflict or are silent: what Recount does, what else it could do, and who says so. */
export function PoliciesPart({ draft, onChange, changed }: PartProps) {
  const { t, error } = useWords();
  const policies = useEngineQuery('account.policies', {});
  const all = policies.data ?? [];
  return (
    <FormPart
      title={t('account-form:parts/policy')}
      lead={t('account-form:lead/policy')}
      changed={changed}
    >
      {policies.isError && <Notice tone="error">{error(errorOf(policies.error))}</Notice>}
      <ul className="account-policies">
        {all.filter(isOpen).map((policy) => (
          <OpenPolicy key={policy.id} policy={policy} draft={draft} onChange={onChange} />
        ))}
      </ul>
      <details>
        <summary>
          {t('account-form:policy/settled', { count: all.filter((p) => !isOpen(p)).length })}
        </summary>
        <ul className="account-policies">
          {all
            .filter((policy) => !isOpen(policy))
            .map((policy) => (
              <li key={policy.id}>
                <PolicyWords policy={policy} />
                <div>{t(`policies:${policy.id}/choices/${policy.value}`)}</div>
              </li>
            ))}
        </ul>
      </details>
    </FormPart>
  );
}

function OpenPolicy({
  policy,
  draft,
  onChange,
}: Omit<PartProps, 'changed'> & { readonly policy: PolicyRow }) {
  const { t } = useWords();
  const { id, choices, default: usual } = policy;
  const value = draft.policy[id] ?? '';
  const differs = value !== '' && value !== usual;
  const title = t(`policies:${id}/title`);
  const set = (text: string) => onChange({ policy: { ...draft.policy, [id]: text } });
  return (
    <li className={differs ? 'account-policy-changed' : ''} data-testid={`policy-${id}`}>
      <PolicyWords policy={policy} />
      <div className="account-policy-choice">
        {choices.length > 1 ? (
          <ChoiceField
            bare
            label={title}
            value={value || usual}
            options={choices.map((choice) => ({
              value: choice,
              label:
                choice === usual
                  ? t('account-form:policy/usual', {
                      choice: t(`policies:${id}/choices/${choice}`),
                    })
                  : t(`policies:${id}/choices/${choice}`),
            }))}
            onChange={(choice) => set(choice === usual ? '' : choice)}
          />
        ) : (
          <TextField
            bare
            day={isWrittenDay(usual)}
            path={`policy.${id}`}
            label={title}
            hint={usual}
            value={value}
            onChange={set}
          />
        )}
        {differs && <span className="account-changed">{t('account-form:policy/changed')}</span>}
        <ReferenceField fact={id} of={title} stated={differs} draft={draft} onChange={onChange} />
      </div>
    </li>
  );
}

function PolicyWords({ policy: { id, conflict, citation } }: { readonly policy: PolicyRow }) {
  const { t } = useWords();
  return (
    <div className="account-policy-words">
      <strong>{t(`policies:${id}/title`)}</strong>
      {conflict !== null && <span className="muted"> {conflict}</span>}
      <p>{t(`policies:${id}/why`)}</p>
      <p className="muted">
        {t('account-form:source')} <CitationText citation={citation} />
      </p>
    </div>
  );
}
