import { useWords } from '../../../i18n/use-words';
import { FormPart } from './FormPart';
import type { PartProps } from './part-props';
import { TextField } from './TextField';

const LIMITS = ['absolute', 'percent'] as const;

/** Up to how much a difference is let pass: it stays listed and is marked, and the tighter limit holds. */
export function LimitsPart({ draft, onChange, changed }: PartProps) {
  const { t } = useWords();
  const { limits } = draft;
  return (
    <FormPart
      title={t('account-form:parts/limits')}
      lead={t('account-form:lead/limits')}
      changed={changed}
    >
      <div className="account-grid">
        {LIMITS.map((name) => (
          <TextField
            key={name}
            path={`limits.${name}`}
            label={t(`account-form:limits/${name}`)}
            hint={t(`account-form:hints/limit-${name}`)}
            value={limits[name]}
            onChange={(value) => onChange({ limits: { ...limits, [name]: value } })}
          />
        ))}
      </div>
    </FormPart>
  );
}
