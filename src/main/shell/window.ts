import { app, BrowserWindow } from 'electron';
import { APP_PAGE } from './app-address';
import { secureContents } from './security';

const FIRST_SIZE = { width: 1280, height: 800 };
const SMALLEST = { minWidth: 960, minHeight: 600 };

/** Opens the window and begins to load its page; it is shown once it has its place and is drawn (see window-place.ts). */
export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    ...SMALLEST,
    ...FIRST_SIZE,
    show: false,
    title: app.name,
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
  void window.loadURL(APP_PAGE);
  return window;
}
