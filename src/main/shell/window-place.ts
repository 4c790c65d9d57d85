import { join } from 'node:path';
import { app, nativeTheme, screen, type BrowserWindow } from 'electron';
import { readWindowState, writeWindowState } from './window-state';

/** The page's own background, so that nothing flashes before it is drawn. */
const BACKGROUND = { light: '#ffffff', dark: '#141414' };

/** Puts a window that is not shown yet where it was last, shows it when it is drawn, and remembers where it is when it closes. */
export function placeWindow(window: BrowserWindow, icon: string): void {
  const stateFile = join(app.getPath('userData'), 'window.json');
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  const state = readWindowState(
    stateFile,
    [primary, ...others].map(({ workArea }) => workArea),
  );
  if (state !== null)
    window.setBounds({ x: state.x, y: state.y, width: state.width, height: state.height });
  // Not with the window itself: it takes as long to unpack as the page's process takes to begin. macOS has none.
  if (process.platform !== 'darwin') window.setIcon(icon);
  window.setBackgroundColor(nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light);
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
}
