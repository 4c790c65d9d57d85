import type { AccountDraft } from './draft';

/** What every part of the form is given. */
export interface PartProps {
  readonly draft: AccountDraft;
  readonly onChange: (change: Partial<AccountDraft>) => void;
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
