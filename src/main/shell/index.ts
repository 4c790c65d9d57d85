import { join } from 'node:path';
import { app, Menu, nativeTheme, session, shell, type BrowserWindow } from 'electron';
import type { DesktopCommand, HistoryNames } from '../../shared/contract/desktop';
import { declareAppScheme, serveApp } from './app-protocol';
import { CHANNELS } from './channels';
import { crashDialog } from './crash-dialog';
import { EngineHost } from './engine-host';
import { engineStarter } from './engine-process';
import { workspaceInArguments } from './files-to-open';
import { watchJobs } from './job-watch';
import { logFile, openLog } from './log';
import { menuTemplate } from './menu';
import { noticeOutside } from './notice-outside';
import { rememberFolders } from './remembered-folders';
import { closeNetwork, secureSession } from './security';
import { nativeThemeOf, openSettings } from './settings';
import { shellWords } from './shell-words';
import { askBeforeUnload } from './unsaved-work';
import { openWindow } from './window';
import { answerWindowRequests } from './window-requests';

/** The built files stand beside one another: out/main, out/preload, out/renderer. */
const OUT = join(__dirname, '..');
const PRELOAD = join(OUT, 'preload', 'preload.js');
const ENGINE = join(OUT, 'main', 'engine.js');
const PAGE_FOLDER = join(OUT, 'renderer');

app.setName('Recount');
app.setAppUserModelId('org.recount.desktop');
declareAppScheme();
closeNetwork();
// A test machine that works as root cannot have Chromium's sandbox; asking for both stops every process.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();

if (app.requestSingleInstanceLock()) start();
else app.quit();

function start(): void {
  let window: BrowserWindow | null = null;
  /** Waits for a window that can hear it: a file given at start, or before the page was loaded. */
  let waiting: DesktopCommand | null = null;
  let history: HistoryNames = { open: false, undo: null, redo: null };
  const log = openLog();

  const tell = (channel: string, ...args: readonly unknown[]): void => {
    if (window !== null && !window.isDestroyed()) window.webContents.send(channel, ...args);
  };
  const command = (wish: DesktopCommand): void => {
    if (window === null || window.webContents.isLoading()) waiting = wish;
    else tell(CHANNELS.command, wish);
  };
  const openPath = (path: string | null): void => {
    if (path !== null) command({ command: 'open-path', path });
  };

  app.on('second-instance', (_event, args, folder) => {
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
    openPath(workspaceInArguments(args, folder));
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openPath(path);
  });
  app.on('window-all-closed', () => app.quit());
  openPath(workspaceInArguments(process.argv, process.cwd()));

  void app.whenReady().then(() => {
    secureSession(session.defaultSession);
    serveApp(PAGE_FOLDER);

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

    // First the window: its page is loaded in a process of its own while everything else is made ready.
    window = openWindow(PRELOAD, join(resourcesFolder(), 'icons', 'recount.png'));
    const showMenu = (): void => {
      Menu.setApplicationMenu(
        Menu.buildFromTemplate(
          menuTemplate({
            settings: settings.current,
            history,
            mac: process.platform === 'darwin',
            developer: !app.isPackaged,
            command,
            changeSettings: (change) => settings.change(change),
            showLog,
          }),
        ),
      );
    };
    showMenu();

    const words = () => shellWords(settings.current.language);
    const crashed = crashDialog({ window: () => window, words, showLog });
    log.onUncaught((thrown) => void crashed({ where: 'program', reason: 'uncaught', thrown }));
    const watch = watchJobs({
      words,
      showProgress: (part) => {
        if (window !== null && !window.isDestroyed()) window.setProgressBar(part);
      },
      notify: (text) => noticeOutside(() => window, text),
      isLookedAt: () => window?.isFocused() === true,
    });
    const engine = new EngineHost({
      start: engineStarter(ENGINE, resourcesFolder()),
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
    app.on('will-quit', () => engine.close());
    answerWindowRequests({
      window: () => window,
      invoke: (method, input) => engine.invoke(method, input),
      hasWorkspace: () => engine.hasWorkspace,
      settings,
      folders: rememberFolders(join(app.getPath('userData'), 'folders.json')),
      dragIcon: join(resourcesFolder(), 'icons', 'recount-48.png'),
      showLog,
      nameHistory: (names) => {
        history = names;
        showMenu();
      },
      log: log.write,
    });

    window.webContents.on('render-process-gone', (_event, { reason }) => {
      log.write('error', `the page's process ended: ${reason}`);
      if (reason === 'clean-exit') return;
      void crashed({ where: 'page', reason }).then(() => window?.webContents.reload());
    });
    window.webContents.on('did-finish-load', () => {
      if (waiting !== null) tell(CHANNELS.command, waiting);
      waiting = null;
    });
    askBeforeUnload(window, words);
    window.on('closed', () => {
      engine.close();
      window = null;
    });
  });
}

function showLog(): void {
  shell.showItemInFolder(logFile());
}

/** Files that come with the program: beside the archive in a release, in the checkout otherwise. */
function resourcesFolder(): string {
  return app.isPackaged
    ? join(process.resourcesPath, 'resources')
    : join(app.getAppPath(), 'resources');
}
