import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { COUNTED } from '../../shared/contract/counted';
import type { Language } from '../../shared/contract/fields';
import { dictionaryOf } from './dictionaries';

/**
 * `/` steps into groups, so that ids with dots ("terms:items/av.hd") are keys as they stand. No language
 * stands in for another: a test holds that none lacks a sentence.
 */
export async function createI18n(language: Language): Promise<i18n> {
  const instance = createInstance();
  await instance
    .use(COUNTED)
    .use(initReactI18next)
    .init({
      resources: { [language]: await dictionaryOf(language) },
      lng: language,
      fallbackLng: false,
      defaultNS: 'window',
      keySeparator: '/',
      nsSeparator: ':',
      initAsync: false,
      interpolation: { escapeValue: false, alwaysFormat: true },
      react: { useSuspense: false },
    });
  return instance;
}

/** Changes the language once its sentences are there; until then the window says everything in the one before. */
export async function speak(
  instance: i18n,
  language: Language,
  stillWanted: () => boolean,
): Promise<void> {
  for (const [namespace, sentences] of Object.entries(await dictionaryOf(language)))
    instance.addResourceBundle(language, namespace, sentences);
  if (stillWanted() && instance.language !== language) await instance.changeLanguage(language);
}
