import { useWords } from '../../../i18n/use-words';
import { ChoiceField } from './ChoiceField';
import { FormPart } from './FormPart';
import type { PartProps } from './part-props';
import { TextField } from './TextField';

const KINDS = ['derived', 'none', 'granted'] as const;
const FIELDS = [
  ['grantedOn', 'trial.grantedOn', 'day'],
  ['minutes', 'trial.minutes', 'trialMinutes'],
  ['expiresOn', 'trial.expiresOn', 'derivedDay'],
  ['remainingMinutes', 'trial.remaining.minutes', 'full'],
  ['remainingAsOf', 'trial.remaining.asOf', 'day'],
  ['reference', 'trial.reference', 'reference'],
] as const;

/** The free minutes of a new account. */
export function TrialPart({ draft, onChange, changed }: PartProps) {
  const { t } = useWords();
  const { trial } = draft;
  const set = (change: Partial<typeof trial>) => onChange({ trial: { ...trial, ...change } });
  return (
    <FormPart
      title={t('account-form:parts/trial')}
      lead={t('account-form:lead/trial')}
      changed={changed}
    >
      <div className="account-grid">
        <ChoiceField
          label={t('account-form:parts/trial')}
          value={trial.kind}
          options={KINDS.map((value) => ({ value, label: t(`account-form:trial/${value}`) }))}
          testId="trial-kind"
          onChange={(kind) => set({ kind })}
        />
        {trial.kind === 'granted' &&
          FIELDS.map(([field, path, hint]) => (
            <TextField
              key={field}
              path={path}
              label={t(`account-form:trial/${field}`)}
              day={hint === 'day' || hint === 'derivedDay'}
              hint={t(`account-form:hints/${hint}`)}
              value={trial[field]}
              onChange={(value) => set({ [field]: value })}
            />
          ))}
      </div>
    </FormPart>
  );
}
