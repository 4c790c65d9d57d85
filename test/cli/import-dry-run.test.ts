import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { batchForecastSchema } from '../../src/shared/contract/import-changes';
import { repeatedRangeSchema } from '../../src/shared/contract/repeats';
import { builtCli, type BuiltCli } from '../support/built-cli';

const FIXTURES = join(import.meta.dirname, '../fixtures');

let cli: BuiltCli;
let folder: string;
let workspace: string;
let usage: string;
let again: string;
let row: string;
beforeAll(async () => {
  cli = await builtCli();
  folder = await mkdtemp(join(tmpdir(), 'recount-dry-'));
  workspace = join(folder, 'w.recount');
  usage = join(FIXTURES, 'cn_usage_detail_rav_daily.csv');
  again = join(folder, 'again.csv');
  const [header = '', ...lines] = (await readFile(usage, 'utf8')).trimEnd().split(/\r?\n/);
  row = lines[0] ?? '';
  await writeFile(
    again,
    `${[header, ...lines.slice(5, 10), row, ...lines.slice(12)].join('\n')}\n`,
  );
});
afterAll(() => rm(folder, { recursive: true }));

const run = (...args: string[]) => cli.run([...args, '--workspace', workspace]);
const forecastOf = (stdout: string) =>
  z.object({ forecast: batchForecastSchema }).parse(JSON.parse(stdout)).forecast;

describe('recount import --dry-run', () => {
  it('tells what would change and makes no workspace where there is none', async () => {
    const { code, stdout, stderr } = await run('import', usage, '--dry-run');
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(stdout).toContain('cn_usage_detail_rav_daily.csv\n');
    expect(stdout).toMatch(/Adds [\d,]+ minutes of use\./);
    expect(stdout).toContain('Nothing was imported.');
    expect(existsSync(workspace)).toBe(false);
  });

  it('leaves a workspace byte for byte as it is, and its forecast is what the import comes to', async () => {
    await run('import', usage);
    const before = await readFile(workspace);
    const told = forecastOf((await run('import', again, '--dry-run', '--json')).stdout);
    expect((await readFile(workspace)).equals(before)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['again.csv', 'w.recount']);
    expect(told.files).toMatchObject([{ fileName: 'again.csv', seconds: 0, accepted: 0 }]);

    const { stdout } = await run('import', again);
    const { rows, duplicates } = told.files[0] ?? { rows: 0, duplicates: 0 };
    expect(duplicates).toBe(rows);
    expect(stdout).toContain(
      `rows ${rows} = 0 accepted + 0 quarantined + ${duplicates} duplicates`,
    );
  });

  it('says the same in every language', async () => {
    for (const [language, words] of Object.entries({
      'zh-CN': '未导入任何内容',
      ko: '아무것도 가져오지 않았습니다',
    })) {
      const { stdout } = await run('import', usage, '--dry-run', '--lang', language);
      expect(stdout).toContain(words);
    }
  });

  it('does not write an account either, and says so', async () => {
    const account = join(folder, 'account.json');
    await writeFile(account, '{"site":"intl"}');
    const { code, stderr } = await run('import', usage, '--dry-run', '--account', account);
    expect(code).toBe(2);
    expect(stderr).toContain('--account');
    expect((await run('import', usage, '--json')).code).toBe(2);
  });

  it('says of usage that would wait why nothing is added', async () => {
    const account = join(folder, 'two-apps.json');
    const apps = ['1400000001', '1400000002'].map((sdkAppId) => ({ sdkAppId }));
    await writeFile(account, JSON.stringify({ site: 'cn', apps }));
    const file = join(FIXTURES, 'api_DescribeTrtcUsage.json');
    const empty = join(folder, 'none.recount');
    const waiting = ['import', file, '--workspace', empty, '--dry-run', '--account', account];
    const { stdout } = await cli.run(waiting);
    expect(stdout).toContain('It waits, and adds nothing yet');
    expect(stdout).toContain('Rows that will count then: 3 of 3.');
    expect(stdout).not.toContain('Adds no use');
    const said = (await cli.run([...waiting, '--app', '1400000002'])).stdout;
    expect(said).toContain('Adds 160,846 minutes of use.');
    expect(said).toContain('Rows that count: 3 of 3.');
  });
});

describe('recount imports repeats', () => {
  it('names the lines on both sides', async () => {
    const { stdout } = await run('imports', 'repeats', '--id', '2');
    expect(stdout).toContain('2  again.csv\n');
    expect(stdout).toContain(
      '  lines 2–6 (5): cn_usage_detail_rav_daily.csv, lines 7–11  Counted once, in the other file\n',
    );
    expect(stdout).toContain('line 7 (1): cn_usage_detail_rav_daily.csv, line 2');
    expect((await run('imports', 'repeats', '--id', '1')).stdout).toContain('anywhere else');
    expect((await run('imports', 'repeats')).code).toBe(2);
  });

  it('gives all of them as JSON', async () => {
    const { stdout } = await run('imports', 'repeats', '--id', '2', '--json');
    const { repeats } = z
      .object({
        repeats: z.array(z.object({ importId: z.number(), ranges: z.array(repeatedRangeSchema) })),
      })
      .parse(JSON.parse(stdout));
    expect(repeats[0]?.ranges.map(({ count }) => count).slice(0, 2)).toEqual([5, 1]);
  });
});
