import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { APP_PAGE } from './app-address';
import { secureContents } from './security';
import { readWindowState, writeWindowState } from './window-state';

const FIRST_SIZE = { width: 1280, height: 800 };
const SMALLEST = { minWidth: 960, minHeight: 600 };

/** The page's own background, so that nothing flashes before it is drawn. */
const BACKGROUND = { light: '#ffffff', dark: '#141414' };

/** Opens the window where it was last, and remembers where it is when it closes. */
export function openWindow(preload: string, icon: string): BrowserWindow {
  const stateFile = join(app.getPath('userData'), 'window.json');
  const state = readWindowState(
    stateFile,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    ...SMALLEST,
    ...(state === null
      ? FIRST_SIZE
      : { x: state.x, y: state.y, width: state.width, height: state.height }),
    show: false,
    title: app.name,
    icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
    },
  });
  secureContents(window.webContents);
  window.once('ready-to-show', () => {
    if (state?.maximized === true) window.maximize();
    window.show();
  });
  window.on('close', () => {
    writeWindowState(stateFile, {
      ...window.getNormalBounds(),
      maximized: window.isMaximized(),
    });
  });
  void window.loadURL(APP_PAGE);
  return window;
}
