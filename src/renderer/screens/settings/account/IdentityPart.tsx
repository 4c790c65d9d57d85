import { Fragment } from 'react';
import { siteField } from '../../../../shared/contract/prices';
import { useWords } from '../../../i18n/use-words';
import { ChoiceField } from './ChoiceField';
import { FormPart } from './FormPart';
import type { PartProps } from './part-props';
import { ReferenceField } from './ReferenceField';
import { TextField } from './TextField';

const TEXTS = ['name', 'uin'] as const;
const DAYS = ['registeredOn', 'firstAppOn'] as const;

/** Who, where, and since when: the facts that decide most. */
export function IdentityPart({ draft, onChange, changed }: PartProps) {
  const { t, term } = useWords();
  return (
    <FormPart title={t('account-form:parts/identity')} changed={changed}>
      <div className="account-grid">
        {TEXTS.map((field) => (
          <TextField
            key={field}
            path={field}
            label={t(`accountForm/${field}`)}
            value={draft[field]}
            onChange={(value) => onChange({ [field]: value })}
          />
        ))}
        <ChoiceField
          label={t('facts/site')}
          value={draft.site}
          options={siteField.options.map((value) => ({ value, label: term('sites', value) }))}
          onChange={(site) => onChange({ site })}
        />
        {DAYS.map((fact) => (
          <Fragment key={fact}>
            <TextField
              path={fact}
              label={t(`accountForm/${fact}`)}
              day
              value={draft[fact]}
              onChange={(value) => onChange({ [fact]: value })}
            />
            <ReferenceField
              fact={fact}
              of={t(`account-form:referenceOf/${fact}`)}
              stated={draft[fact] !== ''}
              draft={draft}
              onChange={onChange}
            />
          </Fragment>
        ))}
      </div>
    </FormPart>
  );
}
