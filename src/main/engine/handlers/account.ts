import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { accountChange } from '../../../shared/account/account-change';
import { deriveFacts } from '../../../shared/account/derive';
import type { Handlers } from '../../../shared/contract/contract';
import { EngineFailure, engineError } from '../../../shared/contract/error';
import type { AccountView } from '../../../shared/contract/workspace';
import { accountOfRun } from '../account/account-of-run';
import type { EngineContext } from '../engine-context';
import { settleOpenImports } from '../import/settle/settle-import';
import { rewriteAllSegments } from '../import/changes/segment-usage';
import { accountInTrail, statedAccount, writeAccount } from '../account/stated-account';
import { storedAccount } from '../store/accounts';
import type { ReadableDb } from '../store/workspace/connection';
import { onlyTurns } from '../store/workspace/pause';
import { recordStep } from '../store/history/record-step';

/** A new account is taken in as a whole. */
const NEVER = new AbortController().signal;

type AccountMethod = 'account.get' | 'account.set' | 'account.setFromFile';

export function accountHandlers({
  session,
  writing,
  changed,
}: EngineContext): Pick<Handlers, AccountMethod> {
  const set = (json: string) =>
    writing.run(async () => {
      const workspace = session.require();
      const db = workspace.writable;
      // The same once more is no change, and no step of the history.
      if (storedAccount(db) === json) return viewOf(workspace.readable);
      const before = statedAccount(db);
      const work = async () => {
        const account = writeAccount(db, json);
        // Which received pictures count, and how, goes by the account.
        await rewriteAllSegments(db, NEVER);
        // An application that the account names may be the one of usage that names none, or one too many.
        await settleOpenImports(db, onlyTurns);
        return account;
      };
      await recordStep(db, work, (account) => ({
        ...accountChange(before, account),
        trail: accountInTrail(json),
      }));
      changed('account', 'workspace', 'audits');
      return viewOf(workspace.readable);
    });
  return {
    'account.get': () => viewOf(session.require().readable),
    'account.set': ({ json }) => set(json),
    'account.setFromFile': async ({ path }) => {
      session.require();
      return await set(await textOf(path));
    },
  };
}

function viewOf(db: ReadableDb): AccountView {
  const { account } = accountOfRun(db);
  return {
    json: storedAccount(db),
    derived: deriveFacts(account).derived.map((fact) => ({ ...fact })),
  };
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (thrown) {
    const missing = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
    throw new EngineFailure(
      engineError(missing ? 'file-missing' : 'file-unreadable', { file: basename(path) }),
    );
  }
}
