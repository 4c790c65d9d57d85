import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');
const LOCALES = join(ROOT, 'resources/locales');
const LANGUAGES = ['en', 'zh-CN', 'ko'] as const;
const RENDERER = join(ROOT, 'src/renderer');

function leaves(value: unknown, path: readonly string[] = []): [string, string][] {
  if (typeof value === 'string') return [[path.join('/'), value]];
  if (typeof value !== 'object' || value === null) throw new Error(`no text at ${path.join('/')}`);
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

const read = (language: string, namespace: string): Map<string, string> =>
  new Map(leaves(JSON.parse(readFileSync(join(LOCALES, language, `${namespace}.json`), 'utf8'))));
const namespacesOf = (language: string) =>
  readdirSync(join(LOCALES, language))
    .map((name) => name.replace(/\.json$/, ''))
    .sort();
/** Languages have different plural forms; what must agree is the sentence they are forms of. */
const stem = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');
const stems = (keys: Iterable<string>) => [...new Set([...keys].map(stem))].sort();
/** A plural is always given its count, whether or not the English forms print it. */
const pluralParams = (key: string) => (stem(key) === key ? [] : ['count']);
const params = (text: string) =>
  [...new Set([...text.matchAll(/{{\s*(\w+)/g)].map((match) => match[1] ?? ''))].sort();

function sources(folder: string): { path: string; text: string }[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: path.slice(ROOT.length + 1), text: readFileSync(path, 'utf8') }));
}
const files = sources(RENDERER);
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*/g, '');

describe('the locales', () => {
  it('have the same files in every language', () => {
    for (const language of LANGUAGES) expect(namespacesOf(language)).toEqual(namespacesOf('en'));
  });

  it.each(namespacesOf('en'))('%s has every sentence in every language', (namespace) => {
    const english = stems(read('en', namespace).keys());
    for (const language of LANGUAGES)
      expect(stems(read(language, namespace).keys()), language).toEqual(english);
  });

  it.each(namespacesOf('en'))('%s has no empty sentence', (namespace) => {
    for (const language of LANGUAGES)
      for (const [key, text] of read(language, namespace))
        expect(text.trim(), `${language} ${key}`).not.toBe('');
  });

  it.each(namespacesOf('en'))('%s invents no parameter that English lacks', (namespace) => {
    const known = new Map<string, string[]>();
    for (const [key, text] of read('en', namespace))
      known.set(stem(key), [...(known.get(stem(key)) ?? pluralParams(key)), ...params(text)]);
    for (const language of LANGUAGES)
      for (const [key, text] of read(language, namespace))
        expect(known.get(stem(key)), `${language} ${key}`).toEqual(
          expect.arrayContaining(params(text)),
        );
  });
});

describe('the window’s own sentences', () => {
  const keys = stems(read('en', 'window').keys());
  const code = files.map(({ text }) => withoutComments(text)).join('\n');
  const literals = [...code.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  const conditional = [...code.matchAll(/'([a-zA-Z]+(?:\/[a-zA-Z-]+)+)'/g)].map((m) => m[1] ?? '');
  /** t(`screens/${screen}`): any key below that group may be meant. */
  const groups = [...code.matchAll(/\bt\(\s*`([a-zA-Z/]+)\/\$\{/g)].map((match) => match[1] ?? '');

  it('are all there: no key in the code is missing', () => {
    // A key names the namespace it is in, unless that is the window's own.
    const known = new Set([
      ...keys,
      ...namespacesOf('en').flatMap((space) =>
        stems(read('en', space).keys()).map((key) => `${space}:${key}`),
      ),
    ]);
    expect(literals.filter((key) => !known.has(key))).toEqual([]);
    expect(groups.filter((group) => !keys.some((key) => key.startsWith(`${group}/`)))).toEqual([]);
  });

  it('are all used: no key is left that nothing shows', () => {
    const used = new Set([...literals, ...conditional]);
    const unused = keys.filter(
      (key) => !used.has(key) && !groups.some((group) => key.startsWith(`${group}/`)),
    );
    expect(unused).toEqual([]);
  });

  it('are the only text: no component has words of its own', () => {
    const words = files.flatMap(({ path, text }) => {
      const plain = withoutComments(text);
      const cjk = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(plain) ? [`${path}: CJK`] : [];
      if (!path.endsWith('.tsx')) return cjk;
      const between = [
        ...plain.matchAll(/<\/?[A-Za-z][^<>{}=]*>\s*([^<>{}();=]*[A-Za-z]{2,}[^<>{}();=]*)\s*</g),
      ];
      const attributes = [
        ...plain.matchAll(/\b(?:aria-label|title|placeholder|alt|label)="([^"]*)"/g),
      ];
      return [...cjk, ...[...between, ...attributes].map((match) => `${path}: ${match[1] ?? ''}`)];
    });
    expect(words).toEqual([]);
  });
});
