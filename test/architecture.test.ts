import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The import table of docs/architecture.md, held in the ordinary test run. A place may import itself,
 * the places listed beside it, and the packages listed; the longest matching prefix decides.
 */
const SHARED_ROOT = [
  'shared/issue',
  'shared/alike-issues',
  'shared/result',
  'shared/invariant',
  'shared/citation',
  'shared/trace',
  'shared/remembered',
  'shared/replace-in-order',
];
const NOUNS = [...SHARED_ROOT, 'shared/money', 'shared/period'];
const FACTS = [...NOUNS, 'shared/catalog', 'shared/account', 'shared/usage', 'shared/bill'];
const SHARED = [
  ...FACTS,
  'shared/pricing',
  'shared/drawdown',
  'shared/settlement',
  'shared/reconcile',
  'shared/decisions',
  'shared/estimate',
  'shared/contract',
];

const BELOW_STORE = ['main/engine/reading', 'main/engine/migrations', 'main/engine/system-failure'];
const BELOW_IMPORT = [
  ...BELOW_STORE,
  'main/engine/store',
  'main/engine/account',
  'main/engine/jobs',
];
const BELOW_AUDIT = [...BELOW_IMPORT, 'main/engine/import', 'main/engine/version'];

interface Rule {
  readonly may: readonly string[];
  readonly packages: readonly string[] | 'any';
}

const TABLE: Readonly<Record<string, Rule>> = {
  'shared/money': { may: SHARED_ROOT, packages: ['decimal.js'] },
  'shared/period': { may: SHARED_ROOT, packages: [] },
  'shared/catalog': { may: NOUNS, packages: [] },
  'shared/account': { may: [...NOUNS, 'shared/catalog'], packages: ['zod'] },
  'shared/usage': { may: [...NOUNS, 'shared/catalog', 'shared/account'], packages: [] },
  'shared/bill': { may: [...NOUNS, 'shared/catalog', 'shared/account'], packages: [] },
  'shared/pricing': { may: FACTS, packages: ['zod'] },
  'shared/drawdown': { may: [...FACTS, 'shared/pricing'], packages: [] },
  'shared/settlement': { may: [...FACTS, 'shared/pricing', 'shared/drawdown'], packages: [] },
  'shared/reconcile': {
    may: [...FACTS, 'shared/pricing', 'shared/drawdown', 'shared/settlement'],
    packages: [],
  },
  'shared/estimate': {
    may: [...FACTS, 'shared/pricing', 'shared/drawdown', 'shared/settlement'],
    packages: [],
  },
  'shared/decisions': {
    may: [...FACTS, 'shared/pricing', 'shared/drawdown', 'shared/settlement', 'shared/reconcile'],
    packages: [],
  },
  'shared/contract': { may: SHARED, packages: ['zod'] },
  shared: { may: ['shared'], packages: [] },
  'main/engine/reading': { may: SHARED, packages: 'any' },
  'main/engine/store': { may: [...SHARED, ...BELOW_STORE], packages: 'any' },
  'main/engine/account': { may: [...SHARED, 'main/engine/store'], packages: 'any' },
  'main/engine/import': { may: [...SHARED, ...BELOW_IMPORT], packages: 'any' },
  'main/engine/audit': { may: [...SHARED, ...BELOW_AUDIT], packages: 'any' },
  'main/engine/decisions': {
    may: [...SHARED, ...BELOW_AUDIT, 'main/engine/audit'],
    packages: 'any',
  },
  'main/engine': { may: SHARED, packages: 'any' },
  'main/cli': { may: [...SHARED, 'main/engine'], packages: 'any' },
  'main/shell': { may: ['shared/contract', ...SHARED_ROOT], packages: 'any' },
  'renderer/components': {
    may: ['renderer/format', 'shared/contract', ...SHARED_ROOT],
    packages: 'any',
  },
  'renderer/charts': {
    may: ['renderer/format', 'renderer/components', 'shared/contract', ...SHARED_ROOT],
    packages: 'any',
  },
  renderer: { may: ['renderer', 'shared/contract', ...SHARED_ROOT], packages: 'any' },
};

