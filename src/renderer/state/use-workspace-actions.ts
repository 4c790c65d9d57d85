import { useQueryClient } from '@tanstack/react-query';
import { bridge } from '../client/bridge';
import { ask, errorOf } from '../client/engine-query';
import { useWords } from '../i18n/use-words';
import { useDamagedWorkspace } from './damaged-workspace';
import { useImportDraft } from './import-draft';
import { useNavigation } from './navigation';
import { useNotices } from './notices';

const WORKSPACE_ENDING = 'recount';

/** What a person can do with workspaces and files, from the first screen, the menu and the bars alike. */
export function useWorkspaceActions() {
  const client = useQueryClient();
  const words = useWords();
  const { t } = words;
  const { offer, clear } = useImportDraft();
  const { go } = useNavigation();
  const notices = useNotices();
  const damaged = useDamagedWorkspace();
  const { desktop } = bridge();
  const filters = [{ name: t('files/workspace'), extensions: [WORKSPACE_ENDING] }];

  const attempt = (work: () => Promise<void>) => () => {
    work().catch((thrown: unknown) => {
      const error = errorOf(thrown);
      if (error.code === 'workspace-damaged') {
        notices.clear();
        damaged.ask(String(error.params['path'] ?? ''));
      } else notices.show({ tone: 'error', text: (said) => said.error(error) });
    });
  };
  /** Another workspace is open: nothing on screen belongs to it yet. */
  const arrived = async () => {
    clear();
    notices.clear();
    go({ screen: 'overview' });
    await client.invalidateQueries();
  };
  const openPath = async (path: string) => {
    await ask('workspace.open', { path });
    await arrived();
  };
  const offerFiles = async (paths: readonly string[]) => {
    if (paths.length === 0) return;
    if ((await ask('workspace.current', {})) === null) {
      await ask('workspace.create', { path: null });
      await client.invalidateQueries();
    }
    offer(paths);
  };

  /** A workspace that is dropped is opened, a report is verified; everything else is offered for import. */
  const takeFiles = async (paths: readonly string[]) => {
    const [only, ...more] = paths;
    if (only?.toLowerCase().endsWith(`.${WORKSPACE_ENDING}`) && more.length === 0) {
      await openPath(only);
      return;
    }
    const { reports } = await ask('reports.recognise', { paths: [...paths] });
    const rest = paths.filter((path) => !reports.includes(path));
    const count = reports.length;
    if (count === 0) await offerFiles(rest);
    else if ((await ask('workspace.current', {})) === null && rest.length === 0)
      notices.show({ tone: 'note', text: ({ t }) => t('verify-drop:needsWorkspace', { count }) });
    else if (rest.length === 0) go({ screen: 'reports', verify: reports });
    else {
      await offerFiles(rest);
      notices.show({
        tone: 'note',
        text: ({ t }) => t('verify-drop:among', { count }),
        action: {
          label: ({ t }) => t('verify-drop:verify'),
          run: () => {
            notices.clear();
            go({ screen: 'reports', verify: reports });
          },
        },
      });
    }
  };

  return {
    offerPaths: (paths: readonly string[]) => attempt(() => takeFiles(paths))(),
    openPath: (path: string) => attempt(() => openPath(path))(),
    chooseFiles: attempt(async () => {
      const exports = [{ name: t('files/exports'), extensions: ['csv', 'xlsx', 'zip', 'json'] }];
      const title = t('files/chooseTitle');
      await offerFiles(await desktop.chooseFiles({ title, filters: exports, many: true }));
    }),
    chooseFolder: attempt(async () => {
      const folder = await desktop.chooseFolder({ title: t('files/folderTitle') });
      await offerFiles(folder === null ? [] : [folder]);
    }),
    openWorkspace: attempt(async () => {
      const title = t('files/openTitle');
      const [path] = await desktop.chooseFiles({ title, filters, many: false });
      if (path !== undefined) await openPath(path);
    }),
    newWorkspace: attempt(async () => {
      const title = t('files/newTitle');
      const suggestedName = `${t('files/newName')}.${WORKSPACE_ENDING}`;
      const path = await desktop.saveAs({ title, suggestedName, filters });
      if (path === null) return;
      await ask('workspace.create', { path });
      await arrived();
    }),
    saveCopy: attempt(async () => {
      const title = t('files/saveTitle');
      const suggestedName = `${t('files/newName')}.${WORKSPACE_ENDING}`;
      const path = await desktop.saveAs({ title, suggestedName, filters });
      if (path === null) return;
      await ask('workspace.saveCopy', { path });
      await client.invalidateQueries();
      notices.show({ tone: 'success', text: ({ t }) => t('files/saved', { path }) });
    }),
    openSample: attempt(async () => {
      const { paths } = await ask('workspace.openSample', { language: words.language });
      await ask('imports.start', { paths });
      await arrived();
    }),
  };
}
