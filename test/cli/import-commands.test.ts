import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { coverageSchema } from '../../src/shared/contract/coverage';
import { restatementSchema } from '../../src/shared/contract/import-changes';
import { quarantinedRowSchema } from '../../src/shared/contract/quarantine';
import { builtCli, type BuiltCli } from '../support/built-cli';

const FIXTURES = join(import.meta.dirname, '../fixtures');
const DAILY = (day: string) => `100012345678-202306${day}-按扣费周期-明细账单.csv`;

let cli: BuiltCli;
let folder: string;
let workspace: string;
const run = (...args: string[]) => cli.run([...args, '--workspace', workspace]);

function replaceCell(line = '', column: number, text: string): string {
  const cells = line.split(',');
  cells[column] = text;
  return cells.join(',');
}

beforeAll(async () => {
  cli = await builtCli();
  folder = await mkdtemp(join(tmpdir(), 'recount-imports-'));
  workspace = join(folder, 'w.recount');
  await mkdir(join(folder, 'june', 'bills'), { recursive: true });
  const bill = (await readFile(join(FIXTURES, 'cn_L3_detail.csv'), 'utf8')).split(/\r?\n/);
  const usage = (await readFile(join(FIXTURES, 'cn_usage_detail_rav_daily.csv'), 'utf8')).split(
    /\r?\n/,
  );
  const [header = '', first = '', second = '', ...rest] = bill;
  const restated = replaceCell(second, 29, '145.00');
  const write = (name: string, lines: readonly string[]) =>
    writeFile(join(folder, 'june', name), `${lines.join('\n')}\n`);
  await write(join('bills', DAILY('05')), [header, first, second, ...rest.slice(0, 6)]);
  await write(join('bills', DAILY('06')), [header, first, restated, ...rest.slice(0, 11)]);
  await write('usage.csv', [
    ...usage.slice(0, 5),
    replaceCell(usage[5], 11, '#REF!'),
    ...usage.slice(6),
  ]);
  await write('notes.txt', ['nothing to read']);
});
afterAll(() => rm(folder, { recursive: true }));

const restatementsSchema = z.object({ restatements: z.array(restatementSchema) });
const quarantineSchema = z.object({ rows: z.array(quarantinedRowSchema) });

describe('recount import of a folder', () => {
  it('takes in every file below it and says what it leaves out', async () => {
    const { code, stdout, stderr } = await run('import', join(folder, 'june'));
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(stdout.match(/ accepted/g)).toHaveLength(3);
    expect(stderr).toContain('notes.txt: left out:');
  });

  it('lists what the provider restated between the daily files', async () => {
    const { stdout } = await run('restatements', '--json');
    const [found] = restatementsSchema.parse(JSON.parse(stdout)).restatements;
    expect(found).toMatchObject({ how: 'daily', changed: 1, gone: 0, inForce: true });
    const text = (await run('restatements')).stdout;
    expect(text).toContain('优惠后总价: 144.03900000 → 145.00');
  });

  it('corrects, dismisses and opens rows of quarantine again', async () => {
    const listed = quarantineSchema.parse(
      JSON.parse((await run('quarantine', 'list', '--json')).stdout),
    ).rows;
    expect(listed).toMatchObject([{ row: 5, code: 'row-spreadsheet-error', state: 'open' }]);
    const row = `${listed[0]?.importId ?? 0}:5`;
    expect(await run('quarantine', 'fix', row, '--set', '标准用量=many')).toMatchObject({
      code: 2,
    });
    expect(await run('quarantine', 'fix', row, '--set', 'no such column=1')).toMatchObject({
      code: 2,
    });
    expect(await run('quarantine', 'fix', row, '--set', '标准用量=40000')).toMatchObject({
      code: 0,
    });
    expect((await run('quarantine', 'list')).stdout).toContain('No rows');
    expect((await run('quarantine', 'list', '--state', 'corrected')).stdout).toContain('#REF!');
    expect(await run('quarantine', 'reopen', row)).toMatchObject({ code: 0 });
    expect(await run('quarantine', 'dismiss', row, '--reason', 'test line')).toMatchObject({
      code: 0,
    });
    expect((await run('quarantine', 'list', '--state', 'dismissed')).stdout).toContain('test line');
  });

  it('lists as many unread rows and issues as are asked for, and says how many there are', async () => {
    const lines = (await readFile(join(FIXTURES, 'cn_usage_detail_rav_daily.csv'), 'utf8'))
      .trimEnd()
      .split(/\r?\n/);
    const bad = Array.from({ length: 1203 }, (_, row) =>
      replaceCell(lines[1], 11, `#REF!${row + 1}`),
    );
    await writeFile(join(folder, 'bad.csv'), `${[lines[0], ...bad].join('\n')}\n`);
    const own = join(folder, 'bad.recount');
    const there = (...args: string[]) => cli.run([...args, '--workspace', own]);
    await there('import', join(folder, 'bad.csv'));
    const all = (await there('quarantine', 'list')).stdout;
    expect(all).toContain('1:1203 ');
    expect(all).toContain('\n1 to 1,203 of 1,203\n');
    const some = await there('quarantine', 'list', '--id', '1', '--offset', '1200', '--limit', '2');
    expect(some.stdout.match(/^1:\d+/gm)).toEqual(['1:1201', '1:1202']);
    expect(some.stdout).toContain('1,201 to 1,202 of 1,203');
    const past = await there('quarantine', 'list', '--offset', '1203');
    expect(past.stdout).toBe('None here, 1,203 in all\n');
    const json = await there('quarantine', 'list', '--limit', '1001', '--json');
    const found = quarantineSchema.extend({ total: z.number() }).parse(JSON.parse(json.stdout));
    expect([found.total, found.rows.length]).toEqual([1203, 1001]);
    expect(await there('quarantine', 'list', '--limit', 'all')).toMatchObject({ code: 2 });
    expect(await there('quarantine', 'fix', '1:1203', '--set', '标准用量=7')).toMatchObject({
      code: 0,
    });

    const issues = (await there('imports', 'issues', '--id', '1')).stdout;
    const [, total = ''] = /1 to (\d+) of \1\n/.exec(issues) ?? [];
    expect(issues.match(/^ {2}(Error|Warning|Note): /gm)).toHaveLength(Number(total));
    const one = (await there('imports', 'issues', '--id', '1', '--offset', '1', '--limit', '1'))
      .stdout;
    expect(one.split('\n').slice(1)).toEqual([issues.split('\n')[2], `  2 to 2 of ${total}`, '']);
    expect(await there('imports', 'issues')).toMatchObject({ code: 2 });
  });

  it('draws the days of the month and ends with 1 where one is missing', async () => {
    const text = await run('coverage', '--month', '2023-06');
    expect(text.code).toBe(1);
    expect(text.stdout).toContain('■■■✗');
    const json = await run('coverage', '--month', '2023-06', '--json');
    const coverage = coverageSchema.parse(JSON.parse(json.stdout));
    expect(coverage.missing).toBeGreaterThan(20);
    expect(coverage.rows.every(({ cells }) => cells.length === 30)).toBe(true);
  });
});
