import { spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decimal, sum, toText } from '../../src/shared/money/decimal';
import { auditJsonSchema, type AuditJson } from '../support/audit-json';
import { builtCli, type BuiltCli } from '../support/built-cli';

const RESOURCES = join(import.meta.dirname, '..', '..', 'resources');
const SAMPLE = join(RESOURCES, 'sample-month');
const ACCOUNT = ['--account', join(SAMPLE, 'account.json')];
const USAGE = ['--usage', join(SAMPLE, 'usage-2023-06.csv')];
const BILL = ['--bill', join(SAMPLE, 'bill-2023-06.csv')];

let cli: BuiltCli;
let folder = '';
/** The program's own temporary files go here, so that a test sees what stays behind. */
let temporary = '';

beforeAll(async () => {
  cli = await builtCli();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recount-test-'));
  temporary = join(folder, 'tmp');
  await mkdir(temporary);
});
afterEach(() => rm(folder, { recursive: true }));

const run = (...args: string[]) => cli.run(args, { cwd: folder, env: { TMPDIR: temporary } });
async function auditJson(...args: string[]): Promise<AuditJson> {
  const { stdout } = await run('audit', ...args, '--json', '-');
  return auditJsonSchema.parse(JSON.parse(stdout));
}

describe('recount audit', () => {
  it('of a bill that differs: exit 1, nothing on standard error, nothing left behind', async () => {
    const { code, stdout, stderr } = await run('audit', ...ACCOUNT, ...USAGE, ...BILL);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain('Difference     165.9568');
    expect(await readdir(temporary)).toEqual([]);
    expect(await readdir(folder)).toEqual(['tmp']);
  });

  it('takes files, folders and archives without being told what they are', async () => {
    const [usage = '', bill = ''] = [USAGE[1], BILL[1]];
    const told = await auditJson(...ACCOUNT, ...USAGE, ...BILL);
    const { inputs, charges, discrepancies, issues } = told;
    const named = await auditJson(usage, bill, ...ACCOUNT);
    expect(named).toMatchObject({ inputs, charges, discrepancies, issues });
    await mkdir(join(folder, 'june'));
    await copyFile(usage, join(folder, 'june', 'usage-2023-06.csv'));
    expect((await auditJson('june', bill, ...ACCOUNT)).totals).toEqual(told.totals);
    const id = told.discrepancies[0]?.id ?? '';
    const explained = await run('explain', id, usage, bill, ...ACCOUNT);
    expect(explained).toMatchObject({ code: 0, stderr: '' });
    expect((await run('diagnose', usage, bill, ...ACCOUNT)).code).toBe(1);
  });

  it('tells every kind of issue, though one of them stands in a hundred places', async () => {
    const { stdout } = await run('audit', USAGE[1] ?? '', BILL[1] ?? '', '--lang', 'en');
    const told = stdout.slice(stdout.indexOf('To know'));
    expect(told.match(/: the export says/g)).toHaveLength(3);
    expect(told).toMatch(/… and \d{2,3} more of this kind/);
    expect(told).toContain('No account was stated');
  });

  it('writes JSON over what Recount wrote, and over nothing else', async () => {
    const usage = join(folder, 'usage.csv');
    await copyFile(USAGE[1] ?? '', usage);
    const before = await readFile(usage);
    // The option takes the name that follows it: here the export itself.
    const slipped = await run('audit', ...ACCOUNT, '--json', usage, ...BILL);
    expect(slipped).toMatchObject({ code: 2, stdout: '' });
    expect(slipped.stderr).toContain('was not written by Recount');
    expect(await readFile(usage)).toEqual(before);
    const out = join(folder, 'out.json');
    for (const command of ['audit', 'audit', 'diagnose'])
      expect((await run(command, usage, ...BILL, ...ACCOUNT, '--json', out)).code).toBe(1);
    expect(await readFile(out, 'utf8')).toContain('"findings"');
    expect((await readdir(folder)).toSorted()).toEqual(['out.json', 'tmp', 'usage.csv']);
  });

  it.each([
    ['application', 'en', 'From expected to billed, by application', '1400777001', '1 other'],
    ['item', 'zh-CN', '从应付金额到账单金额，按计费项', '高清视频时长', '另外 3 个'],
    ['month', 'ko', '예상 금액에서 청구 금액까지, 월별', '2023-06', '합계'],
  ])(
    'shows the bridge by %s, in %s, down to the whole month',
    async (by, language, title, part, rest) => {
      const { code, stdout } = await run(
        'audit',
        '--sample',
        '--bridge-by',
        by,
        '--lang',
        language,
      );
      expect(code).toBe(1);
      const [, bridge = ''] = stdout.split(title);
      for (const text of [part, rest, '+100.0000', '2,387.8988', '2,553.8556'])
        expect(bridge).toContain(text);
      expect(bridge).not.toMatch(/\{\{|bridge:|undefined/);
    },
  );

  it('takes no other part of a bridge', async () => {
    const { code, stderr } = await run('audit', '--sample', '--bridge-by', 'week');
    expect(code).toBe(2);
    expect(stderr).toContain('month, application, item');
  });

  it('without a bill lists what should be charged, and exits 0', async () => {
    const { code, stdout, stderr } = await run('audit', ...ACCOUNT, ...USAGE);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('2,387.8988');
    expect(stdout).not.toContain('Not billed');
  });

  it('of some days lets the days before them feed the balances', async () => {
    const all = await auditJson(...ACCOUNT, ...USAGE, ...BILL);
    const some = await auditJson(
      ...[...ACCOUNT, ...USAGE, ...BILL, '--from', '2023-06-12', '--to', '2023-06-25'],
    );
    const inside = <Row extends { periodStart: string }>(rows: Row[]) =>
      rows.filter((row) => row.periodStart >= '2023-06-12' && row.periodStart < '2023-06-25');
    expect(some.period).toEqual({ from: '2023-06-12', to: '2023-06-25' });
    expect(some.charges).toEqual(inside(all.charges));
    expect(some.discrepancies).toEqual(inside(all.discrepancies));
    expect(some.totals.expected).toBe(
      toText(sum(some.charges.map((charge) => decimal(charge.amount)))),
    );
    expect(some.discrepancies.map(({ causes }) => causes[0]?.cause)).toEqual([
      'package-not-applied',
      'old-price',
      'duplicate-line',
    ]);
  });

  it('of a month with nothing in it is refused: a wrong month must not look like a right bill', async () => {
    const { code, stderr } = await run(
      'audit',
      ...ACCOUNT,
      ...USAGE,
      ...BILL,
      '--month',
      '2023-05',
    );
    expect(code).toBe(2);
    expect(stderr).toContain('2023-06-01 to 2023-06-30');
  });

  it('takes several files after one option, in any order, and the same file twice changes nothing', async () => {
    const usage = join(SAMPLE, 'usage-2023-06.csv');
    const text = await readFile(usage, 'utf8');
    const [header = '', ...rows] = text.trimEnd().split('\r\n');
    const halves = [rows.slice(150), rows.slice(0, 150)];
    for (const [index, half] of halves.entries())
      await writeFile(join(folder, `${index}.csv`), [header, ...half, ''].join('\r\n'));
    const whole = await auditJson(...ACCOUNT, ...USAGE, ...BILL);
    const split = await auditJson(...ACCOUNT, ...BILL, '--usage', '0.csv', '1.csv', usage, usage);
    // Other files behind it make it another run, and cover its days; what it comes to is the same.
    const beside = { inputs: [], issues: [], coverage: {}, stamp: { ...whole.stamp, inputs: [] } };
    expect(split.stamp.contents).toBe(whole.stamp.contents);
    expect({ ...split, ...beside }).toEqual({ ...whole, ...beside });
    const notes = split.issues.filter(({ code }) => code === 'rows-in-other-file');
    expect(notes.map(({ severity }) => severity)).toEqual(['note', 'note']);
  });

  it('keeps a workspace that is named, and goes on with it', async () => {
    const kept = ['--workspace', 'month.recount'];
    const first = await auditJson(...kept, ...ACCOUNT, ...USAGE, ...BILL);
    const again = await auditJson(...kept);
    const sameMoment = (json: AuditJson) => ({
      ...json,
      stamp: { ...json.stamp, auditedAt: '' },
      coverage: { ...json.coverage, asOf: '' },
    });
    expect(sameMoment(again)).toEqual(sameMoment(first));
    expect(await readdir(temporary)).toEqual([]);
    const imported = await run('import', join(SAMPLE, 'bill-2023-06.csv'), ...kept);
    expect(imported).toMatchObject({ code: 0, stderr: '' });
    expect(imported.stdout).toContain('nothing changed');
    expect(sameMoment(await auditJson(...kept))).toEqual(sameMoment(first));
  });

  it('writes its JSON to a file, whole, and speaks beside it', async () => {
    await writeFile(join(folder, 'out.json'), '{"engine": "0.0.9", "charges": [');
    const { code, stdout } = await run('audit', '--sample', '--json', 'out.json');
    expect(code).toBe(1);
    expect(stdout).toContain('165.9568');
    const json: unknown = JSON.parse(await readFile(join(folder, 'out.json'), 'utf8'));
    expect(auditJsonSchema.parse(json).discrepancies).toHaveLength(7);
    expect(await readdir(folder)).toEqual(['out.json', 'tmp']);
  });

  it('ends quietly when the reader of a pipe has gone', async () => {
    const child = spawn(process.execPath, [cli.program, 'audit', '--sample', '--json', '-'], {
      env: { RECOUNT_RESOURCES: RESOURCES, TMPDIR: temporary },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const code = await new Promise((done) => child.on('close', done));
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(await readdir(temporary)).toEqual([]);
  });
});

describe('what cannot be done', () => {
  it.each([
    ['nothing to audit', ['audit']],
    ['an unknown option', ['audit', '--frob']],
    ['an unknown command', ['frob']],
    ['a month that is none', ['audit', '--sample', '--month', '2023-13']],
    ['a day that is none', ['audit', '--sample', '--from', '2023-02-30', '--to', '2023-03-01']],
    ['half a period', ['audit', '--sample', '--from', '2023-06-01']],
    ['an empty period', ['audit', '--sample', '--from', '2023-06-02', '--to', '2023-06-02']],
    ['a month and days', ['audit', '--sample', '--month', '2023-06', '--to', '2023-06-02']],
    ['a threshold that is no amount', ['audit', '--sample', '--fail-over', '1,5']],
    ['a negative threshold', ['audit', '--sample', '--fail-over=-1']],
    ['a language that is not spoken', ['audit', '--sample', '--lang', 'fr']],
    ['the sample and more', ['audit', '--sample', ...BILL]],
    ['a file that is not there', ['audit', '--usage', 'missing.csv']],
    ['a bill given as usage', ['audit', '--usage', join(SAMPLE, 'bill-2023-06.csv')]],
    ['an account that is not there', ['audit', '--account', 'missing.json', ...USAGE]],
    ['an account that is none', ['audit', '--account', join(SAMPLE, 'planted.json'), ...USAGE]],
    [
      'a report folder that is a file',
      ['audit', '--sample', '--report', join(SAMPLE, 'account.json')],
    ],
    ['JSON into a folder that is not there', ['audit', '--sample', '--json', 'no/where.json']],
    ['a workspace that is none', ['audit', '--workspace', join(SAMPLE, 'account.json')]],
    ['a report of a workspace that is not there', ['report', '.', '--workspace', 'missing']],
    ['an item that is none', ['prices', '--item', 'av.8k']],
    ['a site that is none', ['prices', '--site', 'mars']],
    ['an import without a workspace', ['import', join(SAMPLE, 'bill-2023-06.csv')]],
  ])('%s: exit 2 and one line that says why, in the language', async (_, args) => {
    const languages = ['en_US.UTF-8', 'zh_CN.UTF-8', 'ko_KR.UTF-8'];
    const lines = await Promise.all(
      languages.map(async (LANG) => {
        const options = { cwd: folder, env: { TMPDIR: temporary, LANG } };
        const { code, stdout, stderr } = await cli.run(args, options);
        expect({ code, stdout }, stderr).toEqual({ code: 2, stdout: '' });
        expect(stderr).toMatch(/^recount: .{10,}\n$/);
        expect(stderr).not.toMatch(/\{\{|undefined|recount: [a-z-]+\n/);
        return stderr;
      }),
    );
    expect(new Set(lines).size).toBe(3);
    expect(await readdir(temporary)).toEqual([]);
    expect(await readdir(folder)).toEqual(['tmp']);
  });
});
