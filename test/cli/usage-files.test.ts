import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditJsonSchema } from '../support/audit-json';
import { builtCli, type BuiltCli } from '../support/built-cli';

const FIXTURES = join(import.meta.dirname, '../fixtures');
const fixture = (name: string) => join(FIXTURES, name);
const FIVE_MINUTES = fixture('trtc_console_usage_5min.csv');

let cli: BuiltCli;
let workspace = '';

beforeAll(async () => {
  cli = await builtCli();
});
beforeEach(async () => {
  workspace = join(await mkdtemp(join(tmpdir(), 'recount-test-')), 'a.recount');
});
afterEach(() => rm(join(workspace, '..'), { recursive: true }));

const importing = (...args: string[]) => cli.run(['import', ...args, '--workspace', workspace]);

describe('recount import', () => {
  it('takes in a file that names no application, and says what it was taken for', async () => {
    const { code, stdout } = await importing(FIVE_MINUTES);
    expect(code).toBe(0);
    expect(stdout).toContain('288 accepted');
    expect(stdout).toContain('no application is known yet');
    await importing(fixture('cn_L3_detail.csv'));
    const imports = (...args: string[]) =>
      cli.run(['imports', ...args, '--workspace', workspace, '--id', '1']);
    // The bill names two: it waits until somebody says whose it is.
    expect((await imports('list')).stdout).toMatch(/5min\.csv.* waits +\*/);
    expect((await imports('say-app')).code).toBe(2);
    expect((await imports('say-app', '--app', '1400654321')).stdout).toMatch(
      /5min\.csv.* counts +1400654321/,
    );
    expect((await imports('open-app')).stdout).toMatch(/5min\.csv.* waits +\*/);
  });

  it('takes it from --app, and says how the file was taken', async () => {
    const { code, stdout, stderr } = await importing(
      FIVE_MINUTES,
      fixture('api_DescribeTrtcUsage.json'),
      fixture('stream_segments.csv'),
      '--app',
      '1400654321',
    );
    expect(code).toBe(0);
    expect(stdout).toContain('288 accepted');
    expect(stdout.match(/ accepted/g)).toHaveLength(3);
    expect(stderr).toContain('Application 1400654321, as you said.');
    expect(stderr).toContain('since nothing in the file says otherwise');
    expect(stderr).toContain('Counted as audio/video calls, from the file’s name.');
  });

  it.each([
    [['--app', 'x'], 'SDKAppID'],
    [['--service', 'radio'], 'recording.mixed'],
  ])('refuses %j', async (args, said) => {
    const { code, stderr } = await importing(FIVE_MINUTES, ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });
});

describe('recount audit', () => {
  it('audits a bill against the console usage, column by column', async () => {
    const account = join(import.meta.dirname, '../scenarios/sample-files/account.json');
    const run = async (usage: string) => {
      const { stdout } = await cli.run([
        ...['audit', '--account', account, '--bill', fixture('cn_L3_detail.csv')],
        ...['--usage', fixture(usage), '--json', '-'],
      ]);
      return auditJsonSchema.parse(JSON.parse(stdout));
    };
    const [console, detail] = [
      await run('trtc_console_usage_daily.csv'),
      await run('cn_usage_detail_rav_daily.csv'),
    ];
    // Both are the same minutes; only the detail says what the provider covered.
    expect(console.totals).toEqual(detail.totals);
    expect(console.charges.filter(({ meteredMinutes }) => meteredMinutes > 0)).toMatchObject(
      detail.charges.map(({ sdkAppId, item, meteredMinutes }) => ({
        sdkAppId,
        item,
        meteredMinutes,
      })),
    );
  });
});
