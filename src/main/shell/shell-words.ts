import type { Language } from '../../shared/contract/fields';
import en from '../../../resources/locales/en/shell.json';
import ko from '../../../resources/locales/ko/shell.json';
import zhCN from '../../../resources/locales/zh-CN/shell.json';

/** What the shell itself says, outside the page. */
export type ShellWords = typeof en;

const WORDS: Readonly<Record<Language, ShellWords>> = { en, 'zh-CN': zhCN, ko };

export function shellWords(language: Language): ShellWords {
  return WORDS[language];
}
