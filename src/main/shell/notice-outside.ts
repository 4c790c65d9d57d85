import { Notification, type BrowserWindow } from 'electron';

/** Says one line through the system; a click brings the window back. Silent where the system has no such thing. */
export function noticeOutside(window: () => BrowserWindow | null, text: string): void {
  if (!Notification.isSupported()) return;
  const notice = new Notification({ title: 'Recount', body: text, silent: true });
  notice.on('click', () => {
    const shown = window();
    if (shown === null || shown.isDestroyed()) return;
    if (shown.isMinimized()) shown.restore();
    shown.focus();
  });
  notice.show();
}
