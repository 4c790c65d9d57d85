import { z } from 'zod';
import { languageField } from './fields';
import { gridLayoutSchema } from './grid-layout';
import { DENSITIES, THEMES } from './looks';
import type { PageTransport } from './transport';

/** Kept by the shell in the user's profile, apart from any workspace. */
export const desktopSettingsSchema = z.object({
  /** At the first start the system's language where the program speaks it, else English. */
  language: languageField,
  theme: z.enum(THEMES),
  // Settings of an earlier version lack these.
  density: z.enum(DENSITIES).default('comfortable'),
  /** Amounts, quantities and ids are not shown. */
  privacy: z.boolean().default(false),
  /** Letters and signs alone are commands, where nobody is typing. */
  letterKeys: z.boolean().default(true),
  /** By the name of the grid. */
  grids: z.record(z.string(), gridLayoutSchema).default({}),
  /** Workspace files opened before, newest first, at most ten. */
  recentFiles: z.array(z.string()),
});
export type DesktopSettings = z.infer<typeof desktopSettingsSchema>;

/** What the page is drawn with at first, before the engine has said anything. */
export interface AtStart {
  readonly settings: DesktopSettings;
  /** False at the start of the program, true where the page is loaded again over an open workspace. */
  readonly workspaceOpen: boolean;
}

/** What a person chooses; the shell adds recent files by itself. */
export const settingsChangeSchema = z.object({
  language: languageField.optional(),
  theme: z.enum(THEMES).optional(),
  density: z.enum(DENSITIES).optional(),
  privacy: z.boolean().optional(),
  letterKeys: z.boolean().optional(),
  /** Only the grids that changed; the others stay. */
  grids: z.record(z.string(), gridLayoutSchema).optional(),
});
export type SettingsChange = z.infer<typeof settingsChangeSchema>;

/** `name` is shown to the person, in their language; `extensions` without the dot. */
export const fileFilterSchema = z.object({
  name: z.string(),
  extensions: z.array(z.string().regex(/^[a-z0-9*]+$/i)).min(1),
});
export type FileFilter = z.infer<typeof fileFilterSchema>;

export const chooseFilesSchema = z.object({
  title: z.string(),
  filters: z.array(fileFilterSchema),
  many: z.boolean(),
});
export type ChooseFiles = z.infer<typeof chooseFilesSchema>;

export const chooseFolderSchema = z.object({ title: z.string() });
export type ChooseFolder = z.infer<typeof chooseFolderSchema>;

export const saveAsSchema = z.object({
  title: z.string(),
  /** File name, without folder. */
  suggestedName: z.string(),
  filters: z.array(fileFilterSchema),
});
export type SaveAs = z.infer<typeof saveAsSchema>;

/** What a person chose in the menu, or asked of the program from outside (a file given at start). */
export const desktopCommandSchema = z.discriminatedUnion('command', [
  z.object({
    command: z.enum([
      'new',
      'open',
      'save-copy',
      'back-up',
      'backups',
      'add-files',
      'export',
      'about',
      'undo',
      'redo',
      'history',
    ]),
  }),
  z.object({ command: z.literal('open-path'), path: z.string() }),
]);
export type DesktopCommand = z.infer<typeof desktopCommandSchema>;

/** What undo and redo in the menu would be about, in words; null: there is nothing. */
export const historyNamesSchema = z.object({
  /** Whether a workspace is open. */
  open: z.boolean(),
  undo: z.string().max(1000).nullable(),
  redo: z.string().max(1000).nullable(),
});
export type HistoryNames = z.infer<typeof historyNamesSchema>;

/**
 * What the window may ask of the desktop itself. The preload exposes it, together with the engine's
 * PageTransport, as `window.recount`; nothing else of the program reaches the window.
 *
 * Every question is answered; a dialog that was dismissed answers with an empty list or null.
 */
export interface Desktop {
  chooseFiles(question: ChooseFiles): Promise<string[]>;
  chooseFolder(question: ChooseFolder): Promise<string | null>;
  saveAs(question: SaveAs): Promise<string | null>;
  /** Full path of a File that was dropped or picked in the page; empty for one that is on no disk. */
  pathOf(file: object): string;
  /** Shows the file, selected, in the system's file manager. It is never started. */
  showInFolder(path: string): Promise<void>;
  /** Shows the log file in the system's file manager. */
  showLog(): Promise<void>;
  /** To be called when a drag begins: the file at `path` is dragged, into a mail or a folder. */
  dragOut(path: string): void;
  /** Names the next undo and redo in the menu. */
  nameHistory(names: HistoryNames): Promise<void>;
  /** Undo or redo of the text field that has the focus, as the system does it. */
  undoTyping(direction: 'undo' | 'redo'): Promise<void>;
  /** As it was when the page was loaded. */
  atStart(): Promise<AtStart>;
  changeSettings(change: SettingsChange): Promise<DesktopSettings>;
  /** Both return the function that stops listening. */
  onSettings(listener: (settings: DesktopSettings) => void): () => void;
  onCommand(listener: (command: DesktopCommand) => void): () => void;
}

/** The whole of `window.recount`. */
export interface RecountBridge {
  readonly transport: PageTransport;
  readonly desktop: Desktop;
}
