import { tmpdir } from 'node:os';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtCli, type BuiltCli } from '../support/built-cli';

let cli: BuiltCli;
beforeAll(async () => {
  cli = await builtCli();
}, 120_000);

const run = (...args: string[]) => cli.run(['estimate', 'refund', ...args], { cwd: tmpdir() });
const PART = ['--cash', '1588', '--used', '50000', '--delivered', '2023-06-01'];
const LATER = [...PART, '--requested', '2023-07-01'];

describe('recount estimate refund', () => {
  it('takes the used minutes at the price of a package of that many from the cash', async () => {
    // 50,000 minutes at 168 / 25,000 = 0.00672 are 336.
    const { code, stdout } = await run(...LATER, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'refund',
      currency: 'CNY',
      refund: 'part',
      amount: '1252',
      steps: [
        { rule: 'refund-price', value: '0.00672' },
        { rule: 'refund-used', value: '336' },
        { rule: 'refund-rest', value: '1252' },
      ],
    });
  });

  it('gives all back once, unused and within five days', async () => {
    const unused = ['--cash', '1588', '--used', '0', '--delivered', '2023-06-01'];
    const fifth = await run(...unused, '--requested', '2023-06-06', '--json');
    expect(JSON.parse(fifth.stdout)).toMatchObject({ refund: 'full', amount: '1588' });
    const again = await run(
      ...unused,
      '--requested',
      '2023-06-06',
      '--full-refund-taken',
      '--json',
    );
    expect(JSON.parse(again.stdout)).toMatchObject({ refund: 'part', amount: '1588' });
  });

  it.each([
    ['en', 'Refund: 1,252'],
    ['zh-CN', '可退金额：1,252'],
    ['ko', '환불 금액: 1,252'],
  ])('speaks %s', async (language, sentence) => {
    const { stdout } = await run(...LATER, '--lang', language);
    expect(stdout).toContain(sentence);
  });

  it.each([
    ['--used', '1.5'],
    ['--cash', '-3'],
    ['--requested', 'soon'],
  ])('refuses %s %s in one line', async (option, value) => {
    const { code, stderr } = await run(...LATER, option, value);
    expect(code).toBe(2);
    expect(stderr).toContain(option);
  });
});
