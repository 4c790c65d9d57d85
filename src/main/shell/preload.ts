import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { IpcRendererEvent } from 'electron';
import type {
  Desktop,
  DesktopCommand,
  DesktopSettings,
  RecountBridge,
} from '../../shared/contract/desktop';
import type { PageTransport } from '../../shared/contract/transport';
import { CHANNELS } from './channels';

/**
 * The only door between the window and the program: one PageTransport and the desktop's own questions.
 * `ipcRenderer` itself is never handed over. What arrives is checked at the other end, not here.
 */
const transport: PageTransport = {
  invoke: (method, input) => ask(CHANNELS.invoke, method, input),
  on: (event, listener) =>
    listen(CHANNELS.event, (name, payload) => {
      if (name === event) listener(payload as Parameters<typeof listener>[0]);
    }),
};

/** The page's first question, asked while its script is on the way. */
let first: ReturnType<Desktop['atStart']> | null = ask(CHANNELS.atStart);
// Who asks hears of a refusal; here it is nobody's yet.
first.catch(() => undefined);

/** The program keeps what it wishes of the page until then. */
let listens = false;

const desktop: Desktop = {
  chooseFiles: (question) => ask(CHANNELS.chooseFiles, question),
  chooseFolder: (question) => ask(CHANNELS.chooseFolder, question),
  saveAs: (question) => ask(CHANNELS.saveAs, question),
  pathOf,
  showInFolder: (path) => ask(CHANNELS.showInFolder, path),
  showLog: () => ask(CHANNELS.showLog),
  dragOut: (path) => ipcRenderer.send(CHANNELS.dragOut, path),
  nameHistory: (names) => ask(CHANNELS.nameHistory, names),
  undoTyping: (direction) => ask(CHANNELS.undoTyping, direction),
  atStart: () => {
    const answer = first ?? ask(CHANNELS.atStart);
    first = null;
    return answer;
  },
  changeSettings: (change) => ask(CHANNELS.changeSettings, change),
  onSettings: (listener) =>
    listen(CHANNELS.settingsChanged, (settings) => listener(settings as DesktopSettings)),
  onCommand: (listener) => {
    const stop = listen(CHANNELS.command, (wish) => listener(wish as DesktopCommand));
    // Once for each page: a page that was drawn again hears as well as before.
    if (!listens) void ask(CHANNELS.listens);
    listens = true;
    return stop;
  },
};

function ask<T>(channel: string, ...args: readonly unknown[]): Promise<T> {
  return ipcRenderer.invoke(channel, ...args) as Promise<T>;
}

/** Returns the function that stops listening. */
function listen(channel: string, listener: (...args: readonly unknown[]) => void): () => void {
  const relay = (_event: IpcRendererEvent, ...args: readonly unknown[]): void => listener(...args);
  ipcRenderer.on(channel, relay);
  return () => {
    ipcRenderer.removeListener(channel, relay);
  };
}

/** Electron 32 took `File.path` away and gave `webUtils` for it; both are served. */
function pathOf(file: object): string {
  const modern = (webUtils as Partial<typeof webUtils> | undefined)?.getPathForFile;
  if (modern !== undefined) return modern(file as Parameters<typeof modern>[0]);
  return 'path' in file && typeof file.path === 'string' ? file.path : '';
}

const bridge: RecountBridge = { transport, desktop };
contextBridge.exposeInMainWorld('recount', bridge);
