import { app, type Session, type WebContents } from 'electron';
import { isOwnAddress, isOwnPage } from './app-address';

/** The clipboard is written when a person copies a table; nothing else is ever granted. */
const GRANTED = new Set(['clipboard-sanitized-write']);

/** To be called before the app is ready: closes what Chromium would otherwise do by itself. */
export function closeNetwork(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('no-pings');
}

/** Refuses permissions, downloads, devices and every request that is not for the program's own files. */
export function secureSession(session: Session): void {
  session.setSpellCheckerEnabled(false);
  session.setPermissionRequestHandler((_contents, permission, decide) => {
    decide(GRANTED.has(permission));
  });
  session.setPermissionCheckHandler((_contents, permission) => GRANTED.has(permission));
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => {
    event.preventDefault();
  });
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !isOwnAddress(details.url) && !isOwnTool(details.url) });
  });
}

/** The developer tools are a page of Electron's own; they open in a checkout only. */
function isOwnTool(address: string): boolean {
  return !app.isPackaged && address.startsWith('devtools://');
}

/** Denies every new window, every frame in the page and every way to another page. */
export function secureContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
}
