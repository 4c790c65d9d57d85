import { createInstance, type i18n } from 'i18next';
import { COUNTED } from '../../../shared/contract/counted';
import type { Language } from '../../../shared/contract/fields';
import { paramKind } from '../../../shared/contract/param-kind';
import { DICTIONARIES } from './dictionaries';
import { amountText, countText, priceText } from './number-text';

export type SentenceParams = Readonly<Record<string, string | number>>;

/**
 * A key is `namespace:path/to/leaf`: the namespace is the file's name, `/` steps into groups, so that item
 * ids with dots ("terms:items/av.hd") and rule ids ("rules:meter.day-ceiling") are keys as they stand.
 */
const i18next: i18n = createInstance();
void i18next.use(COUNTED).init({
  resources: DICTIONARIES,
  fallbackLng: 'en',
  keySeparator: '/',
  nsSeparator: ':',
  initAsync: false,
  interpolation: { escapeValue: false, alwaysFormat: true },
});

/** The sentence of `key` in `language`; params are written the way their names say (see paramKind). */
export function sentence(language: Language, key: string, params: SentenceParams = {}): string {
  const written = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      // The plural is chosen by the number itself.
      name === 'count' ? value : paramText(language, name, value),
    ]),
  );
  return i18next.t(key, { lng: language, ...written });
}

/** True where some file holds a sentence of that name; ids from data (profiles, eras) may have none. */
export function hasSentence(language: Language, key: string): boolean {
  return i18next.exists(key, { lng: language });
}

/** The name in `terms:<group>/<id>`, or the id itself where the terms do not know it. */
export function term(language: Language, group: string, id: string): string {
  const key = `terms:${group}/${id}`;
  return hasSentence(language, key) ? i18next.t(key, { lng: language }) : id;
}

function paramText(language: Language, name: string, value: string | number): string {
  const text = String(value);
  switch (paramKind(name)) {
    case 'item':
      return term(language, 'items', text);
    case 'cause':
      return term(language, 'causes', text);
    case 'status':
      return term(language, 'statuses', text);
    case 'amount':
      return amountText(text);
    case 'price':
      return priceText(text);
    case 'minutes':
      return countText(text);
    case 'text':
      return text;
  }
}
