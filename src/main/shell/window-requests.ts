import { existsSync } from 'node:fs';
import { dialog, ipcMain, shell, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import {
  chooseFilesSchema,
  chooseFolderSchema,
  historyNamesSchema,
  saveAsSchema,
  settingsChangeSchema,
  type HistoryNames,
} from '../../shared/contract/desktop';
import type { Answer } from '../../shared/contract/transport';
import { isTrustedSender } from './app-address';
import { CHANNELS } from './channels';
import type { RememberedFolders } from './remembered-folders';
import type { Settings } from './settings';

export interface WindowRequestOptions {
  readonly window: () => BrowserWindow | null;
  readonly invoke: (method: string, input: unknown) => Promise<Answer<unknown>>;
  readonly hasWorkspace: () => boolean;
  readonly settings: Settings;
  readonly folders: RememberedFolders;
  /** Path of the picture under the pointer while a file is dragged out. */
  readonly dragIcon: string;
  readonly showLog: () => void;
  /** The page hears commands from now on. */
  readonly listens: () => void;
  readonly nameHistory: (names: HistoryNames) => void;
  readonly log: (level: 'info' | 'error', line: string) => void;
}

/** Answers what the window asks. Every sender and every argument is checked; a refusal rejects. */
export function answerWindowRequests(options: WindowRequestOptions): void {
  const { settings, folders } = options;
  const answer = (channel: string, handle: (...args: unknown[]) => unknown): void => {
    ipcMain.handle(channel, (event: IpcMainInvokeEvent, ...args: unknown[]) => {
      if (!isTrustedSender(event)) {
        options.log('error', `refused ${channel} from ${event.senderFrame?.url ?? 'no frame'}`);
        throw new Error('refused');
      }
      return handle(...args);
    });
  };

  answer(CHANNELS.invoke, async (method, input) =>
    JSON.stringify(await options.invoke(z.string().parse(method), input)),
  );
  answer(CHANNELS.atStart, () => ({
    settings: settings.current,
    workspaceOpen: options.hasWorkspace(),
  }));
  answer(CHANNELS.changeSettings, (change) => settings.change(settingsChangeSchema.parse(change)));
  answer(CHANNELS.showInFolder, (path) => shell.showItemInFolder(z.string().parse(path)));
  answer(CHANNELS.showLog, () => options.showLog());
  answer(CHANNELS.listens, () => options.listens());
  answer(CHANNELS.nameHistory, (names) => options.nameHistory(historyNamesSchema.parse(names)));
  answer(CHANNELS.undoTyping, (direction) => {
    const contents = options.window()?.webContents;
    if (z.enum(['undo', 'redo']).parse(direction) === 'undo') contents?.undo();
    else contents?.redo();
  });
  // Only something to look at moves along with the pointer; what is done with the file is the other program's.
  ipcMain.on(CHANNELS.dragOut, (event, path: unknown) => {
    const file = z.string().safeParse(path);
    if (isTrustedSender(event) && file.success && existsSync(file.data))
      event.sender.startDrag({ file: file.data, icon: options.dragIcon });
  });
  answer(CHANNELS.chooseFiles, async (question) => {
    const { title, filters, many } = chooseFilesSchema.parse(question);
    const chosen = await asking(options.window(), (over) =>
      dialog.showOpenDialog(over, {
        title,
        filters,
        ...startAt(folders.startOf('open')),
        properties: many ? ['openFile', 'multiSelections'] : ['openFile'],
      }),
    );
    const [first] = chosen?.filePaths ?? [];
    if (first !== undefined) folders.chosen('open', first);
    return chosen?.filePaths ?? [];
  });
  answer(CHANNELS.chooseFolder, async (question) => {
    const { title } = chooseFolderSchema.parse(question);
    const chosen = await asking(options.window(), (over) =>
      dialog.showOpenDialog(over, {
        title,
        ...startAt(folders.startOf('folder')),
        properties: ['openDirectory', 'createDirectory'],
      }),
    );
    const [folder] = chosen?.filePaths ?? [];
    if (folder !== undefined) folders.chosen('folder', folder);
    return folder ?? null;
  });
  answer(CHANNELS.saveAs, async (question) => {
    const { title, suggestedName, filters } = saveAsSchema.parse(question);
    const chosen = await asking(options.window(), (over) =>
      dialog.showSaveDialog(over, {
        title,
        ...startAt(folders.startOf('save', suggestedName)),
        filters,
      }),
    );
    if (chosen?.filePath) folders.chosen('save', chosen.filePath);
    return chosen?.filePath ?? null;
  });
}

function startAt(path: string | undefined): { defaultPath?: string } {
  return path === undefined ? {} : { defaultPath: path };
}

/** Dialogs belong to the window; without one, or when it was dismissed, nothing was chosen. */
async function asking<T extends { canceled: boolean }>(
  window: BrowserWindow | null,
  ask: (over: BrowserWindow) => Promise<T>,
): Promise<T | null> {
  if (window === null) return null;
  const chosen = await ask(window);
  return chosen.canceled ? null : chosen;
}
