import { useState } from 'react';
import { MoreRows } from '../../../grids/MoreRows';
import { useFirstRows } from '../../../grids/use-first-rows';
import { useWords } from '../../../i18n/use-words';
import { ChoiceField } from './ChoiceField';
import { NEW_PACKAGE, type PackageDraft } from './draft';
import { useFormProblems } from './form-problems';
import { FormPart } from './FormPart';
import { replaced, type PartProps } from './part-props';
import { AddRow, RemoveRow } from './row-buttons';
import { TextField } from './TextField';
import { useRowFocus } from './use-row-focus';

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

/** Which package a field is of; -1: of none. */
const indexOf = (path: string) => Number(/^packages\[(\d+)\]/.exec(path)?.[1] ?? -1);

/** Packages of minutes: what was bought, when, and what is known of its balance. */
export function PackagesPart({ draft, onChange, changed }: PartProps) {
  const { t } = useWords();
  const { list, focusLast, focusAdd } = useRowFocus();
  const { packages } = draft;
  const { problems } = useFormProblems();
  const [added, setAdded] = useState(false);
  // What is wrong has to be there to be gone to, and so has what was just added.
  const wrong = Math.max(-1, ...problems.map(({ path }) => indexOf(path))) + 1;
  const { shown, readOn } = useFirstRows(packages, PAGE, added ? packages.length : wrong);
  return (
    <FormPart
      title={t('account-form:parts/packages')}
      lead={t('account-form:lead/packages')}
      changed={changed}
    >
      <div ref={list}>
        {shown.map((pack, index) => (
          <PackageFields
            key={pack.key}
            pack={pack}
            index={index}
            onChange={(change) => onChange({ packages: replaced(packages, pack.key, change) })}
            onRemove={() => {
              onChange({ packages: packages.filter(({ key }) => key !== pack.key) });
              focusAdd();
            }}
          />
        ))}
        <MoreRows
          shown={shown.length}
          total={packages.length}
          readOn={readOn}
          testId="more-packages"
        />
        <AddRow
          label={t('account-form:add/packages')}
          testId="add-package"
          onAdd={() => {
            onChange({ packages: [...packages, { key: crypto.randomUUID(), ...NEW_PACKAGE }] });
            setAdded(true);
            focusLast();
          }}
        />
      </div>
    </FormPart>
  );
}

function PackageFields({
  pack,
  index,
  onChange,
  onRemove,
}: {
  readonly pack: PackageDraft;
  readonly index: number;
  readonly onChange: (change: Partial<PackageDraft>) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useWords();
  const title = t('account-form:packages/title', { number: index + 1 });
  return (
    <div className="account-card" role="group" aria-label={title} data-row="">
      <div className="account-card-head">
        <strong>{title}</strong>
        <RemoveRow what={pack.id || title} onRemove={onRemove} />
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
            onChange={(value) => onChange({ [field]: value })}
          />
        ))}
        <ChoiceField
          label={t('account-form:packages/tier')}
          value={TIERS.find((tier) => tier === pack.tier) ?? ''}
          options={TIERS.map((value) => ({
            value,
            label: t(`account-form:tiers/${value || 'general'}`),
          }))}
          onChange={(tier) => onChange({ tier })}
        />
      </div>
    </div>
  );
}
