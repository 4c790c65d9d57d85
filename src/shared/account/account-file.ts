import { toText, type Decimal } from '../money/decimal';
import { err, ok, type Result } from '../result';
import type { Account } from './account';
import type { AccountProblem } from './account-problem';
import { accountSchema } from './account-schema';
import { fieldProblems } from './field-problem';

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
    limits: account.limits && {
      absolute: money(account.limits.absolute),
      percent: money(account.limits.percent),
    },
  };
  return `${JSON.stringify(stated, null, 2)}\n`;
}

type Problems = readonly [AccountProblem, ...AccountProblem[]];

function readAll(text: string): Result<Account, Problems> {
  const json = parseJson(text.replace(/^\uFEFF/, ''));
  if (!json.ok) return err([json.error]);
  const parsed = accountSchema.safeParse(json.value, { reportInput: true });
  if (parsed.success) return ok(parsed.data);
  const [first, ...rest] = fieldProblems(parsed.error);
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
