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
