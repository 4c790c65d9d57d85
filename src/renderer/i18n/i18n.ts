import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../shared/contract/fields';
import { DICTIONARIES } from './dictionaries';

/** `/` steps into groups, so that ids with dots ("terms:items/av.hd") are keys as they stand. */
export function createI18n(language: Language): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    resources: DICTIONARIES,
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'window',
    keySeparator: '/',
    nsSeparator: ':',
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return instance;
}
