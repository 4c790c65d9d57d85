import { resolve } from 'node:path';
import { readAccount } from '../../../shared/account/account-file';
import type { Account } from '../../../shared/account/account';
import { unstatedAccount } from '../../../shared/account/defaults';
import type { Site } from '../../../shared/catalog/site';
import type { Transport } from '../../../shared/contract/transport';
import { invariant } from '../../../shared/invariant';
import { ask } from '../session/ask-engine';
import { CliFailure } from '../session/cli-failure';
import { openOrCreateWorkspace, withEngine } from '../session/engine-session';
import { openWorkspaceOf } from './workspace-run';

export interface AccountOptions {
  readonly account?: string | undefined;
  readonly workspace?: string | undefined;
  readonly site?: Site | undefined;
}

/**
 * Runs `work` with the account of the file or of the workspace in force, or with none. A question changes no
 * workspace: naming both would have to put the one account in the place of the other, and is refused.
 */
export async function withChosenAccount<T>(
  { account, workspace }: AccountOptions,
  work: (transport: Transport) => Promise<T>,
): Promise<T> {
  if (account !== undefined && workspace !== undefined) throw new CliFailure('oneAccount');
  return await withEngine(async (transport) => {
    if (workspace !== undefined) await openWorkspaceOf(transport, { workspace });
    if (account !== undefined) {
      await openOrCreateWorkspace(transport, undefined);
      await ask(transport, 'account.setFromFile', { path: resolve(account) });
    }
    return await work(transport);
  });
}

/** The account of the file, else of the workspace, else one of which only the site is known (China if not). */
export async function chosenAccount(options: AccountOptions): Promise<Account> {
  const { account, workspace, site = 'cn' } = options;
  if (account === undefined && workspace === undefined) return unstatedAccount(site);
  const json = await withChosenAccount(
    options,
    async (transport) => (await ask(transport, 'account.get', {})).json,
  );
  if (json === null) return unstatedAccount(site);
  const read = readAccount(json);
  invariant(read.ok, 'the engine keeps only accounts that can be read');
  return read.value;
}
