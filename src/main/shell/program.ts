import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { app, Menu, nativeTheme, shell, type BrowserWindow } from 'electron';
import type { HistoryNames } from '../../shared/contract/desktop';
import { CHANNELS } from './channels';
import { crashDialog } from './crash-dialog';
import { EngineHost } from './engine-host';
import { engineStarter } from './engine-process';
import type { HeardCommand } from './heard-command';
import { watchJobs } from './job-watch';
import { logFileThere, type Log } from './log';
import { menuTemplate } from './menu';
import { noticeOutside } from './notice-outside';
import { rememberFolders } from './remembered-folders';
import { nativeThemeOf, openSettings, type Settings } from './settings';
import { shellWords } from './shell-words';
import { askBeforeUnload } from './unsaved-work';
import { placeWindow } from './window-place';
import { answerWindowRequests } from './window-requests';

export interface Program {
  /** Being loaded, and not shown yet. */
  readonly window: BrowserWindow;
  /** Says something to the page, while there is one. */
  readonly tell: (channel: string, ...args: readonly unknown[]) => void;
  readonly command: HeardCommand;
  readonly log: Log;
  /** Path of the built engine. */
  readonly engine: string;
  /** Folder of the files that come with the program. */
  readonly resources: string;
}

/** Everything behind the window: settings, menu, engine, and the answers to what the page asks. */
export function runProgram({ window, tell, command, log, engine, resources }: Program): Settings {
  let history: HistoryNames = { open: false, undo: null, redo: null };
  const there = (): BrowserWindow | null => (window.isDestroyed() ? null : window);

  const settings = openSettings(
    join(app.getPath('userData'), 'settings.json'),
    app.getPreferredSystemLanguages(),
    (next) => {
      nativeTheme.themeSource = nativeThemeOf(next.theme);
      tell(CHANNELS.settingsChanged, next);
      showMenu();
    },
  );
  nativeTheme.themeSource = nativeThemeOf(settings.current.theme);
  placeWindow(window, join(resources, 'icons', 'recount-256.png'));

  const showMenu = (): void => {
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(
        menuTemplate({
          settings: settings.current,
          history,
          mac: process.platform === 'darwin',
          developer: !app.isPackaged,
          command: command.tell,
          changeSettings: (change) => settings.change(change),
          showLog,
        }),
      ),
    );
  };
  showMenu();

  const words = () => shellWords(settings.current.language);
  const crashed = crashDialog({ window: there, words, showLog });
  log.onUncaught((thrown) => void crashed({ where: 'program', reason: 'uncaught', thrown }));
  const watch = watchJobs({
    words,
    showProgress: (part) => there()?.setProgressBar(part),
    notify: (text) => noticeOutside(there, text),
    isLookedAt: () => there()?.isFocused() === true,
  });
  const host = new EngineHost({
    start: engineStarter(engine, resources),
    onEvent: (event, payload) => {
      tell(CHANNELS.event, event, payload);
      watch(event, payload);
    },
    onOpened: ({ path, temporary }) => {
      if (temporary) return;
      settings.opened(path);
      app.addRecentDocument(path);
    },
    onTrouble: (reason) => void crashed({ where: 'engine', reason }),
    log: log.write,
  });
  // Not before: a person may still choose to stay.
  app.on('will-quit', () => host.close());
  window.on('closed', () => host.close());
  answerWindowRequests({
    window: there,
    invoke: (method, input) => host.invoke(method, input),
    hasWorkspace: () => host.hasWorkspace,
    settings,
    folders: rememberFolders(join(app.getPath('userData'), 'folders.json')),
    dragIcon: join(resources, 'icons', 'recount-48.png'),
    showLog,
    listens: command.listens,
    nameHistory: (names) => {
      // The page says it as soon as it is drawn, and mostly what is known.
      if (isDeepStrictEqual(names, history)) return;
      history = names;
      showMenu();
    },
    log: log.write,
  });

  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log.write('error', `the page's process ended: ${reason}`);
    if (reason === 'clean-exit') return;
    void crashed({ where: 'page', reason }).then(() => there()?.webContents.reload());
  });
  askBeforeUnload(window, words);
  return settings;
}

function showLog(): void {
  shell.showItemInFolder(logFileThere());
}
