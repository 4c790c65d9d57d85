import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Screens and dialogs are loaded when they are first gone to, and their styles with them. What is shown before must
 * not owe its look to a style sheet of a place that nobody has visited.
 */
const RENDERER = resolve(import.meta.dirname, '../../src/renderer');

const filesOf = (ending: string) =>
  readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(RENDERER, name));

const classesIn = (sheet: string) =>
  new Set([...readFileSync(sheet, 'utf8').matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name));
const SHEETS = new Map(filesOf('.css').map((sheet) => [sheet, classesIn(sheet)]));
const STYLED = new Set([...SHEETS.values()].flatMap((names) => [...names]));

const SOURCES = new Map(
  [...filesOf('.ts'), ...filesOf('.tsx')].map((path) => [path, readFileSync(path, 'utf8')]),
);

function resolved(from: string, to: string): string | null {
  const path = join(dirname(from), to);
  return [path, `${path}.ts`, `${path}.tsx`].find((one) => existsSync(one)) ?? null;
}

/** Everything that comes with a file: by `import … from` or `import '…'`, never by `import(…)`. */
function comesWith(entry: string, found = new Set<string>()): Set<string> {
  if (found.has(entry)) return found;
  found.add(entry);
  const text = SOURCES.get(entry) ?? '';
  for (const [, to] of text.matchAll(/^(?:import|export)\s(?!type)[^;]*?'(\.[^']+)'/gms)) {
    const file = to === undefined ? null : resolved(entry, to);
    if (file?.startsWith(RENDERER)) comesWith(file, found);
  }
  return found;
}

/** Files that are loaded by themselves, when they are needed. */
const ENTRIES = [...SOURCES].flatMap(([path, text]) =>
  [...text.matchAll(/import\('(\.[^']+)'\)/g)].flatMap(
    ([, to]) => (to === undefined ? null : resolved(path, to)) ?? [],
  ),
);

function unstyled(entry: string, atStart: ReadonlySet<string>): string[] {
  const own = comesWith(entry);
  const sheets = [...own, ...atStart].filter((file) => file.endsWith('.css'));
  const there = new Set(sheets.flatMap((sheet) => [...(SHEETS.get(sheet) ?? [])]));
  return [...own].flatMap((file) =>
    [...(SOURCES.get(file) ?? '').matchAll(/className="([^"]+)"/g)]
      .flatMap(([, names]) => names?.split(/\s+/) ?? [])
      .filter((name) => STYLED.has(name) && !there.has(name))
      .map((name) => `${file.slice(RENDERER.length + 1)}: ${name}`),
  );
}

describe('styles', () => {
  const atStart = comesWith(join(RENDERER, 'main.tsx'));

  it('are found for the window and for each part that is loaded later', () => {
    expect(ENTRIES.length).toBeGreaterThan(8);
    expect([...atStart].filter((file) => file.endsWith('.css')).length).toBeGreaterThan(2);
  });

  it.each(
    [join(RENDERER, 'main.tsx'), ...new Set(ENTRIES)].map((path) =>
      path.slice(RENDERER.length + 1),
    ),
  )('%s brings the styles it shows', (path) => {
    expect([...new Set(unstyled(join(RENDERER, path), atStart))]).toEqual([]);
  });
});
