import type { z } from 'zod';
import { toText, type Decimal } from '../money/decimal';
import { err, ok, type Result } from '../result';
import type { Account } from './account';
import { ACCOUNT_PROBLEM_CODES, pathText, type AccountProblem } from './account-problem';
import { accountSchema } from './account-schema';

/** Reads account.json. The problem is the first in the file; {@link accountProblems} lists all of them. */
export function readAccount(text: string): Result<Account, AccountProblem> {
  const parsed = readAll(text);
  if (parsed.ok) return parsed;
  return err(parsed.error[0]);
}

/** Everything that is wrong with an account file; empty when it can be read. */
export function accountProblems(text: string): readonly AccountProblem[] {
  const parsed = readAll(text);
  return parsed.ok ? [] : parsed.error;
}

/**
 * The account as a file: what was stated and nothing derived, so that reading it gives the same account.
 * Money as plain text, days and times on the billing clock.
 */
export function accountToJson(account: Account): string {
  const money = (value: Decimal | undefined) => (value === undefined ? undefined : toText(value));
  const stated = {
    ...account,
    packages: account.packages.map((pack) => ({ ...pack, price: money(pack.price) })),
    contract: account.contract.map((term) => ({
      ...term,
      discount: money(term.discount),
      price: money(term.price),
    })),
  };
  return `${JSON.stringify(stated, null, 2)}\n`;
}

type Problems = readonly [AccountProblem, ...AccountProblem[]];

function readAll(text: string): Result<Account, Problems> {
  const json = parseJson(text.replace(/^\uFEFF/, ''));
  if (!json.ok) return err([json.error]);
  const parsed = accountSchema.safeParse(json.value, { reportInput: true });
  if (parsed.success) return ok(parsed.data);
  const [first, ...rest] = parsed.error.issues.flatMap(problemsOf);
  return err(first ? [first, ...rest] : [{ path: '', code: 'not-an-object', params: {} }]);
}

function parseJson(text: string): Result<unknown, AccountProblem> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    const detail = error instanceof Error ? error.message : '';
    return err({ path: '', code: 'not-json', params: { detail } });
  }
}

function problemsOf(issue: z.core.$ZodIssue): AccountProblem[] {
  const path = pathText(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: pathText([...issue.path, key]),
        code: 'unknown-field',
        params: { field: key },
      }));
    case 'invalid_type':
      if (issue.input === undefined) return [{ path, code: 'missing-field', params: {} }];
      if (path === '') return [{ path, code: 'not-an-object', params: {} }];
      return [{ path, code: 'wrong-type', params: { expected: issue.expected } }];
    case 'invalid_value':
      if (issue.input === undefined) return [{ path, code: 'missing-field', params: {} }];
      return [
        {
          path,
          code: 'bad-choice',
          params: { value: shown(issue.input), choices: issue.values.map(String).join(', ') },
        },
      ];
    case 'custom':
      return [customProblem(path, issue.params ?? {})];
    default:
      return [{ path, code: 'wrong-type', params: { expected: issue.code } }];
  }
}

function customProblem(path: string, params: Readonly<Record<string, unknown>>): AccountProblem {
  const code = ACCOUNT_PROBLEM_CODES.find((known) => known === params['problem']) ?? 'wrong-type';
  const value = params['value'];
  return { path, code, params: typeof value === 'string' ? { value } : {} };
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
