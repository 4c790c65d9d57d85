import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { POLICIES } from '../../src/shared/account/policies';
import { decimal, toText } from '../../src/shared/money/decimal';
import { builtCli, type BuiltCli } from '../support/built-cli';

const SAMPLE = join(import.meta.dirname, '..', '..', 'resources', 'sample-month');
const LANGUAGES = ['en', 'zh-CN', 'ko'];
const CALLS = ['estimate', 'calls', '--calls', '100', '--users', '3', '--minutes', '20'];
const LIVE = [
  'estimate',
  'live',
  '--rooms',
  '10',
  '--anchors',
  '2',
  '--audience',
  '50',
  '--minutes',
  '60',
];
const HD_IN_JUNE = ['--tier', 'hd', '--on', '2023-06-01'];

const adviceSchema = z.object({
  offers: z.number(),
  payAsYouGo: z.string(),
  packages: z.array(z.object({ minutes: z.number(), count: z.number(), price: z.string() })),
  packagePrice: z.string(),
  rest: z.string(),
  total: z.string(),
  saving: z.string(),
  usedPackageMinutes: z.number(),
  unusedPackageMinutes: z.number(),
});
const estimateSchema = z.object({
  kind: z.literal('estimate'),
  minutes: z.number(),
  packageMinutes: z.number(),
  payAsYouGo: z.string(),
  streamRule: z.string(),
  lines: z.array(
    z.object({
      item: z.string(),
      steps: z.array(z.object({ rule: z.string(), text: z.string() })),
    }),
  ),
  withPackages: adviceSchema,
});
const policiesSchema = z.object({
  policies: z.array(
    z.object({
      id: z.string(),
      choices: z.array(z.string()),
      default: z.string(),
      inForce: z.string(),
      isDefault: z.boolean(),
      conflict: z.string().nullable(),
      source: z.object({ document: z.string() }),
    }),
  ),
});

