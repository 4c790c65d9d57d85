import { dialog, ipcMain, shell, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import {
  chooseFilesSchema,
  chooseFolderSchema,
  saveAsSchema,
  settingsChangeSchema,
} from '../../shared/contract/desktop';
import type { Answer } from '../../shared/contract/transport';
import { isTrustedSender } from './app-address';
import { CHANNELS } from './channels';
import type { Settings } from './settings';

export interface WindowRequestOptions {
  readonly window: () => BrowserWindow | null;
  readonly invoke: (method: string, input: unknown) => Promise<Answer<unknown>>;
  readonly settings: Settings;
  readonly log: (level: 'info' | 'error', line: string) => void;
}

/** Answers what the window asks. Every sender and every argument is checked; a refusal rejects. */
export function answerWindowRequests(options: WindowRequestOptions): void {
  const { settings } = options;
  const answer = (channel: string, handle: (...args: unknown[]) => unknown): void => {
    ipcMain.handle(channel, (event: IpcMainInvokeEvent, ...args: unknown[]) => {
      if (!isTrustedSender(event)) {
        options.log('error', `refused ${channel} from ${event.senderFrame?.url ?? 'no frame'}`);
        throw new Error('refused');
      }
      return handle(...args);
    });
  };

  answer(CHANNELS.invoke, (method, input) => options.invoke(z.string().parse(method), input));
  answer(CHANNELS.settings, () => settings.current);
  answer(CHANNELS.changeSettings, (change) => settings.change(settingsChangeSchema.parse(change)));
  answer(CHANNELS.showInFolder, (path) => shell.showItemInFolder(z.string().parse(path)));
  answer(CHANNELS.chooseFiles, async (question) => {
    const { title, filters, many } = chooseFilesSchema.parse(question);
    const chosen = await asking(options.window(), (over) =>
      dialog.showOpenDialog(over, {
        title,
        filters,
        properties: many ? ['openFile', 'multiSelections'] : ['openFile'],
      }),
    );
    return chosen?.filePaths ?? [];
  });
  answer(CHANNELS.chooseFolder, async (question) => {
    const { title } = chooseFolderSchema.parse(question);
    const chosen = await asking(options.window(), (over) =>
      dialog.showOpenDialog(over, { title, properties: ['openDirectory', 'createDirectory'] }),
    );
    return chosen?.filePaths[0] ?? null;
  });
  answer(CHANNELS.saveAs, async (question) => {
    const { title, suggestedName, filters } = saveAsSchema.parse(question);
    const chosen = await asking(options.window(), (over) =>
      dialog.showSaveDialog(over, { title, defaultPath: suggestedName, filters }),
    );
    return chosen?.filePath ?? null;
  });
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
