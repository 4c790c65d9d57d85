import { copyFile, readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Handlers } from '../../../shared/contract/contract';
import type { Language } from '../../../shared/contract/fields';
import type { EngineContext } from '../engine-context';
import { startDailyBackup } from '../backups';
import { checkTheRest } from '../late-check';
import { languageOfSample, sampleAccountIn } from '../account/sample-names';
import { stateAccount } from '../account/stated-account';
import { storedAccount } from '../store/accounts';
import type { OpenWorkspace } from '../store/workspace/workspace-file';
import { workspaceView } from '../workspace-view';

type WorkspaceMethod = Extract<keyof Handlers, `workspace.${string}`>;

export function workspaceHandlers(context: EngineContext): Pick<Handlers, WorkspaceMethod> {
  const { session, changed } = context;
  const exchanged = (workspace: OpenWorkspace) => {
    changed('file', 'workspace', 'account', 'imports', 'audits');
    return workspaceView(workspace);
  };
  return {
    'workspace.open': async ({ path }) => {
      const workspace = await session.open(path);
      if (context.dailyBackups) keepSafe(context, workspace);
      return exchanged(workspace);
    },
    'workspace.create': async ({ path }) => exchanged(await session.create(path)),
    'workspace.openSample': async ({ language }) => {
      const workspace = await session.create(null);
      const paths = await unpackSample(context.resourcesPath, workspace, language);
      return { workspace: exchanged(workspace), paths };
    },
    'workspace.sampleNames': async () => {
      const stated = storedAccount(session.require().readable);
      const { account, called } = await sampleTexts(context.resourcesPath);
      return { language: languageOfSample(stated, account, called) };
    },
    'workspace.current': () => {
      const workspace = session.current();
      return workspace && workspaceView(workspace);
    },
    'workspace.saveCopy': async ({ path }) => {
      const copy = await session.saveCopy(path);
      // The same rows under another name: what is on screen still holds.
      changed('workspace', 'backups');
      return workspaceView(copy);
    },
    'workspace.close': async () => {
      await session.close();
      changed('file', 'workspace', 'account', 'imports', 'audits');
      return {};
    },
  };
}

const sampleFolder = (resourcesPath: string) => join(resourcesPath, 'sample-month');

/** The sample's account file, and what its parts are called in each language. */
async function sampleTexts(resourcesPath: string) {
  const source = sampleFolder(resourcesPath);
  const account = await readFile(join(source, 'account.json'), 'utf8');
  const called = await readFile(join(source, 'names.json'), 'utf8');
  return { account, called };
}

/** States the sample's account and puts its files beside the workspace, so that their paths can be shown. */
async function unpackSample(
  resourcesPath: string,
  workspace: OpenWorkspace,
  language: Language | undefined,
): Promise<string[]> {
  const source = sampleFolder(resourcesPath);
  const target = dirname(workspace.path);
  const { account, called } = await sampleTexts(resourcesPath);
  stateAccount(
    workspace.writable,
    language === undefined ? account : sampleAccountIn(language, account, called),
  );
  const names = (await readdir(source)).filter((name) => name.endsWith('.csv')).toSorted();
  for (const name of names) await copyFile(join(source, name), join(target, name));
  return names.map((name) => join(target, name));
}

/** A backup of the day, once it is known that the workspace is whole: a damaged copy would push a good one out. */
function keepSafe(context: EngineContext, workspace: OpenWorkspace): void {
  if (workspace.checkedWhole) {
    startDailyBackup(context, workspace);
    return;
  }
  void checkTheRest(context, workspace).then((whole) => {
    if (whole && context.session.current() === workspace) startDailyBackup(context, workspace);
  });
}
