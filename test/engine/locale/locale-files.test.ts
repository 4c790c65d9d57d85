import { describe, expect, it } from 'vitest';
import { DICTIONARIES } from '../../../src/main/engine/locale/dictionaries';
import { sentence, term } from '../../../src/main/engine/locale/sentence';
import { BUCKETS } from '../../../src/shared/bill/bill-line';
import { ITEMS } from '../../../src/shared/catalog/item';
import { TIERS } from '../../../src/shared/catalog/tier';
import { languageField } from '../../../src/shared/contract/fields';
import { CAUSES, STATUSES } from '../../../src/shared/reconcile/result/discrepancy';

const LANGUAGES = languageField.options;

/** `path -> text` of every sentence of one language. */
function sentencesOf(tree: unknown, path = ''): Map<string, string> {
  if (typeof tree === 'string') return new Map([[path, tree]]);
  const entries = Object.entries(tree as Record<string, unknown>);
  return new Map(entries.flatMap(([key, value]) => [...sentencesOf(value, `${path}/${key}`)]));
}
/** A plural may leave its number out ("one file"), and a language has only the plural forms it needs. */
const placeholders = (key: string, text: string) =>
  [...text.matchAll(/\{\{(\w+)([^}]*)\}\}/g)]
    // Words that only follow a number (`~it/they`) are no blank of their own.
    .filter(
      ([, name, form = '']) => !form.startsWith(', ~') && !(name === 'count' && PLURAL.test(key)),
    )
    .map((match) => match[1])
    .toSorted();
const PLURAL = /_(zero|one|two|few|many|other)$/;
const namesOf = (sentences: Map<string, string>) => [
  ...new Set([...sentences.keys()].map((key) => key.replace(PLURAL, ''))),
];

describe('locale files', () => {
  const english = sentencesOf(DICTIONARIES['en']);

  it.each(LANGUAGES)('%s has every sentence that English has, and no other', (language) => {
    const names = namesOf(sentencesOf(DICTIONARIES[language]));
    expect(names.toSorted()).toEqual(namesOf(english).toSorted());
  });

  it.each(LANGUAGES)('%s fills the same blanks as English', (language) => {
    const wrong = [...sentencesOf(DICTIONARIES[language])].filter(
      ([key, text]) =>
        JSON.stringify(placeholders(key, text)) !==
        JSON.stringify(placeholders(key, english.get(key) ?? '')),
    );
    expect(wrong).toEqual([]);
  });

  it.each(LANGUAGES)('%s leaves no sentence empty', (language) => {
    const empty = [...sentencesOf(DICTIONARIES[language])].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  it.each(LANGUAGES)('%s names every item, tier, status, cause and bucket', (language) => {
    const terms = Object.entries({
      items: ITEMS,
      tiers: TIERS,
      statuses: STATUSES,
      causes: [...CAUSES, 'unexplained', 'tolerance'],
      buckets: BUCKETS,
    });
    const unnamed = terms.flatMap(([group, ids]) =>
      ids
        .filter((id) => sentence(language, `terms:${group}/${id}`) === `${group}/${id}`)
        .map((id) => `${group}/${id}`),
    );
    expect(unnamed).toEqual([]);
  });
});

describe('a sentence', () => {
  it('writes params the way their names say', () => {
    expect(term('ko', 'items', 'av.hd')).toBe('HD 비디오 시간');
    expect(term('en', 'items', 'no.such.item')).toBe('no.such.item');
  });
});
