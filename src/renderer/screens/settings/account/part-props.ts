import type { AccountDraft } from './draft';

export type DraftChange = Partial<AccountDraft> | ((draft: AccountDraft) => Partial<AccountDraft>);

/** What every part of the form is given. */
export interface PartProps {
  readonly draft: AccountDraft;
  /** Takes what changed, or what makes it of the form as it is then; always the same function. */
  readonly onChange: (change: DraftChange) => void;
  /** The word for "not saved"; null where the part says what the file says. */
  readonly changed: string | null;
}

/** The list with one entry changed. */
export function replaced<T extends { readonly key: string }>(
  list: readonly T[],
  key: string,
  change: Partial<T>,
): readonly T[] {
  return list.map((entry) => (entry.key === key ? { ...entry, ...change } : entry));
}
