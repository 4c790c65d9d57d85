import { dirname, join } from 'node:path';
import { z } from 'zod';
import { readJson, writeJson } from './settings-file';

const foldersSchema = z.record(z.string(), z.string());

/** What a dialog is for; each remembers its own folder. */
export type DialogPurpose = 'open' | 'folder' | 'save';

export interface RememberedFolders {
  /** Where the dialog should begin; with a name, the whole path. undefined: the system's own choice. */
  readonly startOf: (purpose: DialogPurpose, name?: string) => string | undefined;
  /** A file that was chosen, or for `folder` the folder itself. */
  readonly chosen: (purpose: DialogPurpose, path: string) => void;
}

/** Folders that dialogs were last used in, kept in the file at `path`. */
export function rememberFolders(path: string): RememberedFolders {
  let folders = readJson(path, foldersSchema) ?? {};
  return {
    startOf: (purpose, name) => {
      const folder = folders[purpose];
      if (folder === undefined) return name;
      return name === undefined ? folder : join(folder, name);
    },
    chosen: (purpose, chosen) => {
      const folder = purpose === 'folder' ? chosen : dirname(chosen);
      if (folders[purpose] === folder) return;
      folders = { ...folders, [purpose]: folder };
      writeJson(path, folders);
    },
  };
}
