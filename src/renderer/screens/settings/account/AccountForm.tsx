import { useRef, useState } from 'react';
import type { AccountProblemRow } from '../../../../shared/contract/account-form';
import { ask, errorOf } from '../../../client/engine-query';
import { Notice } from '../../../components/Notice';
import { useWords } from '../../../i18n/use-words';
import { useAccountDraft } from '../../../state/account-draft';
import { useNotices } from '../../../state/notices';
import { AppsPart } from './AppsPart';
import { ContractPart } from './ContractPart';
import type { AccountDraft, DraftPart } from './draft';
import { wholeFileProblems } from './field-problems';
import { FormProblems } from './form-problems';
import { IdentityPart } from './IdentityPart';
import { LimitsPart } from './LimitsPart';
import { OverridesPart } from './OverridesPart';
import { PackagesPart } from './PackagesPart';
import { PayAsYouGoPart } from './PayAsYouGoPart';
import { PoliciesPart } from './PoliciesPart';
import { readDraft } from './read-draft';
import { SaveBar } from './SaveBar';
import { TrialPart } from './TrialPart';
import { changedParts, writeDraft } from './write-draft';
import './AccountForm.css';

const PARTS = {
  identity: IdentityPart,
  apps: AppsPart,
  payAsYouGo: PayAsYouGoPart,
  trial: TrialPart,
  packages: PackagesPart,
  contract: ContractPart,
  overrides: OverridesPart,
  limits: LimitsPart,
  policy: PoliciesPart,
} as const satisfies Readonly<Record<DraftPart, unknown>>;

/**
 * Everything an account can state, as a form. The engine judges it as a whole and says which fields are wrong;
 * what was typed and not saved is kept while other screens are looked at.
 */
export function AccountForm({
  json,
  path,
}: {
  readonly json: string | null;
  /** The workspace that the account is in. */
  readonly path: string;
}) {
  const { t, error } = useWords();
  const { show } = useNotices();
  const { kept, keep } = useAccountDraft();
  const form = useRef<HTMLFormElement>(null);
  const [problems, setProblems] = useState<readonly AccountProblemRow[]>([]);
  const [saving, setSaving] = useState(false);
  const draft = kept?.path === path ? kept.draft : readDraft(json);
  const changed = changedParts(draft, json);

  const change = (part: Partial<AccountDraft>) => {
    keep({ path, draft: { ...draft, ...part } });
  };
  const save = async () => {
    const text = writeDraft(draft, json);
    setSaving(true);
    try {
      const found = await ask('account.check', { json: text });
      setProblems(found.problems);
      if (found.problems.length > 0) {
        // After the fields know what is wrong with them.
        setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
        return;
      }
      await ask('account.set', { json: text });
      keep(null);
      show({ tone: 'success', text: t('account/taken') });
    } catch (thrown) {
      show({ tone: 'error', text: error(errorOf(thrown)) });
    } finally {
      setSaving(false);
    }
  };

  return (
    <FormProblems value={problems}>
      <form
        ref={form}
        className="account-form"
        aria-label={t('account/statedTitle')}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {(Object.keys(PARTS) as DraftPart[]).map((name) => {
          const Part = PARTS[name];
          const mark = changed.includes(name) ? t('account-form:unsaved') : null;
          return <Part key={name} draft={draft} onChange={change} changed={mark} />;
        })}
        {problems.length > 0 && (
          <Notice tone="error">
            {t('account-form:problems', { count: problems.length })}
            {wholeFileProblems(problems).map(({ code, params }) => (
              <p key={code}>{t(`account:${code}`, params)}</p>
            ))}
          </Notice>
        )}
        <SaveBar
          changed={changed}
          saving={saving}
          onCancel={() => {
            keep(null);
            setProblems([]);
          }}
        />
      </form>
    </FormProblems>
  );
}
