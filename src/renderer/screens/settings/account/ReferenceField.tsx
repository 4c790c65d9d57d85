import { useWords } from '../../../i18n/use-words';
import type { PartProps } from './part-props';
import { TextField } from './TextField';

/** Where a stated fact can be looked up; asked for only where there is a fact to look up. */
export function ReferenceField({
  fact,
  of,
  stated,
  draft,
  onChange,
}: Omit<PartProps, 'changed'> & {
  readonly fact: string;
  readonly of: string;
  readonly stated: boolean;
}) {
  const { t } = useWords();
  const value = draft.references[fact] ?? '';
  if (!stated && value === '') return null;
  return (
    <TextField
      path={`references.${fact}`}
      label={t('account-form:reference', { of })}
      hint={t('account-form:hints/reference')}
      value={value}
      onChange={(text) => onChange({ references: { ...draft.references, [fact]: text } })}
    />
  );
}
