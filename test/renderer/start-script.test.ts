import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

/** What is imported at once and for its value: neither `import type` nor `import(…)`. */
const AT_ONCE = /^(?:import|export)\s(?!type\s)[^;'"]*?from\s+'([^']+)';/gm;
const FOR_EFFECT = /^import\s+'([^']+)';/gm;

/** All that the page reads before its first picture: own files by their path, libraries by their name. */
function readAtStart(): { readonly own: Set<string>; readonly libraries: Map<string, string> } {
  const own = new Set<string>();
  const libraries = new Map<string, string>();
  const waiting = [join(ROOT, 'src/renderer/main.tsx')];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (own.has(path)) continue;
    own.add(path);
    const text = readFileSync(path, 'utf8');
    for (const [, target = ''] of [...text.matchAll(AT_ONCE), ...text.matchAll(FOR_EFFECT)]) {
      if (target.endsWith('.css')) continue;
      const found = fileOf(path, target);
      if (found === null) libraries.set(target, relative(ROOT, path));
      else waiting.push(found);
    }
  }
  return { own, libraries };
}

function fileOf(from: string, target: string): string | null {
  if (!target.startsWith('.')) return null;
  const path = resolve(dirname(from), target);
  const found = [`${path}.ts`, `${path}.tsx`].find((name) => existsSync(name));
  if (found === undefined) throw new Error(`${from} imports ${target}, which is not there`);
  return found;
}

describe('what the page reads before its first picture', () => {
  const { own, libraries } = readAtStart();

  it('is found', () => {
    expect(own.size).toBeGreaterThan(50);
  });

  it('has no library but those that draw, translate and ask', () => {
    const allowed = [
      'react',
      'react-dom',
      'react-dom/client',
      'react-i18next',
      'i18next',
      '@tanstack/react-query',
    ];
    const others = [...libraries].filter(([name]) => !allowed.includes(name));
    expect(others).toEqual([]);
  });
});
