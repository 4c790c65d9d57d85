import { createHash } from 'node:crypto';
import type { Account } from '../../../shared/account/account';
import { readAccount } from '../../../shared/account/account-file';
import { EngineFailure, engineError } from '../../../shared/contract/error';
import { invariant } from '../../../shared/invariant';
import { storedAccount, storeAccount } from '../store/accounts';
import type { ReadableDb, WritableDb } from '../store/workspace/connection';
import type { StepInTrail } from '../store/history/record-step';
import { appendTrail } from '../store/history/trail';

/** The account as its owner stated it; null where none was given. */
export function statedAccount(db: ReadableDb): Account | null {
  const text = storedAccount(db);
  if (text === null) return null;
  const account = readAccount(text);
  // Only text that could be read is ever stored.
  invariant(account.ok, 'the stored account cannot be read');
  return account.value;
}

/** What the trail holds of a stated account. */
export function accountInTrail(text: string): StepInTrail {
  const accountSha256 = createHash('sha256').update(text).digest('hex');
  return { kind: 'account-set', details: { accountSha256 } };
}

/** Stores an account file verbatim, and says so in the trail: of a workspace that has no history yet. */
export function stateAccount(db: WritableDb, text: string): Account {
  return db
    .transaction(() => {
      const account = writeAccount(db, text);
      const { kind, details } = accountInTrail(text);
      appendTrail(db, kind, details);
      return account;
    })
    .immediate();
}

/** What an account file says. Fails with `account-invalid`, which names the field (or the file as a whole) and the problem. */
export function accountIn(text: string): Account {
  const account = readAccount(text);
  if (account.ok) return account.value;
  const { path, code, params } = account.error;
  throw new EngineFailure(
    engineError('account-invalid', { ...params, field: path || 'account.json', problem: code }),
  );
}

/** Writes an account file verbatim; fails as {@link accountIn} does. */
export function writeAccount(db: WritableDb, text: string): Account {
  const account = accountIn(text);
  storeAccount(db, text, new Date().toISOString());
  return account;
}
