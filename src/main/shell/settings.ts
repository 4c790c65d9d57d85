import {
  desktopSettingsSchema,
  type DesktopSettings,
  type SettingsChange,
} from '../../shared/contract/desktop';
import type { Language } from '../../shared/contract/fields';
import type { Theme } from '../../shared/contract/looks';
import { readJson, writeJson } from './settings-file';

const RECENT_LIMIT = 10;

export interface Settings {
  readonly current: DesktopSettings;
  change(change: SettingsChange): DesktopSettings;
  /** Puts a file at the head of the recent ones. */
  opened(path: string): void;
}

/** High contrast is the window's own; its ground is light or dark as the system has it. */
export function nativeThemeOf(theme: Theme): 'system' | 'light' | 'dark' {
  return theme === 'contrast' ? 'system' : theme;
}

/** The language of the program that comes nearest to what the system prefers, in the system's order. */
export function nearestLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const language = tag.toLowerCase().split('-')[0];
    if (language === 'zh') return 'zh-CN';
    if (language === 'ko') return 'ko';
    if (language === 'en') return 'en';
  }
  return 'en';
}

/** Settings kept in the file at `path`. `onChange` is called after each change was written. */
export function openSettings(
  path: string,
  preferredLanguages: readonly string[],
  onChange: (settings: DesktopSettings) => void,
): Settings {
  let current: DesktopSettings = readJson(path, desktopSettingsSchema) ?? {
    language: nearestLanguage(preferredLanguages),
    theme: 'system',
    density: 'comfortable',
    privacy: false,
    letterKeys: true,
    grids: {},
    recentFiles: [],
  };
  const become = (next: DesktopSettings): DesktopSettings => {
    current = next;
    writeJson(path, next);
    onChange(next);
    return next;
  };
  return {
    get current() {
      return current;
    },
    change: (change) =>
      become({
        ...current,
        language: change.language ?? current.language,
        theme: change.theme ?? current.theme,
        density: change.density ?? current.density,
        privacy: change.privacy ?? current.privacy,
        letterKeys: change.letterKeys ?? current.letterKeys,
        grids: { ...current.grids, ...change.grids },
      }),
    opened: (file) => {
      const others = current.recentFiles.filter((other) => other !== file);
      become({ ...current, recentFiles: [file, ...others].slice(0, RECENT_LIMIT) });
    },
  };
}
