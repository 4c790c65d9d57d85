import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import rules from '../../../resources/locales/en/rules.json';

const ROOT = join(import.meta.dirname, '../../..');
const page = readFileSync(join(ROOT, 'docs/money.md'), 'utf8');

describe('docs/money.md', () => {
  it('lists every place of the engine that rounds, and no other', () => {
    const rounding = globSync('shared/**/*.ts', { cwd: join(ROOT, 'src') }).filter((path) =>
      /from '.*money\/round'/.test(readFileSync(join(ROOT, 'src', path), 'utf8')),
    );
    const listed = [...page.matchAll(/`(shared\/[\w/-]+\.ts)`/g)].map(([, path]) => path);
    const integerRules = ['shared/drawdown/draw-day.ts', 'shared/usage/cumulative-ceiling.ts'];
    expect([...new Set(listed)].sort()).toEqual([...rounding, ...integerRules].sort());
  });

  it('explains every rule that a trace can name, and no other', () => {
    const explained = [...page.matchAll(/^\| `((?:meter|draw|expected|billed)\.[\w-]+)` /gm)];
    expect(explained.map(([, rule]) => rule)).toEqual(Object.keys(rules));
  });
});
