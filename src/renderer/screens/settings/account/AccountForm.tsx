import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ask, errorOf } from '../../../client/engine-query';
import { Notice } from '../../../components/Notice';
import { useWords } from '../../../i18n/use-words';
import { useAccountDraft } from '../../../state/account-draft';
import { useNotices } from '../../../state/notices';
import { AppsPart } from './AppsPart';
import { ContractPart } from './ContractPart';
import type { DraftPart } from './draft';
import { wholeFileProblems } from './field-problems';
import { FormProblems } from './form-problems';
import { IdentityPart } from './IdentityPart';
import { LimitsPart } from './LimitsPart';
import { OverridesPart } from './OverridesPart';
import { PackagesPart } from './PackagesPart';
import type { PartProps } from './part-props';
import { PayAsYouGoPart } from './PayAsYouGoPart';
import { PoliciesPart } from './PoliciesPart';
import { readDraft } from './read-draft';
import { SaveBar } from './SaveBar';
import { TrialPart } from './TrialPart';
import { useAccountCheck } from './use-account-check';
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
  const { t, sentence } = useWords();
  const { show } = useNotices();
  const { kept, keep } = useAccountDraft();
  const form = useRef<HTMLFormElement>(null);
  const seeking = useRef(false);
  const [saving, setSaving] = useState(false);
  const saved = useMemo(() => readDraft(json), [json]);
  const draft = kept(path)?.draft ?? saved;
  const changed = useMemo(() => changedParts(draft, saved), [draft, saved]);
  const check = useAccountCheck(draft, json, changed.length > 0);
  const { problems } = check.shown;
  // Once the fields know what is wrong with them, the first of them is gone to.
  useEffect(() => {
    if (!seeking.current || problems.length === 0) return;
    seeking.current = false;
    form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [problems]);

  // Always the same function, so that a field that is typed in is drawn again and the hundreds beside it are not.
  const change = useCallback<PartProps['onChange']>(
    (made) =>
      keep(path, (before) => {
        const last = before?.draft ?? saved;
        const next = { ...last, ...(typeof made === 'function' ? made(last) : made) };
        return { draft: next, changed: changedParts(next, saved).length > 0 };
      }),
    [keep, path, saved],
  );
  const save = async () => {
    const text = writeDraft(draft, json);
    setSaving(true);
    try {
      const found = await ask('account.check', { json: text });
      check.showAll();
      if (found.problems.length > 0) {
        seeking.current = true;
        return;
      }
      await ask('account.set', { json: text });
      keep(path, () => null);
      check.restart();
      show({ tone: 'success', text: ({ t }) => t('account/taken') });
    } catch (thrown) {
      show({ tone: 'error', text: ({ error }) => error(errorOf(thrown)) });
    } finally {
      setSaving(false);
    }
  };

  return (
    <FormProblems value={check.shown}>
      <form
        ref={form}
        className="account-form"
        aria-label={t('account/statedTitle')}
        noValidate
        onBlur={check.onBlur}
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
        {check.unplaced.length > 0 && (
          <Notice tone="warning">
            {check.unplaced.map((warning) => (
              <p key={warning.code}>{sentence('issues', warning.code, warning.params)}</p>
            ))}
          </Notice>
        )}
        {problems.length > 0 && (
          <Notice tone="error">
            {t(check.tried ? 'account-form:problems' : 'account-form:problemsSoFar', {
              count: problems.length,
            })}
            {wholeFileProblems(problems).map(({ code, params }) => (
              <p key={code}>{t(`account:${code}`, params)}</p>
            ))}
          </Notice>
        )}
        <SaveBar
          changed={changed}
          saving={saving}
          onCancel={() => {
            keep(path, () => null);
            check.restart();
          }}
        />
      </form>
    </FormProblems>
  );
}
