import type { Language } from '../../shared/contract/fields';
import en from '../../../resources/locales/en/menu.json';
import ko from '../../../resources/locales/ko/menu.json';
import zhCN from '../../../resources/locales/zh-CN/menu.json';

export type MenuWords = Readonly<Record<keyof typeof en, string>>;

const WORDS: Readonly<Record<Language, MenuWords>> = { en, 'zh-CN': zhCN, ko };

export function menuWords(language: Language): MenuWords {
  return WORDS[language];
}

/** Each language under its own name, so that a person who cannot read the present one finds theirs. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  'zh-CN': '简体中文',
  ko: '한국어',
};
