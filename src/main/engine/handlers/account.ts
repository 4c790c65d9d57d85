import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { accountChange } from '../../../shared/account/account-change';
import { deriveFacts } from '../../../shared/account/derive';
import type { Handlers } from '../../../shared/contract/contract';
import { EngineFailure, engineError } from '../../../shared/contract/error';
import type { AccountView } from '../../../shared/contract/workspace';
import { accountOfRun } from '../account/account-of-run';
import type { EngineContext } from '../engine-context';
import { followAccount, rowsThatFollow } from '../import/changes/follow-account';
import { accountIn, accountInTrail, statedAccount, writeAccount } from '../account/stated-account';
import { storedAccount } from '../store/accounts';
import type { ReadableDb } from '../store/workspace/connection';
import { pauseOn } from '../store/workspace/pause';
import { recordStep } from '../store/history/record-step';
import { seenWhereLarge } from './seen-where-large';

type AccountMethod = 'account.get' | 'account.set' | 'account.setFromFile';

export function accountHandlers({
  session,
  jobs,
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
      const next = accountIn(json);
      const rows = rowsThatFollow(db, next);
      // With how many rows of others they are compared then is only known in the end.
      const large = { phase: 'following-account', rows, total: null };
      await seenWhereLarge(jobs, large, async ({ signal, told }) => {
        const pause = pauseOn(signal, told);
        const work = async () => {
          writeAccount(db, json);
          await followAccount(db, before, next, pause);
        };
        const named = () => ({ ...accountChange(before, next), trail: accountInTrail(json) });
        await recordStep(db, work, named, pause);
      });
      changed('account', 'workspace', 'audits');
      // Rows of an application may count, or wait, from now on.
      if (rows > 0) changed('imports');
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
