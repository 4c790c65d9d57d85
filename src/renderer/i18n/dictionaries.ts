import type { ResourceLanguage } from 'i18next';
import type { Language } from '../../shared/contract/fields';
import { byNamespace } from './by-namespace';

type Files = Parameters<typeof byNamespace>[0];

const LOAD: Readonly<Record<Language, () => Promise<{ readonly FILES: Files }>>> = {
  en: () => import('./words-en'),
  'zh-CN': () => import('./words-zh-cn'),
  ko: () => import('./words-ko'),
};

/** Every sentence of one language, by namespace. The other languages are not read until they are chosen. */
export async function dictionaryOf(language: Language): Promise<ResourceLanguage> {
  return byNamespace((await LOAD[language]()).FILES);
}
