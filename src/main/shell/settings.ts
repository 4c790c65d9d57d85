import {
  desktopSettingsSchema,
  type DesktopSettings,
  type SettingsChange,
} from '../../shared/contract/desktop';
import type { Language } from '../../shared/contract/fields';
import { readJson, writeJson } from './settings-file';

const RECENT_LIMIT = 10;

export interface Settings {
  readonly current: DesktopSettings;
  change(change: SettingsChange): DesktopSettings;
  /** Puts a file at the head of the recent ones. */
  opened(path: string): void;
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
      }),
    opened: (file) => {
      const others = current.recentFiles.filter((other) => other !== file);
      become({ ...current, recentFiles: [file, ...others].slice(0, RECENT_LIMIT) });
    },
  };
}
