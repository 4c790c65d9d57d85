import { basename, extname } from 'node:path';
import { CURRENCY_OF_SITE } from '../../shared/catalog/site';
import type { Workspace } from '../../shared/contract/workspace';
import { statedAccount } from './account/stated-account';
import { currencyOfBills } from './store/evidence/bill-currency';
import type { OpenWorkspace } from './store/workspace/workspace-file';
import { isTemporaryWorkspace } from './workspace-session';

/** What a client is told of the workspace that is open. */
export function workspaceView(workspace: OpenWorkspace): Workspace {
  const account = statedAccount(workspace.readable);
  return {
    path: workspace.path,
    name: basename(workspace.path, extname(workspace.path)),
    temporary: isTemporaryWorkspace(workspace),
    accountName: account?.name ?? null,
    currency: account ? CURRENCY_OF_SITE[account.site] : currencyOfBills(workspace.readable),
  };
}
