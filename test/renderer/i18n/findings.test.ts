import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

describe('the short names of what a bill says against itself', () => {
  it('are there for every check of a line', () => {
    const codes = [...read('src/shared/bill/self-check.ts').matchAll(/'(bill-[a-z-]+)'/g)].map(
      (match) => match[1] ?? '',
    );
    const { findings } = JSON.parse(read('resources/locales/en/terms.json')) as {
      findings: Record<string, string>;
    };
    expect(codes.length).toBeGreaterThan(5);
    expect(codes.filter((code) => findings[code] === undefined)).toEqual([]);
  });
});
