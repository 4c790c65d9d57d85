import { resolve } from 'node:path';
import { readAccount } from '../../shared/account/account-file';
import type { Account } from '../../shared/account/account';
import { unstatedAccount } from '../../shared/account/defaults';
import type { Site } from '../../shared/catalog/site';
import { invariant } from '../../shared/invariant';
import { ask } from './ask-engine';
import { openOrCreateWorkspace, withEngine } from './engine-session';
import { openWorkspaceOf } from './workspace-run';

export interface AccountOptions {
  readonly account?: string | undefined;
  readonly workspace?: string | undefined;
  readonly site?: Site | undefined;
}

/** The account of the file, else of the workspace, else one of which only the site is known (China if not). */
export async function chosenAccount(options: AccountOptions): Promise<Account> {
  const { account, workspace, site = 'cn' } = options;
  if (account === undefined && workspace === undefined) return unstatedAccount(site);
  const json = await withEngine(async (transport) => {
    if (workspace === undefined) await openOrCreateWorkspace(transport, undefined);
    else await openWorkspaceOf(transport, { workspace });
    if (account !== undefined)
      await ask(transport, 'account.setFromFile', { path: resolve(account) });
    return (await ask(transport, 'account.get', {})).json;
  });
  if (json === null) return unstatedAccount(site);
  const read = readAccount(json);
  invariant(read.ok, 'the engine keeps only accounts that can be read');
  return read.value;
}
