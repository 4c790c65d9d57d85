import { useWords } from '../../../i18n/use-words';
import { ChoiceField } from './ChoiceField';
import { FormPart } from './FormPart';
import type { PartProps } from './part-props';
import { ReferenceField } from './ReferenceField';

const OVERRIDES = [
  ['settlement', ['daily', 'monthly'], 'settlement'],
  ['billMonthBasis', ['usage', 'deduction'], 'billMonthBases'],
] as const;

/** Facts that are derived unless something else was agreed. */
export function OverridesPart({ draft, onChange, changed }: PartProps) {
  const { t, term } = useWords();
  return (
    <FormPart
      title={t('account-form:parts/overrides')}
      lead={t('account-form:lead/overrides')}
      changed={changed}
    >
      <div className="account-grid">
        {OVERRIDES.map(([fact, values, group]) => (
          <ChoiceField
            key={fact}
            label={t(`facts/${fact}`)}
            value={draft[fact]}
            options={[
              { value: '', label: t('account-form:derived') },
              ...values.map((value) => ({ value, label: term(group, value) })),
            ]}
            testId={`override-${fact}`}
            onChange={(value) => onChange({ [fact]: value })}
          />
        ))}
        {OVERRIDES.map(([fact]) => (
          <ReferenceField
            key={fact}
            fact={fact}
            of={t(`facts/${fact}`)}
            stated={draft[fact] !== ''}
            draft={draft}
            onChange={onChange}
          />
        ))}
      </div>
    </FormPart>
  );
}
