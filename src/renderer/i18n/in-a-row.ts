import type { Words } from './use-words';

/** Sentences after one another, with the space between them where the language writes one. */
export function inARow(t: Words['t'], sentences: readonly string[]): string {
  return sentences.reduce((one, next) => (one === '' ? next : t('inARow', { one, next })), '');
}
