import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtCli, type BuiltCli } from '../support/built-cli';

const ACCOUNT = resolve(import.meta.dirname, '../../resources/sample-month/account.json');
const USAGE = resolve(import.meta.dirname, '../../resources/sample-month/usage-2023-06.csv');

let cli: BuiltCli;
let folder: string;
beforeAll(async () => {
  cli = await builtCli();
  folder = await mkdtemp(join(tmpdir(), 'recount-packages-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('recount packages', () => {
  it('says of each fact why, where the account looked it up, and what the provider prints', async () => {
    const account = join(folder, 'account.json');
    await writeFile(
      account,
      JSON.stringify({
        name: 'A',
        site: 'cn',
        settlement: 'monthly',
        references: { settlement: 'mail of 2021-03-01' },
      }),
    );
    const { code, stdout, stderr } = await cli.run([
      'packages',
      '--usage',
      USAGE,
      '--account',
      account,
      '--lang',
      'en',
    ]);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toContain(
      'settlement = monthly: Stated in the account.\n  Looked up in: mail of 2021-03-01\n',
    );
    expect(stdout).toMatch(
      /arrears = not-known: No export .*\n {2}Source: 欠费停服说明\.md, 2022 \(/,
    );
  });

  it('says of the trial and of each package what became of it, and when pay-as-you-go took over', async () => {
    const { code, stdout } = await cli.run([
      'packages',
      '--usage',
      USAGE,
      '--account',
      ACCOUNT,
      '--lang',
      'en',
    ]);
    expect(code).toBe(0);
    const line = (start: string) =>
      stdout.split('\n').find((one) => one.startsWith(start) && one.includes('Used up'));
    expect(line('Free trial')).toMatch(
      /10,000 +0 +Used up 2023-06-05; pay-as-you-go from 2023-06-05$/,
    );
    expect(line('音视频包 250000min 2000009001')).toMatch(
      /250,000 +0 +Partly pay-as-you-go from 2023-06-17 · Used up 2023-06-18$/,
    );
  });
});