let cli: BuiltCli;
let folder = '';
beforeAll(async () => {
  cli = await builtCli();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recount-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

const run = (...args: string[]) => cli.run(args, { cwd: folder });
async function json<T>(schema: z.ZodType<T>, ...args: string[]): Promise<T> {
  const { code, stdout, stderr } = await run(...args, '--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return schema.parse(JSON.parse(stdout));
}

describe('recount estimate', () => {
  it('of calls: minutes, package minutes, both costs, and the formula', async () => {
    const shown = await json(estimateSchema, ...CALLS, ...HD_IN_JUNE);
    expect(shown).toMatchObject({
      minutes: 360_000,
      packageMinutes: 1_440_000,
      payAsYouGo: '10080',
    });
    expect(shown.withPackages).toMatchObject({ total: '8593.92', saving: '1486.08', rest: '0' });
    expect(shown.lines[0]?.steps[0]?.text).toBe(
      'Calls a day 100 × users 3 × streams of the others 2 × minutes 20 × days 30',
    );
  });

  it('of interactive live, by the rule of the site or the one that is asked for', async () => {
    const intl = ['--site', 'intl'];
    expect(await json(estimateSchema, ...LIVE, ...HD_IN_JUNE)).toMatchObject({
      minutes: 1_836_000,
    });
    expect(await json(estimateSchema, ...LIVE, ...HD_IN_JUNE, ...intl)).toMatchObject({
      minutes: 936_000,
      streamRule: 'sum-of-areas',
      withPackages: { offers: 0 },
    });
    expect(
      await json(estimateSchema, ...LIVE, ...HD_IN_JUNE, ...intl, '--streams', 'durations'),
    ).toMatchObject({ minutes: 1_836_000, streamRule: 'sum-of-streams' });
  });

  it('of the tiers of the newest month in a workspace', async () => {
    const files = ['usage-2023-06.csv', 'bill-2023-06.csv'].map((name) => join(SAMPLE, name));
    const account = ['--account', join(SAMPLE, 'account.json')];
    await run('import', ...files, ...account, '--workspace', 'books.recount');
    const mixed = ['--tier', 'mix', '--on', '2023-06-01'];
    const shown = await json(estimateSchema, ...CALLS, ...mixed, '--workspace', 'books.recount');
    expect(shown.lines.map(({ item }) => item)).toEqual([
      'av.audio',
      'av.sd',
      'av.hd',
      'av.fhd',
      'av.2k',
      'av.4k',
    ]);
    expect(shown.lines[0]?.steps[1]?.text).toMatch(
      /^Of this time in this tier.* \/ 2\d\d,\d{3} minutes$/,
    );
    const without = await run(...CALLS, ...mixed);
    expect(without.code).toBe(2);
    expect(without.stderr).toContain('needs a --workspace that has usage');
  });

  it('takes the contract of an account', async () => {
    const contract = [{ item: 'av.hd', discount: '0.5', from: '2023-01-01' }];
    await writeFile(join(folder, 'account.json'), JSON.stringify({ site: 'cn', contract }));
    const shown = await json(estimateSchema, ...CALLS, ...HD_IN_JUNE, '--account', 'account.json');
    expect(shown).toMatchObject({
      payAsYouGo: '5040',
      withPackages: { packages: [], total: '5040' },
    });
  });

  it.each(LANGUAGES)('reads whole in %s', async (language) => {
    for (const args of [CALLS, LIVE])
      for (const site of ['cn', 'intl']) {
        const { code, stdout } = await run(
          ...args,
          ...HD_IN_JUNE,
          '--site',
          site,
          '--lang',
          language,
        );
        expect(code).toBe(0);
        expect(stdout).not.toMatch(/\{\{|undefined|steps\/|streamRules/);
      }
  });

  it('replays the months of a workspace, and its parts add up', async () => {
    const files = [
      '--account',
      join(SAMPLE, 'account.json'),
      '--usage',
      join(SAMPLE, 'usage-2023-06.csv'),
    ];
    const advice = await json(adviceSchema, 'estimate', 'packages', ...files, '--on', '2023-06-01');
    expect(toText(decimal(advice.packagePrice).plus(decimal(advice.rest)))).toBe(advice.total);
    expect(toText(decimal(advice.payAsYouGo).minus(decimal(advice.saving)))).toBe(advice.total);
    const bought = advice.packages.reduce((sum, { minutes, count }) => sum + minutes * count, 0);
    expect(advice.usedPackageMinutes + advice.unusedPackageMinutes).toBe(bought);
    expect(advice).toMatchObject({ payAsYouGo: '4048.3856', total: '3865.488' });
    const month = await json(adviceSchema, 'estimate', 'packages', ...files, '--month', '2023-06');
    expect(month.payAsYouGo).toBe(advice.payAsYouGo);
  });

  it('writes its JSON into a file, and speaks beside it', async () => {
    const { stdout } = await run(...CALLS, ...HD_IN_JUNE, '--json', 'out.json');
    expect(stdout).toContain('10,080.00');
    const text = await readFile(join(folder, 'out.json'), 'utf8');
    expect(estimateSchema.parse(JSON.parse(text)).payAsYouGo).toBe('10080');
    expect(await readdir(folder)).toEqual(['out.json']);
  });

  it.each([
    ['a number that is none', [...CALLS, '--tier', 'hd', '--days', 'many']],
    ['days that no month has', [...CALLS, '--tier', 'hd', '--days', '32']],
    ['a tier that is none', [...CALLS, '--tier', '8k']],
    ['no tier', CALLS],
    ['a day that is none', [...CALLS, '--tier', 'hd', '--on', '2023-02-30']],
    ['a day without prices', [...CALLS, '--tier', 'hd', '--on', '2017-01-01']],
    [
      'a call without anyone',
      ['estimate', 'calls', '--calls', '1', '--users', '0', '--minutes', '1', '--tier', 'hd'],
    ],
    ['pictures above every tier', [...CALLS, '--tier', '4k', '--site', 'intl']],
    [
      'months that are none',
      ['estimate', 'packages', '--usage', join(SAMPLE, 'usage-2023-06.csv'), '--months', '0'],
    ],
    ['nothing to replay', ['estimate', 'packages']],
    [
      'a month without usage',
      ['estimate', 'packages', '--usage', join(SAMPLE, 'usage-2023-06.csv'), '--month', '2022-01'],
    ],
    ['an account that is not there', [...CALLS, '--tier', 'hd', '--account', 'missing.json']],
    [
      'two accounts',
      [...CALLS, '--tier', 'hd', '--account', 'account.json', '--workspace', 'books.recount'],
    ],
    ['a place that cannot be written', [...CALLS, '--tier', 'hd', '--json', 'no/where.json']],
  ])('%s: exit 2 and one line that says why, in the language', async (_, args) => {
    const lines = await Promise.all(
      LANGUAGES.map(async (language) => {
        const { code, stdout, stderr } = await run(...args, '--lang', language);
        expect({ code, stdout }, stderr).toEqual({ code: 2, stdout: '' });
        expect(stderr).toMatch(/^recount: .{10,}\n$/);
        expect(stderr).not.toMatch(/\{\{|undefined|problems/);
        return stderr;
      }),
    );
    expect(new Set(lines).size).toBe(LANGUAGES.length);
  });
});

describe('recount policies', () => {
  it('lists every policy with its default, and the one in force', async () => {
    const { policies } = await json(policiesSchema, 'policies');
    expect(policies.map(({ id }) => id)).toEqual(POLICIES.map(({ id }) => id));
    expect(
      policies.every(({ isDefault, inForce, ...one }) => isDefault && inForce === one.default),
    ).toBe(true);
  });

  it('shows what an account chose', async () => {
    const policy = { meteringScope: 'account' };
    await writeFile(join(folder, 'account.json'), JSON.stringify({ site: 'cn', policy }));
    const { policies } = await json(policiesSchema, 'policies', '--account', 'account.json');
    expect(policies.filter(({ isDefault }) => !isDefault)).toMatchObject([
      { id: 'meteringScope', inForce: 'account', default: 'application', conflict: 'C4' },
    ]);
  });

  it.each(LANGUAGES)('reads whole in %s, with its sources', async (language) => {
    const { code, stdout } = await run('policies', '--lang', language);
    expect(code).toBe(0);
    for (const { id, citation } of POLICIES) {
      expect(stdout).toContain(id);
      expect(stdout).toContain(citation.document);
    }
    expect(stdout).not.toMatch(/\{\{|undefined|\/title|\/why|\/choices/);
  });
});

describe('recount prices', () => {
  it.each(['cn', 'intl'])('shows prices, ratios and packages of %s', async (site) => {
    const { code, stdout } = await run('prices', '--site', site, '--on', '2022-02-01');
    expect(code).toBe(0);
    expect(stdout).toContain('Package ratios');
    expect(stdout).toContain(site === 'cn' ? '16,888.00' : '2,416.00');
    expect(stdout).toContain('3,000,000 –');
  });
});
