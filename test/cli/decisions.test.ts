import { writeFileSync } from 'node:fs';
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
  folder = await mkdtemp(join(tmpdir(), 'recount-decisions-'));
  workspace = ['--workspace', join(folder, 'month.recount')];
  const account = ['--account', join(SAMPLE, 'account.json')];
  const usage = ['--usage', join(SAMPLE, 'usage-2023-06.csv')];
  const bill = ['--bill', join(SAMPLE, 'bill-2023-06.csv')];
  const { code } = await cli.run(['audit', ...workspace, ...account, ...usage, ...bill, ...MONTH]);
  expect(code).toBe(1);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = async (...args: string[]) => {
  const finished = await cli.run([...args, ...workspace, '--lang', 'en']);
  return { ...finished, text: `${finished.stdout}${finished.stderr}` };
};

describe('decisions on the terminal', () => {
  it('are made, listed, undone and redone by name', async () => {
    const bad = await run('decide', 'forgive', '--all', ...MONTH);
    expect(bad).toMatchObject({ code: 2 });
    expect(bad.stderr).toContain('forgive');
    expect((await run('decide', 'dispute', ...MONTH)).code).toBe(2);
    const disputed = await run(
      'decide',
      'dispute',
      '--cause',
      'duplicate-line',
      '--note',
      'T-77',
      ...MONTH,
    );
    expect(disputed.text).toBe('1 row changed\n');
    expect((await run('decisions', ...MONTH)).stdout).toMatch(/Disputed.*T-77/);
    expect((await run('history', '--undo')).stdout).toBe('Undone: Dispute 1 difference\n');
    expect((await run('decisions', ...MONTH)).stdout).toBe('None.\n');
    expect((await run('history', '--redo')).stdout).toBe('Redone: Dispute 1 difference\n');
    expect((await run('history', '--redo')).stdout).toBe('Nothing to do.\n');
    const { stdout } = await run('decisions', '--json', ...MONTH);
    expect(JSON.parse(stdout)).toMatchObject({
      decisions: [{ verdict: 'dispute', note: 'T-77', stands: true, cause: 'duplicate-line' }],
    });
  });

  it('are signed for, and a change breaks the seal with exit code 1', async () => {
    expect((await run('sign', 'prepare', ...MONTH)).code).toBe(2);
    expect(await run('sign', 'prepare', '--name', 'Ann', ...MONTH)).toMatchObject({ code: 0 });
    expect(await run('sign', 'review', '--name', 'Bo', ...MONTH)).toMatchObject({ code: 0 });
    await run('decide', 'ask', '--all', ...MONTH);
    const broken = await run('sign', 'state', ...MONTH);
    expect(broken.code).toBe(1);
    expect(broken.stdout).toContain('Decisions have changed');
    await run('history', '--undo');
    expect((await run('sign', 'state', ...MONTH)).code).toBe(0);
  });

  it('leave a trail that verifies, also against a hash that was written down', async () => {
    // A period ends before its second day; a reader sees the last day that is meant.
    expect((await run('trail')).stdout).toContain('Prepared by Ann (2023-06-01 – 2023-06-30)');
    const verified = await run('trail', '--verify', '--json');
    expect(verified.code).toBe(0);
    const verdict = JSON.parse(verified.stdout) as { ok: boolean; head: string; entries: number };
    expect(verdict.ok).toBe(true);
    expect((await run('trail', '--head', verdict.head)).code).toBe(0);
    expect((await run('trail', '--head', 'f'.repeat(64))).code).toBe(1);
    expect((await run('trail', '--head', 'short')).code).toBe(2);
    const page = await run('trail', '--limit', '2');
    expect(page.stdout).toContain(`1 to 2 of ${verdict.entries}`);
    expect(page.stdout).toContain('Undone: Ask about 7 differences');
  });

  it('say which differences keep the user’s limits, and count only the others', async () => {
    const audit = ['audit', ...MONTH];
    const strict = await run(...audit, '--limit', '100');
    expect(strict.code).toBe(0);
    // Every difference is still listed.
    expect(strict.stdout.match(/within your limit of 100/g)).toHaveLength(7);
    const tighter = await run(...audit, '--limit', '100', '--limit-percent', '1');
    expect(tighter.code).toBe(1);
    expect((await run(...audit, '--limit', 'much')).code).toBe(2);
  });

  it('keep a file beside a decision, a promise and what came of it, and a rule, as the window does', async () => {
    const id = '2023-06-24/1400123456/av.audio';
    const letter = join(folder, 'letter.txt');
    writeFileSync(letter, 'We will look into it.');
    expect((await run('decide', 'dispute', '--all', '--attach', letter, ...MONTH)).code).toBe(2);
    const decided = await run('decide', 'dispute', '--id', id, '--attach', letter, ...MONTH);
    expect(decided.code).toBe(0);
    const { decisions } = JSON.parse((await run('decisions', '--json', ...MONTH)).stdout) as {
      decisions: { key: string; attachments: { name: string }[] }[];
    };
    expect(decisions.find(({ key }) => key === id)?.attachments).toMatchObject([
      { name: 'letter.txt' },
    ]);

    expect((await run('credits', 'promise', '--id', id)).code).toBe(2);
    const terms = ['--amount', '1.50', '--promised-on', '2023-07-03', '--reference', 'T-77'];
    expect((await run('credits', 'promise', '--id', id, ...terms)).stdout).toContain('T-77');
    // No later bill is there that could have returned it.
    expect((await run('credits', 'settle', '--id', id)).code).toBe(2);
    expect((await run('credits', 'withdraw', '--id', id)).stdout).toBe('None.\n');

    const rule = ['--cause', 'row-rounding', '--cap', '5', '--until', '2024-01-01'];
    expect((await run('rules', 'add', '--cause', 'no-such', '--cap', '5')).code).toBe(2);
    expect((await run('rules', 'add', ...rule)).stdout).toContain('Rule 1, proposes');
    expect((await run('rules')).stdout).toContain('0.00 of 5.00 used');
    expect((await run('rules', 'remove', '--rule', '1')).stdout).toContain('ended');
    for (let step = 0; step < 5; step += 1) await run('history', '--undo');
  });

  it('confirm a suggested match and take one apart', async () => {
    const id = ['--id', '2023-06-24/1400123456/av.audio'];
    expect((await run('matches', 'list')).stdout).toBe('None.\n');
    expect((await run('matches', 'confirm', ...id, ...MONTH)).stdout).toContain('confirmed');
    const split = await run('matches', 'split', ...id, ...MONTH);
    expect(split.stdout.match(/\[line .*\]$/gm)).toHaveLength(2);
    expect((await run('history', '--undo')).stdout).toContain('Take 2 bill lines out of a match');
    const where = ['--app', '1400123456', '--item', 'av.hd', '--first-day', '2023-06-25'];
    const place = await run('matches', 'place', ...id, ...where, ...MONTH);
    expect(place.stdout).toContain('placed at HD video duration, 1400123456, 2023-06-25');
    expect((await run('history', '--undo')).stdout).toContain('Place 2 bill lines by hand');
    const backwards = ['--last-day', '2023-06-24'];
    const refused = await run('matches', 'place', ...id, ...where, ...backwards, ...MONTH);
    expect(refused).toMatchObject({ code: 2 });
    expect(refused.stderr).toContain('The last day (2023-06-24) is before the first (2023-06-25).');
    expect((await run('matches', 'place', ...id, ...MONTH)).code).toBe(2);
    expect((await run('matches', 'split', ...MONTH)).code).toBe(2);
  });

  it('compare a month with another to the last digit', async () => {
    const months = ['--month', '2023-06', '--before', '2023-06', '--json'];
    const { code, stdout } = await run('compare-months', ...months);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      effects: { volume: '0', price: '0', mix: '0', new: '0', gone: '0' },
    });
  });
});
