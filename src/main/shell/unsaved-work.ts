import { dialog, type BrowserWindow } from 'electron';
import type { ShellWords } from './shell-words';

/** Which button stands where; the first is also what Escape means. */
const STAY = 0;
const DISCARD = 1;

/**
 * The page holds the window while something typed in it is not saved: a person is asked before it is lost. Staying
 * is the default, and also ends a wish to quit.
 */
export function askBeforeUnload(window: BrowserWindow, words: () => ShellWords): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const { unsaved } = words();
    const chosen = dialog.showMessageBoxSync(window, {
      type: 'question',
      title: unsaved.title,
      message: unsaved.message,
      detail: unsaved.detail,
      buttons: [unsaved.stay, unsaved.discard],
      defaultId: STAY,
      cancelId: STAY,
      noLink: true,
    });
    // Preventing what prevents: the window closes.
    if (chosen === DISCARD) event.preventDefault();
  });
}
