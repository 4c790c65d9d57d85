import { basename } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import type {
  DesktopCommand,
  DesktopSettings,
  HistoryNames,
  SettingsChange,
} from '../../shared/contract/desktop';
import { languageField } from '../../shared/contract/fields';
import { LANGUAGE_NAMES, menuWords, type MenuWords } from './menu-words';

export interface MenuOptions {
  readonly settings: DesktopSettings;
  /** What undo and redo would be about. */
  readonly history: HistoryNames;
  readonly mac: boolean;
  /** In a checkout the page can be reloaded and looked into. */
  readonly developer: boolean;
  readonly command: (command: DesktopCommand) => void;
  readonly changeSettings: (change: SettingsChange) => void;
  readonly showLog: () => void;
}

type Item = MenuItemConstructorOptions;

const RULE: Item = { type: 'separator' };

/** The whole menu bar, as a template; it is made anew when language, theme or recent files change. */
export function menuTemplate(options: MenuOptions): Item[] {
  const words = menuWords(options.settings.language);
  return [
    ...(options.mac ? [programMenu(words, options)] : []),
    fileMenu(words, options),
    editMenu(words, options),
    viewMenu(words, options),
    {
      label: words.window,
      submenu: [role('minimize', words.minimize), role('close', words.close)],
    },
    ...(options.mac ? [] : [helpMenu(words, options)]),
  ];
}

/** macOS keeps about, hide and quit under the program's own name. */
function programMenu(words: MenuWords, { command }: MenuOptions): Item {
  return {
    label: 'Recount',
    submenu: [
      { label: words.about, click: () => command({ command: 'about' }) },
      RULE,
      role('hide', words.hide),
      role('hideOthers', words.hideOthers),
      role('unhide', words.showAll),
      RULE,
      role('quit', words.quit),
    ],
  };
}

function fileMenu(words: MenuWords, options: MenuOptions): Item {
  const { command, history, mac, showLog } = options;
  return {
    label: words.file,
    submenu: [
      {
        label: words.newWorkspace,
        accelerator: 'CmdOrCtrl+N',
        click: () => command({ command: 'new' }),
      },
      {
        label: words.openWorkspace,
        accelerator: 'CmdOrCtrl+O',
        click: () => command({ command: 'open' }),
      },
      { label: words.openRecent, submenu: recentFiles(words, options) },
      {
        label: words.saveCopy,
        accelerator: 'CmdOrCtrl+Shift+S',
        click: () => command({ command: 'save-copy' }),
      },
      {
        label: words.backUp,
        enabled: history.open,
        click: () => command({ command: 'back-up' }),
      },
      {
        label: words.restore,
        enabled: history.open,
        click: () => command({ command: 'backups' }),
      },
      RULE,
      {
        label: words.addFiles,
        accelerator: 'CmdOrCtrl+I',
        click: () => command({ command: 'add-files' }),
      },
      {
        label: words.exportReport,
        accelerator: 'CmdOrCtrl+E',
        click: () => command({ command: 'export' }),
      },
      RULE,
      { label: words.showLog, click: showLog },
      ...(mac ? [] : [RULE, role('quit', words.quit)]),
    ],
  };
}

function recentFiles(words: MenuWords, { settings, command }: MenuOptions): Item[] {
  if (settings.recentFiles.length === 0) return [{ label: words.noRecent, enabled: false }];
  // Names of workspaces may be those of customers, or hold their ids.
  if (settings.privacy) return [{ label: words.recentHidden, enabled: false }];
  return settings.recentFiles.map((path) => ({
    // An ampersand would be read as the mark of a shortcut letter.
    label: basename(path).replace(/&/g, '&&'),
    sublabel: path,
    click: () => command({ command: 'open-path', path }),
  }));
}

/** Longer names are cut: a menu is no place to read. */
const LONGEST_NAME = 60;

/** Whole characters only: half of one would be shown as a box. */
function shortened(name: string): string {
  const characters = [...new Intl.Segmenter().segment(name)].map(({ segment }) => segment);
  return characters.length > LONGEST_NAME
    ? `${characters.slice(0, LONGEST_NAME - 1).join('')}…`
    : name;
}

/**
 * Undo and redo by their names. The keys are the page's own, which knows whether a person is typing: here they are
 * only shown. A click asks the page, too; where a text field has the focus, it is the field that is undone.
 */
function editMenu(words: MenuWords, { history, command, mac }: MenuOptions): Item {
  const named = (sentence: string, plain: string, step: string | null) =>
    // A name may hold what `replace` would read as a pattern, and an ampersand would mark a shortcut letter.
    step === null ? plain : sentence.replace('{{step}}', () => shortened(step).replace(/&/g, '&&'));
  return {
    label: words.edit,
    submenu: [
      {
        label: named(words.undoStep, words.undo, history.undo),
        accelerator: 'CmdOrCtrl+Z',
        registerAccelerator: mac,
        click: () => command({ command: 'undo' }),
      },
      {
        label: named(words.redoStep, words.redo, history.redo),
        accelerator: 'CmdOrCtrl+Shift+Z',
        registerAccelerator: mac,
        click: () => command({ command: 'redo' }),
      },
      {
        label: words.history,
        enabled: history.open,
        click: () => command({ command: 'history' }),
      },
      RULE,
      role('cut', words.cut),
      role('copy', words.copy),
      role('paste', words.paste),
      role('selectAll', words.selectAll),
    ],
  };
}

function viewMenu(words: MenuWords, { settings, developer, changeSettings }: MenuOptions): Item {
  const theme = (value: DesktopSettings['theme'], label: string): Item => ({
    label,
    type: 'radio',
    checked: settings.theme === value,
    click: () => changeSettings({ theme: value }),
  });
  return {
    label: words.view,
    submenu: [
      {
        label: words.language,
        submenu: languageField.options.map((language) => ({
          label: LANGUAGE_NAMES[language],
          type: 'radio',
          checked: settings.language === language,
          click: () => changeSettings({ language }),
        })),
      },
      {
        label: words.theme,
        submenu: [
          theme('system', words.themeSystem),
          theme('light', words.themeLight),
          theme('dark', words.themeDark),
          theme('contrast', words.themeContrast),
        ],
      },
      RULE,
      role('zoomIn', words.zoomIn),
      role('zoomOut', words.zoomOut),
      role('resetZoom', words.actualSize),
      role('togglefullscreen', words.fullScreen),
      ...(developer
        ? [RULE, role('reload', words.reload), role('toggleDevTools', words.developerTools)]
        : []),
    ],
  };
}

function helpMenu(words: MenuWords, { command }: MenuOptions): Item {
  return {
    label: words.help,
    submenu: [{ label: words.about, click: () => command({ command: 'about' }) }],
  };
}

/** What Electron does by itself, under our own words: its labels speak English only. */
function role(name: NonNullable<Item['role']>, label: string): Item {
  return { role: name, label };
}
