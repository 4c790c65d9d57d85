import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import type { AccountDraft } from '../screens/settings/account/draft';

/** What was typed into the account form and is not saved, kept while other screens are looked at. */
interface KeptDraft {
  readonly draft: AccountDraft;
  /** Whether it says anything else than the file. */
  readonly changed: boolean;
}

interface AccountDraftStore {
  /** Of the workspace at `path`. */
  readonly kept: (path: string) => KeptDraft | null;
  /** Keeps what is made of what was kept before; null: nothing. Always the same function. */
  readonly keep: (path: string, make: (before: KeptDraft | null) => KeptDraft | null) => void;
  /** Whether anything is not saved, in whichever workspace. */
  readonly unsaved: boolean;
}

const AccountDraftContext = createContext<AccountDraftStore | null>(null);

/** Keeps a draft for each workspace that was open, and lets the window not close on one that is not saved. */
export function AccountDraftProvider({ children }: { readonly children: ReactNode }) {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, KeptDraft>>(new Map());
  const keep = useCallback<AccountDraftStore['keep']>((path, make) => {
    setDrafts((before) => {
      const after = new Map(before);
      const kept = make(before.get(path) ?? null);
      if (kept === null) after.delete(path);
      else after.set(path, kept);
      return after;
    });
  }, []);
  const unsaved = [...drafts.values()].some(({ changed }) => changed);
  useEffect(() => {
    if (!unsaved) return;
    // The shell asks (see shell/unsaved-work.ts); the page only says that there is something to ask about.
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', hold);
    return () => removeEventListener('beforeunload', hold);
  }, [unsaved]);
  const value = useMemo(
    () => ({ kept: (path: string) => drafts.get(path) ?? null, keep, unsaved }),
    [drafts, keep, unsaved],
  );
  return <AccountDraftContext value={value}>{children}</AccountDraftContext>;
}

export function useAccountDraft(): AccountDraftStore {
  const store = useContext(AccountDraftContext);
  if (!store) throw new Error('AccountDraftProvider is missing above this component');
  return store;
}
