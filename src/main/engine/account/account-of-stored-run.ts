import { readAccount } from '../../../shared/account/account-file';
import { invariant } from '../../../shared/invariant';
import type { Account } from '../../../shared/account/account';
import type { AppNames } from '../store/runs/run-comparisons';
import type { StoredRun } from '../store/runs/runs';

/** The account as it was when the run was made. */
export function accountOfStoredRun(run: StoredRun): Account {
  const account = readAccount(run.account);
  // Written by `accountToJson`, which reads back as it was.
  invariant(account.ok, `the account of run ${run.id} cannot be read`);
  return account.value;
}

/** Names of applications, where the account gave one. */
export function appNamesOf(run: StoredRun): AppNames {
  return new Map(
    accountOfStoredRun(run).apps.flatMap(({ sdkAppId, name }) =>
      name === undefined ? [] : [[sdkAppId, name] as const],
    ),
  );
}
