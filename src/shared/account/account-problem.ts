/**
 * What is wrong with one field of an account file. `path` is written as in the file
 * (`packages[0].purchasedAt`; empty: the whole file); `code` names the sentence
 * (locales: `account.<code>`), `params` fill it.
 */
export interface AccountProblem {
  readonly path: string;
  readonly code: AccountProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export const ACCOUNT_PROBLEM_CODES = [
  'not-json',
  'not-an-object',
  'unknown-field',
  'missing-field',
  'wrong-type',
  'bad-choice',
  'bad-day',
  'bad-time',
  'bad-money',
  'bad-discount',
  'bad-minutes',
  'bad-item',
  'bad-id',
  'duplicate-id',
  'discount-or-price',
] as const;
export type AccountProblemCode = (typeof ACCOUNT_PROBLEM_CODES)[number];

/** `['packages', 0, 'minutes']` -> `packages[0].minutes`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}
