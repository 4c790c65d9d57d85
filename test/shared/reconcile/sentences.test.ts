import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');
const LANGUAGES = ['en', 'zh-CN', 'ko'] as const;

function sentences(language: string, namespace: string): Record<string, string> {
  const path = join(ROOT, 'resources/locales', language, `${namespace}.json`);
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
}

function sources(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}

const SOURCE = sources(join(ROOT, 'src/shared/reconcile')) + sources(join(ROOT, 'src/shared/bill'));
// A blank whose words alone stand elsewhere (`~it/they`) is named again by them.
const blanks = (sentence: string) =>
  [...new Set([...sentence.matchAll(/{{(\w+)/g)].map((m) => m[1]))].sort();

describe.each(['evidence', 'rules'])('sentences of %s', (namespace) => {
  const english = sentences('en', namespace);

  it.each(LANGUAGES)('%s has every sentence with the same blanks', (language) => {
    const own = sentences(language, namespace);
    expect(Object.keys(own)).toEqual(Object.keys(english));
    for (const [code, sentence] of Object.entries(own))
      expect(new Set(blanks(sentence)), code).toEqual(new Set(blanks(english[code] ?? '')));
  });

  it('has no sentence that nothing says', () => {
    const computed = /^(rounded-to-cents|moved)-/;
    const unsaid = Object.keys(english).filter(
      (code) => !computed.test(code) && !SOURCE.includes(`'${code}'`),
    );
    expect(unsaid).toEqual([]);
  });
});

it('every rule that a step names has its sentence', () => {
  const named = [...SOURCE.matchAll(/'((?:meter|draw|expected|billed)\.[a-z0-9-]+)'/g)];
  const rules = sentences('en', 'rules');
  expect(named.length).toBeGreaterThan(20);
  expect(named.map((match) => match[1] ?? '').filter((rule) => !(rule in rules))).toEqual([]);
});

it('every evidence and issue code has its sentence', () => {
  const known = { ...sentences('en', 'evidence'), ...sentences('en', 'issues') };
  const named = [...SOURCE.matchAll(/code: '([a-z-]+)'|'(bill-[a-z-]+-differs?)'/g)];
  const codes = named.map((match) => match[1] ?? match[2] ?? '');
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => !(code in known))).toEqual([]);
});
