import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sentence } from '../../../src/main/engine/locale/sentence';
import { countedText } from '../../../src/shared/contract/counted';
import { paramKind } from '../../../src/shared/contract/param-kind';

const LOCALES = resolve(import.meta.dirname, '../../../resources/locales');

describe('a number of things in a sentence', () => {
  it.each([
    [1, 'row is/rows are', '1 row is'],
    [0, 'row is/rows are', '0 rows are'],
    ['1,234', 'day/days', '1,234 days'],
    ['1234567', 'day/days', '1,234,567 days'],
    ['••', 'minute/minutes', '•• minutes'],
    [1, '~it/they', 'it'],
    [21, '~it/they', 'they'],
    [12345, '#', '12,345'],
    [undefined, '#', ''],
  ])('%s as “%s” is “%s”', (value, format, text) => {
    expect(countedText(value, format, 'rows')).toBe(text);
  });

  it('groups a bare count, and leaves what names something as it is', () => {
    expect(countedText(12345, undefined, 'count')).toBe('12,345');
    expect(countedText(12345, undefined, 'line')).toBe('12345');
    expect(countedText('1400123456', undefined, 'sdkAppId')).toBe('1400123456');
  });

  it('is right in the sentences themselves, in every language', () => {
    const blank = (count: number) => sentence('en', 'issues:rows-blank', { count });
    expect([blank(1), blank(12345)]).toEqual(['1 row is blank.', '12,345 rows are blank.']);
    for (const language of ['zh-CN', 'ko'] as const)
      expect(sentence(language, 'issues:rows-blank', { count: 12345 })).toContain('12,345');
    const moved = { fromItem: 'av.hd', toItem: 'av.sd', remainingAmount: '0' };
    expect(sentence('en', 'evidence:moved-wrong-tier', { ...moved, movedMinutes: 1 })).toMatch(
      /^1 minute of HD video duration stands under .* If it stood where it belongs,/,
    );
  });
});

/** What may follow a blank in English and is no plural: what the blank names does it. */
const VERBS =
  /^(?:is|has|was|says|ends|does|holds|counts|leaves|tells|expires|needs|repeats|stands|fits|differs|charges|unpacks)$/;

describe('the English sentences', () => {
  const texts = readdirSync(join(LOCALES, 'en')).flatMap((file) =>
    readFileSync(join(LOCALES, 'en', file), 'utf8')
      .split('\n')
      .map((line) => `${file} ${line.trim()}`),
  );
  const keyOf = (line: string) => /"([^"]+)": "/.exec(line)?.[1] ?? '';

  it('say “1 row”, not “1 rows”: a number before a plural has its forms', () => {
    const wrong = texts.filter(
      (line) =>
        !/_(?:one|other)$/.test(keyOf(line)) &&
        [...line.matchAll(/\{\{(\w+)\}\} (?:package |settlement |more |bill )?([a-z]+s)\b/g)].some(
          ([, name = '', word = '']) => !VERBS.test(word) && name !== 'packageMinutes',
        ),
    );
    expect(wrong).toEqual([]);
  });

  it('are matched by the others: a number that is grouped in one is grouped in all', () => {
    const forms = new Map(
      texts.map((line) => {
        const names = [...line.matchAll(/\{\{(\w+), [^~]/g)].map(([, name = '']) => name);
        const counted = names.filter((name) => paramKind(name) === 'text');
        return [`${line.split(' ')[0] ?? ''} ${keyOf(line)}`, counted] as const;
      }),
    );
    expect([...forms.values()].flat().length).toBeGreaterThan(50);
    for (const language of ['zh-CN', 'ko'])
      for (const file of readdirSync(join(LOCALES, language)))
        for (const line of readFileSync(join(LOCALES, language, file), 'utf8').split('\n'))
          for (const name of forms.get(`${file} ${keyOf(line)}`) ?? [])
            expect(line, `${language} ${file}`).not.toContain(`{{${name}}}`);
  });
});
