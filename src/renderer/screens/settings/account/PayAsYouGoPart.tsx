import { useWords } from '../../../i18n/use-words';
import { ChoiceField } from './ChoiceField';
import { FormPart } from './FormPart';
import type { PartProps } from './part-props';
import { ReferenceField } from './ReferenceField';
import { TextField } from './TextField';

const KINDS = ['unstated', 'never', 'enabled'] as const;
const METHODS = ['first-app', 'console', 'automatic'] as const;

/** Whether pay-as-you-go is on, since when, and how it came on. */
export function PayAsYouGoPart({ draft, onChange, changed }: PartProps) {
  const { t } = useWords();
  const { payAsYouGo } = draft;
  const set = (change: Partial<typeof payAsYouGo>) =>
    onChange({ payAsYouGo: { ...payAsYouGo, ...change } });
  return (
    <FormPart
      title={t('account-form:parts/payAsYouGo')}
      lead={t('account-form:lead/payAsYouGo')}
      changed={changed}
    >
      <div className="account-grid">
        <ChoiceField
          label={t('account-form:parts/payAsYouGo')}
          value={payAsYouGo.kind}
          options={KINDS.map((value) => ({ value, label: t(`account-form:payAsYouGo/${value}`) }))}
          testId="pay-as-you-go"
          onChange={(kind) => set({ kind })}
        />
        {payAsYouGo.kind === 'enabled' && (
          <>
            <TextField
              path="payAsYouGo.enabledOn"
              label={t('account-form:payAsYouGo/enabledOn')}
              day
              value={payAsYouGo.enabledOn}
              onChange={(enabledOn) => set({ enabledOn })}
            />
            <ChoiceField
              label={t('account-form:payAsYouGo/method')}
              value={payAsYouGo.method}
              options={METHODS.map((value) => ({
                value,
                label: t(`account-form:methods/${value}`),
              }))}
              onChange={(method) => set({ method })}
            />
          </>
        )}
        <ReferenceField
          fact="payAsYouGo"
          of={t('account-form:parts/payAsYouGo')}
          stated={payAsYouGo.kind !== 'unstated'}
          draft={draft}
          onChange={onChange}
        />
      </div>
    </FormPart>
  );
}
