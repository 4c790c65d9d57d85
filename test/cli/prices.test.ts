import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { priceComparisonSchema } from '../../src/shared/contract/price-books';
import { builtCli, type BuiltCli } from '../support/built-cli';

const SAMPLE = join(import.meta.dirname, '../../resources/sample-month');

let cli: BuiltCli;
let folder: string;
let workspace: string;
let book: string;

beforeAll(async () => {
  cli = await builtCli();
  folder = await mkdtemp(join(tmpdir(), 'recount-prices-'));
  workspace = join(folder, 'w.recount');
  book = join(folder, 'ours.json');
  const { code, stderr } = await cli.run([
    ...['audit', '--workspace', workspace, '--account', join(SAMPLE, 'account.json')],
    ...['--usage', join(SAMPLE, 'usage-2023-06.csv')],
  ]);
  expect({ code, stderr }).toMatchObject({ code: 0 });
  expect((await cli.run(['prices', 'save', book])).code).toBe(0);
  const dearer = (await readFile(book, 'utf8')).replaceAll('"av.hd": "28"', '"av.hd": "29"');
  await writeFile(book, dearer);
});
afterAll(() => rm(folder, { recursive: true }));

const compared = async (...args: string[]) => {
  const { code, stdout, stderr } = await cli.run([
    ...['prices', 'compare', '--workspace', workspace, '--json'],
    ...args,
  ]);
  expect({ code, stderr }).toMatchObject({ code: 0 });
  return priceComparisonSchema.parse(JSON.parse(stdout));
};

describe('recount prices', () => {
  it('lists and checks the prices of a file', async () => {
    const { code, stdout } = await cli.run(['prices', '--book', book, '--item', 'av.hd']);
    expect(code).toBe(0);
    expect(stdout).toContain(' 29 ');
    expect(stdout).toContain('No fault in sha256:');
  });

  it('compares two versions in money', async () => {
    const result = await compared('--b', book);
    expect(Number(result.change)).toBeGreaterThan(0);
    expect(Number((await compared('--b', book, '--b-list')).change)).toBeGreaterThan(
      Number(result.change),
    );
    const text = await cli.run(['prices', 'compare', '--workspace', workspace, '--b', book]);
    expect(text.stdout).toMatch(/2023-06 +HD/);
  });

  it('takes a book into the workspace and gives the program’s back', async () => {
    const inUse = (await compared()).a.hash;
    expect((await cli.run(['prices', 'use', '--workspace', workspace, '--book', book])).code).toBe(
      0,
    );
    const withOwn = await compared('--b', 'built-in');
    expect(withOwn.a.hash).not.toBe(inUse);
    expect(withOwn.b.hash).toBe(inUse);
    expect(withOwn.change.startsWith('-')).toBe(true);
    const plan = ['--calls', '100', '--users', '3', '--minutes', '20', '--tier', 'hd'];
    const estimate = ['estimate', 'calls', ...plan, '--on', '2023-06-01', '--lang', 'en'];
    // 360,000 minutes at 29 and at the program's 28, both less the sample's contract discount of 10 %.
    expect((await cli.run([...estimate, '--workspace', workspace])).stdout).toContain('9,396.00');
    expect((await cli.run(estimate)).stdout).toContain('10,080.00');
    expect((await cli.run(['prices', 'reset', '--workspace', workspace])).code).toBe(0);
    expect((await compared()).a.hash).toBe(inUse);
  });

  it('says in one line what is wrong', async () => {
    const own = await cli.run(['prices', 'compare', '--workspace', workspace, '--b', 'own']);
    expect(own.code).not.toBe(0);
    expect(own.stderr).toContain('no price book of your own');
    await writeFile(join(folder, 'bad.json'), '{"site":"cn"}');
    const bad = await cli.run(['prices', '--book', join(folder, 'bad.json')]);
    expect(bad.stderr).toContain('bad.json cannot be used, currency: This field is missing.');
  });
});
