import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtCli, type BuiltCli } from '../support/built-cli';

const SAMPLE = resolve(import.meta.dirname, '../../resources/sample-month');
const MONTH = ['--month', '2023-06'];

let cli: BuiltCli;
let folder: string;
let workspace: string[];
beforeAll(async () => {
  cli = await builtCli();
  folder = await mkdtemp(join(tmpdir(), 'recount-history-'));
  workspace = ['--workspace', join(folder, 'month.recount')];
  const account = ['--account', join(SAMPLE, 'account.json')];
  const usage = ['--usage', join(SAMPLE, 'usage-2023-06.csv')];
  const bill = ['--bill', join(SAMPLE, 'bill-2023-06.csv')];
  const { code } = await cli.run(['audit', ...workspace, ...account, ...usage, ...bill, ...MONTH]);
  expect(code).toBe(1);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (args: readonly string[], language = 'en') =>
  cli.run([...args, ...workspace, '--lang', language]);
const history = (...args: string[]) => run(['history', ...args]);

interface Listed {
  readonly id?: number;
  readonly title?: string;
  readonly state?: string;
}
const steps = async () => {
  const { stdout } = await history('--json');
  return (JSON.parse(stdout) as { steps: Listed[] }).steps;
};
/** Audits with an account that says something else; what it comes to. */
async function auditWith(change: object): Promise<string> {
  const account = JSON.parse(readFileSync(join(SAMPLE, 'account.json'), 'utf8')) as object;
  const path = join(folder, 'account.json');
  writeFileSync(path, JSON.stringify({ ...account, ...change }));
  return await differenceOf('--account', path);
}
async function differenceOf(...args: string[]): Promise<string> {
  const { stdout } = await run(['audit', ...MONTH, '--json', ...args]);
  return (JSON.parse(stdout) as { totals: { difference: string } }).totals.difference;
}

describe('the history on the terminal', () => {
  it('lists every step by number, time, name and state, the newest first', async () => {
    const { code, stdout } = await history();
    expect(code).toBe(0);
    const [heading, ...rows] = stdout.trimEnd().split('\n');
    expect(heading).toMatch(/What/);
    const named = rows.filter((row) => /\d{4}-\d{2}-\d{2}T/.test(row));
    expect(named.at(-1)).toMatch(/ 1 .*done$/);
    expect(stdout).toMatch(/Import .*2023-06\.csv/);
    expect(stdout).toContain('State the account');
    expect(await steps()).toHaveLength(named.length);
  });

  it('goes one step back and one forward by its name, and the audit with it', async () => {
    const before = await differenceOf();
    const after = await auditWith({ trial: null });
    expect(after).not.toBe(before);
    expect((await steps())[0]).toMatchObject({ title: 'account-trial', state: 'done' });
    expect(await history('--undo')).toMatchObject({
      code: 0,
      stdout: 'Undone: Change the free trial\n',
    });
    expect(await differenceOf()).toBe(before);
    expect((await history()).stdout).toMatch(/Change the free trial +undone/);
    expect((await history('--redo')).stdout).toBe('Redone: Change the free trial\n');
    expect((await history('--redo')).stdout).toBe('Nothing to do.\n');
    expect(await differenceOf()).toBe(after);
  });

  it('goes to any step that is listed, to the beginning, and back', async () => {
    const listed = await steps();
    const ids = listed.flatMap(({ id }) => (id === undefined ? [] : [id]));
    const [last = 0, former = 0] = ids;
    expect((await history('--to', String(former))).stdout).toBe('1 step undone\n');
    expect((await history('--to', String(former))).stdout).toBe('Nothing to do.\n');
    expect((await history('--to', '0')).stdout).toBe(
      `${ids.length - 1} step${ids.length === 2 ? '' : 's'} undone\n`,
    );
    expect((await history('--undo')).stdout).toBe('Nothing to do.\n');
    expect((await steps()).every(({ state }) => state === 'undone')).toBe(true);
    expect((await history('--to', String(last))).stdout).toBe(`${ids.length} steps redone\n`);
    expect(await steps()).toEqual(listed);
    expect((await run(['trail', '--verify'])).code).toBe(0);
  });

  it('says what it cannot do, with exit code 2, and does nothing', async () => {
    const before = await steps();
    for (const [args, said] of [
      [['--undo', '--redo'], 'Say one of --undo, --redo and --to.'],
      [['--to', '1', '--undo'], 'Say one of --undo, --redo and --to.'],
      [['--to', 'yesterday'], '--to takes the number of a step, or 0.'],
      [['--to', '-1'], '--to takes the number of a step, or 0.'],
      [['--to', '999'], 'There is no step 999'],
    ] as const) {
      const { code, stderr } = await history(...args);
      expect(stderr, args.join(' ')).toContain(said);
      expect(code, args.join(' ')).toBe(2);
    }
    expect(await steps()).toEqual(before);
  });

  it('leaves a step behind that is followed by another', async () => {
    await history('--undo');
    await auditWith({ name: 'another' });
    const [newest, left] = await steps();
    expect(newest).toMatchObject({ title: 'account-identity', state: 'done' });
    expect(left).toMatchObject({ title: 'account-trial', state: 'dropped' });
    expect((await history()).stdout).toMatch(/Change the free trial +left behind/);
    const { code, stderr } = await history('--to', String(left?.id));
    expect({ code, stderr }).toMatchObject({ code: 2 });
    expect(stderr).toContain(`There is no step ${left?.id} to go to`);
  });

  it('breaks no seal, and says so in every language', async () => {
    await differenceOf();
    expect((await run(['sign', 'prepare', '--name', 'Ann', ...MONTH])).code).toBe(0);
    const before = await steps();
    for (const [language, said] of [
      ['en', 'reopen the period first'],
      ['zh-CN', '重新打开该期间'],
      ['ko', '해당 기간을 다시 여십시오'],
    ] as const)
      for (const move of [['--undo'], ['--to', '0']]) {
        const { code, stderr } = await run(['history', ...move], language);
        expect(stderr).toContain(said);
        expect(stderr).toContain('2023-06-01 – 2023-06-30');
        expect(code).toBe(2);
      }
    expect(await steps()).toEqual(before);
    expect((await run(['sign', 'state', ...MONTH])).code).toBe(0);
  });

  it('names the steps in the language that is asked for', async () => {
    const names = async (language: string) => (await run(['history'], language)).stdout;
    expect(await names('zh-CN')).toMatch(/更改账号名称、站点或日期 +已执行/);
    expect(await names('ko')).toMatch(/계정 이름, 사이트 또는 날짜 변경 +실행됨/);
  });
});