const ROOT = resolve(import.meta.dirname, '..');
const SRC = join(ROOT, 'src');
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g;
const TYPE_ONLY = /(?:^|\n)\s*(?:import|export)\s+type\s[^;'"]*?from\s*['"]([^'"]+)['"]/g;

interface SourceFile {
  readonly path: string;
  readonly lines: number;
  readonly text: string;
  /** Paths below src without ending, or package names. */
  readonly local: readonly string[];
  readonly valueLocal: readonly string[];
  readonly packages: readonly string[];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesBelow(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

function targetsOf(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

function read(path: string): SourceFile {
  const text = readFileSync(path, 'utf8');
  const all = targetsOf(text, IMPORT);
  const types = new Set(targetsOf(text, TYPE_ONLY));
  const localOf = (targets: string[]) =>
    targets
      .filter((target) => target.startsWith('.') && !target.includes('?'))
      .map((target) => relative(SRC, resolve(dirname(path), target)));
  return {
    path: relative(SRC, path).replace(/\.tsx?$/, ''),
    lines: text.split('\n').length,
    text,
    local: localOf(all),
    valueLocal: localOf(all.filter((target) => !types.has(target))),
    packages: all.filter((target) => !target.startsWith('.')),
  };
}

const inside = (path: string, place: string) => path === place || path.startsWith(`${place}/`);
const ruleOf = (path: string): [string, Rule] | undefined =>
  Object.entries(TABLE)
    .filter(([place]) => inside(path, place))
    .sort(([a], [b]) => b.length - a.length)[0];

const files = filesBelow(SRC).map(read);

describe('architecture', () => {
  it('every file lives in a place of the table', () => {
    expect(
      files.filter((file) => ruleOf(file.path) === undefined).map((file) => file.path),
    ).toEqual([]);
  });

  it('nobody imports from a place that the table does not allow', () => {
    const wrong = files.flatMap((file) => {
      const found = ruleOf(file.path);
      if (!found) return [];
      const [place, rule] = found;
      return file.local
        .filter((target) => !target.startsWith('..'))
        .filter(
          (target) => !inside(target, place) && !rule.may.some((other) => inside(target, other)),
        )
        .map((target) => `${file.path} -> ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it('only the listed packages are used', () => {
    const wrong = files.flatMap((file) => {
      const rule = ruleOf(file.path)?.[1];
      if (!rule || rule.packages === 'any') return [];
      const allowed = rule.packages;
      return file.packages
        .filter((name) => !allowed.includes(name))
        .map((name) => `${file.path} -> ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it('the engine and the terminal never import electron, and only the store touches better-sqlite3', () => {
    const wrong = files.filter(
      (file) =>
        (/^main\/(engine|cli)\//.test(file.path) && file.packages.includes('electron')) ||
        (file.packages.includes('better-sqlite3') &&
          !/^main\/engine\/(store|migrations)\//.test(file.path)),
    );
    expect(wrong.map((file) => file.path)).toEqual([]);
  });

  it('has no import cycles', () => {
    const graph = new Map(files.map((file) => [file.path, file.valueLocal]));
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (state.get(path) === 'done') return;
      if (state.get(path) === 'open') {
        cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
        return;
      }
      state.set(path, 'open');
      for (const target of graph.get(path) ?? [])
        if (graph.has(target)) visit(target, [...trail, path]);
      state.set(path, 'done');
    };
    for (const path of graph.keys()) visit(path, []);
    expect(cycles).toEqual([]);
  });

  it('has no file over 400 lines', () => {
    expect(
      files.filter((file) => file.lines > 400).map((file) => `${file.path} ${file.lines}`),
    ).toEqual([]);
  });

  it('has no barrels: no file only passes on what others export', () => {
    const barrels = files.filter((file) => {
      const statements = file.text
        .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
        .split(';')
        .map((s) => s.trim())
        .filter((s) => s !== '');
      return (
        statements.length > 0 &&
        statements.every((statement) => /^export\s+(type\s+)?(\*|\{[^}]*\})\s*from/.test(statement))
      );
    });
    expect(barrels.map((file) => file.path)).toEqual([]);
  });

  it('names no file utils, helpers, manager, service or data', () => {
    expect(
      files
        .map((file) => file.path)
        .filter((path) => /(^|[/-])(utils?|helpers?|managers?|services?|data|info)$/.test(path)),
    ).toEqual([]);
  });
});
