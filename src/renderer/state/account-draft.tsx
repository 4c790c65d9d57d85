import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import type { AccountDraft } from '../screens/settings/account/draft';

/** What was typed into the account form and is not saved, kept while other screens are looked at. */
interface KeptDraft {
  /** The workspace file that it is about. */
  readonly path: string;
  readonly draft: AccountDraft;
}

interface AccountDraftStore {
  readonly kept: KeptDraft | null;
  readonly keep: (kept: KeptDraft | null) => void;
}

const AccountDraftContext = createContext<AccountDraftStore | null>(null);

export function AccountDraftProvider({ children }: { readonly children: ReactNode }) {
  const [kept, keep] = useState<KeptDraft | null>(null);
  const value = useMemo(() => ({ kept, keep }), [kept]);
  return <AccountDraftContext value={value}>{children}</AccountDraftContext>;
}

export function useAccountDraft(): AccountDraftStore {
  const store = useContext(AccountDraftContext);
  if (!store) throw new Error('AccountDraftProvider is missing above this component');
  return store;
}
