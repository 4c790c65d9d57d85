import { join } from 'node:path';
import { app, Menu, session, type BrowserWindow } from 'electron';
import { declareAppScheme, serveApp } from './app-protocol';
import { awaitedDebugger } from './awaited-debugger';
import { CHANNELS } from './channels';
import { workspaceInArguments } from './files-to-open';
import { heardCommand } from './heard-command';
import { openLog } from './log';
import { closeNetwork, secureSession } from './security';
import type { Settings } from './settings';
import { openWindow } from './window';

/** The built files stand beside one another: out/main, out/preload, out/renderer. */
const OUT = join(__dirname, '..');
const PRELOAD = join(OUT, 'preload', 'preload.js');
const ENGINE = join(OUT, 'main', 'engine.js');
const PAGE_FOLDER = join(OUT, 'renderer');

app.setName('Recount');
app.setAppUserModelId('org.recount.desktop');
declareAppScheme();
closeNetwork();
// The program's own menu comes with its window; until then Electron would build another one for nothing.
Menu.setApplicationMenu(null);
// A test machine that works as root cannot have Chromium's sandbox; asking for both stops every process.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();

if (app.requestSingleInstanceLock()) start();
else app.quit();

function start(): void {
  let window: BrowserWindow | null = null;
  let settings: Settings | null = null;
  const log = openLog();

  const tell = (channel: string, ...args: readonly unknown[]): void => {
    if (window !== null && !window.isDestroyed()) window.webContents.send(channel, ...args);
  };
  const command = heardCommand((wish) => tell(CHANNELS.command, wish));
  const openPath = (path: string | null): void => {
    if (path !== null) command.tell({ command: 'open-path', path });
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

  void Promise.all([app.whenReady(), awaitedDebugger()]).then(async () => {
    secureSession(session.defaultSession);
    serveApp(PAGE_FOLDER, () => settings?.current.language ?? null);
    // First the window: its page is loaded in a process of its own while everything else is loaded and made ready.
    const opened = openWindow(PRELOAD);
    window = opened;
    opened.webContents.on('did-navigate', command.deaf);
    opened.webContents.on('render-process-gone', command.deaf);
    opened.on('closed', () => {
      window = null;
    });
    // All of it is there before the page can ask for anything: nothing else has its turn in between.
    const { runProgram } = await import('./program');
    settings = runProgram({
      window: opened,
      tell,
      command,
      log,
      engine: ENGINE,
      resources: resourcesFolder(),
    });
  });
}

/** Files that come with the program: beside the archive in a release, in the checkout otherwise. */
function resourcesFolder(): string {
  return app.isPackaged
    ? join(process.resourcesPath, 'resources')
    : join(app.getAppPath(), 'resources');
}
