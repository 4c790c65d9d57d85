import { memo, useCallback } from 'react';
import { MoreRows } from '../../../grids/MoreRows';
import { useWords } from '../../../i18n/use-words';
import { ChoiceField } from './ChoiceField';
import { NEW_PACKAGE, type PackageDraft } from './draft';
import { FormPart } from './FormPart';
import { replaced, type PartProps } from './part-props';
import { AddRow, RemoveRow } from './row-buttons';
import { TextField } from './TextField';
import type { PlacedRow } from './rows-in-form';
import { useRowFocus } from './use-row-focus';
import { useRowsInForm } from './use-rows-in-form';

const TIERS = ['', 'audio', 'sd', 'hd'] as const;
const FIELDS = [
  ['id', 'id', null],
  ['name', 'name', null],
  ['minutes', 'minutes', null],
  ['price', 'price', 'money'],
  ['purchasedAt', 'purchasedAt', 'time'],
  ['expiresOn', 'expiresOn', 'derivedDay'],
  ['remainingMinutes', 'remaining.minutes', 'full'],
  ['remainingAsOf', 'remaining.asOf', 'day'],
  ['apps', 'apps', 'allApps'],
  ['reference', 'reference', 'reference'],
] as const;

/** So many are in the form at once: each has a dozen fields. */
const PAGE = 20;

/** Packages of minutes: what was bought, when, and what is known of its balance. */
export function PackagesPart({ draft, onChange, changed }: PartProps) {
  const { t } = useWords();
  const { list, focusLast, focusAdd } = useRowFocus();
  const { packages } = draft;
  const rows = useRowsInForm(packages, 'packages', PAGE);
  const edit = useCallback(
    (of: string, change: Partial<PackageDraft>) =>
      onChange((last) => ({ packages: replaced(last.packages, of, change) })),
    [onChange],
  );
  const remove = useCallback(
    (of: string) => {
      onChange((last) => ({ packages: last.packages.filter(({ key }) => key !== of) }));
      focusAdd();
    },
    [onChange, focusAdd],
  );
  const card = ({ row: pack, index }: PlacedRow<PackageDraft>) => (
    <PackageFields key={pack.key} pack={pack} index={index} onChange={edit} onRemove={remove} />
  );
  return (
    <FormPart
      title={t('account-form:parts/packages')}
      lead={t('account-form:lead/packages')}
      changed={changed}
    >
      <div ref={list}>
        {rows.first.map(card)}
        <MoreRows {...rows.more} testId="more-packages" />
        {rows.further.map(card)}
        <AddRow
          label={t('account-form:add/packages')}
          testId="add-package"
          onAdd={() => {
            const key = crypto.randomUUID();
            onChange((last) => ({ packages: [...last.packages, { key, ...NEW_PACKAGE }] }));
            rows.keep(key);
            focusLast();
          }}
        />
      </div>
    </FormPart>
  );
}

const PackageFields = memo(function PackageFields({
  pack,
  index,
  onChange,
  onRemove,
}: {
  readonly pack: PackageDraft;
  readonly index: number;
  readonly onChange: (key: string, change: Partial<PackageDraft>) => void;
  readonly onRemove: (key: string) => void;
}) {
  const { t } = useWords();
  const title = t('account-form:packages/title', { number: index + 1 });
  return (
    <div className="account-card" role="group" aria-label={title} data-row="">
      <div className="account-card-head">
        <strong>{title}</strong>
        <RemoveRow what={pack.id || title} onRemove={() => onRemove(pack.key)} />
      </div>
      <div className="account-grid">
        {FIELDS.map(([field, path, hint]) => (
          <TextField
            key={field}
            path={`packages[${index}].${path}`}
            label={t(`account-form:packages/${field}`)}
            day={hint === 'day' || hint === 'derivedDay'}
            {...(hint === null ? {} : { hint: t(`account-form:hints/${hint}`) })}
            value={pack[field]}
            onChange={(value) => onChange(pack.key, { [field]: value })}
          />
        ))}
        <ChoiceField
          label={t('account-form:packages/tier')}
          value={TIERS.find((tier) => tier === pack.tier) ?? ''}
          options={TIERS.map((value) => ({
            value,
            label: t(`account-form:tiers/${value || 'general'}`),
          }))}
          onChange={(tier) => onChange(pack.key, { tier })}
        />
      </div>
    </div>
  );
});
