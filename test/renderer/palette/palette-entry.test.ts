import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fitting, fitOf, type PaletteEntry } from '../../../src/renderer/palette/palette-entry';
import { keyText, SHORTCUTS } from '../../../src/renderer/palette/shortcut-list';

const entry = (title: string, also = ''): PaletteEntry => ({
  id: title,
  group: 'screens',
  title,
  also,
  run: () => undefined,
});
const found = (typed: string, ...entries: PaletteEntry[]) =>
  fitting(entries, typed, 10).map(({ title }) => title);

describe('the palette', () => {
  it('puts beginnings of titles first, then of words, then what only holds them', () => {
    const entries = [entry('Abills'), entry('All bills'), entry('Bills')];
    expect(found('bill', ...entries)).toEqual(['Bills', 'All bills', 'Abills']);
  });

  it('finds by every word typed, in any order, in what is shown and what is not', () => {
    expect(
      fitOf({ title: '账单', detail: 'June 2023', also: 'bills' }, 'BILLS june'),
    ).not.toBeNull();
    expect(fitOf({ title: 'Bills' }, 'bills june')).toBeNull();
  });

  it('takes full-width letters for what they are', () => {
    expect(fitOf({ title: '2K' }, '２ｋ')).toBe(1);
  });

  it('shows everything in its own order while nothing is typed, up to a limit', () => {
    expect(found('', entry('b'), entry('a'))).toEqual(['b', 'a']);
    expect(fitting([entry('a'), entry('b')], '', 1)).toHaveLength(1);
  });
});

describe('the list of keys', () => {
  it('has a sentence for each, in every language, and none too many', () => {
    for (const language of ['en', 'zh-CN', 'ko']) {
      const path = join(import.meta.dirname, `../../../resources/locales/${language}/palette.json`);
      const words = JSON.parse(readFileSync(path, 'utf8')) as { shortcuts: object };
      expect(Object.keys(words.shortcuts)).toEqual(SHORTCUTS.map(({ id }) => id));
    }
  });

  it('names the keys of the machine', () => {
    expect(keyText('Mod K', true)).toBe('⌘ K');
    expect(keyText('Mod K', false)).toBe('Ctrl K');
  });
});
