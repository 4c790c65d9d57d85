import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { builtCli, type BuiltCli } from '../support/built-cli';

const FIXTURES = join(import.meta.dirname, '../fixtures');
/** The sample's usage with the columns called as somebody called them by hand. */
const NAMES: Readonly<Record<string, string>> = {
  日期: 'Day of use',
  SdkAppId: 'App',
  用量单位: 'Counted in',
  标准用量: 'Used',
  属性: 'Quality',
};

let cli: BuiltCli;
let folder: string;
let workspace: string;
let file: string;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  cli = await builtCli();
  folder = await mkdtemp(join(tmpdir(), 'recount-mapping-'));
  workspace = at('w.recount');
  file = at('by-hand.csv');
  const text = await readFile(join(FIXTURES, 'cn_usage_detail_rav_daily.csv'), 'utf8');
  const [header = '', ...rows] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const renamed = header.split(',').map((name, index) => NAMES[name] ?? `x${index}`);
  await writeFile(file, [renamed.join(','), ...rows].join('\n'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('recount profiles', () => {
  it('is what an unknown file is answered with', async () => {
    const { code, stderr } = await cli.run(['import', file, '--workspace', workspace]);
    expect(code).toBe(2);
    expect(stderr).toContain('recount profiles draft');
    expect(stderr).toContain('--map mapping.json');
  });

  it('drafts a mapping that import reads, and saves it for the next such file', async () => {
    const map = at('mapping.json');
    const drafted = await cli.run(['profiles', 'draft', file, '--out', map]);
    expect(drafted.code).toBe(0);
    const draft = z
      .object({ readAs: z.string(), columns: z.record(z.string(), z.string()), why: z.unknown() })
      .parse(JSON.parse(await readFile(map, 'utf8')));
    expect(draft).toMatchObject({
      readAs: 'cn-usage-detail',
      columns: { App: 'sdkAppId', Used: 'value', Quality: 'attribute', 'Day of use': 'day' },
    });
    const mapped = await cli.run([
      'import',
      file,
      '--map',
      map,
      '--workspace',
      at('mapped.recount'),
    ]);
    expect(mapped).toMatchObject({ code: 0 });
    const plain = await cli.run([
      'import',
      join(FIXTURES, 'cn_usage_detail_rav_daily.csv'),
      '--workspace',
      at('plain.recount'),
    ]);
    const counts = (text: string) => /rows .*/.exec(text)?.[0];
    expect(counts(mapped.stdout)).toBe(counts(plain.stdout));

    const saved = await cli.run([
      ...['profiles', 'save', file, '--name', 'By hand', '--map', map],
      ...['--workspace', workspace],
    ]);
    expect(saved.stdout).toContain('version 1');
    const again = await cli.run(['import', file, '--workspace', workspace]);
    expect(again).toMatchObject({ code: 0 });
    expect(counts(again.stdout)).toBe(counts(plain.stdout));
  });

  it('lists, exports, takes in and removes', async () => {
    const list = await cli.run(['profiles', 'list', '--workspace', workspace]);
    expect(list.stdout).toMatch(/By hand +1 +Usage detail/);
    const out = at('profiles.json');
    await cli.run(['profiles', 'export', out, '--workspace', workspace]);
    const other = at('other.recount');
    const taken = await cli.run(['profiles', 'import', out, '--workspace', other]);
    expect(taken.stdout).toContain('1 taken in, 0');
    const twice = await cli.run(['profiles', 'import', out, '--workspace', other]);
    expect(twice.stdout).toContain('0 taken in, 1');
    await cli.run(['profiles', 'remove', 'By hand', '--workspace', other]);
    const none = await cli.run(['profiles', 'remove', 'By hand', '--workspace', other]);
    expect(none.code).toBe(2);
    const listed = await cli.run(['profiles', 'list', '--json', '--workspace', other]);
    expect(JSON.parse(listed.stdout)).toEqual([]);
  });

  it.each([
    ['{', 'no JSON'],
    ['[]', 'something else'],
    [
      '{"recountProfiles":1,"profiles":[{"name":"x","version":1,"readAs":"no-such","columns":[]}]}',
      'no kind',
    ],
    [
      '{"recountProfiles":1,"profiles":[{"name":"x","version":1,"readAs":"cn-l3-detail","columns":[{"header":"a","field":"constructor"}]}]}',
      'no field',
    ],
    [
      '{"recountProfiles":1,"profiles":[{"name":"x","version":1,"readAs":"cn-l3-detail","columns":[{"header":"a","field":"amount"},{"header":"b","field":"amount"}]}]}',
      'a field twice',
    ],
  ])('takes nothing from a file that holds %s (%s)', async (text) => {
    const path = at('hostile.json');
    await writeFile(path, text);
    const { code, stderr } = await cli.run(['profiles', 'import', path, '--workspace', workspace]);
    expect(code).toBe(2);
    expect(stderr).toContain('Nothing was taken from it');
    const map = await cli.run(['import', file, '--map', path, '--workspace', at('never.recount')]);
    expect(map.code).toBe(2);
    expect(map.stderr).toContain('not a mapping');
  });
});
