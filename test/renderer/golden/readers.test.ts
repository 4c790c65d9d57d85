import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { goldenFile, QUESTIONS } from '../../support/golden-answers';

const written = readdirSync(join(goldenFile('account.get'), '..'))
  .map((name) => basename(name, '.json'))
  .sort();

/** What the tests of this folder read of the engine's answers, by the way they ask for them. */
const read = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.test.tsx'))
  .flatMap((name) => [
    ...readFileSync(join(import.meta.dirname, name), 'utf8').matchAll(/golden\('([\w.]+)'\)/g),
  ])
  .map(([, method]) => method ?? '');

it('every answer that the engine’s test writes is read by a test of the window, and none is left over', () => {
  expect(written).toEqual([...Object.keys(QUESTIONS), 'audits.explain'].sort());
  expect([...new Set(read)].sort()).toEqual(written);
});
