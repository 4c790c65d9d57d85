import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { explanationSchema } from '../../src/shared/contract/audits';
import { chargeExplanationSchema } from '../../src/shared/contract/charges';
import { builtCli, type BuiltCli } from '../support/built-cli';

let cli: BuiltCli;
beforeAll(async () => {
  cli = await builtCli();
});

const explain = (...args: string[]) => cli.run(['explain', ...args, '--sample']);

describe('recount explain', () => {
  it('shows both sides step by step, the source of the price, and the raw lines', async () => {
    const { code, stdout } = await explain('2023-06-26/1400123456/av.hd', '--lang', 'en');
    expect(code).toBe(0);
    expect(stdout).toMatch(/≠ 54\.0036 +Amount: 2,143 minutes \/ 1,000 × 25\.2/);
    expect(stdout).toMatch(/≠ 60\.004 +Amount after discount as printed/);
    expect(stdout).toContain('usage-2023-06.csv:259');
    expect(stdout).toContain('bill-2023-06.csv:131');
    expect(stdout).toMatch(/↳ .+, 2022-06-01: /);
  });

  it.each([
    ['zh-CN', '差异原因'],
    ['ko', '차이의 원인'],
  ])('speaks %s', async (language, words) => {
    const { stdout } = await explain('2023-06-26/1400123456/av.hd', '--lang', language);
    expect(stdout).toContain(words);
    expect(stdout).not.toMatch(/explain:|rules:|Recomputed/);
  });

  it('gives the same as JSON', async () => {
    const { stdout } = await explain('2023-06-26/1400123456/av.hd', '--json', '-');
    const explanation = explanationSchema.parse(JSON.parse(stdout));
    expect(explanation.comparison.difference).toBe('6.0004');
    expect(explanation.expected.at(-1)?.value).toBe('54.0036');
  });

  it('names what fits the beginning of an id, and says when nothing does', async () => {
    const several = await explain('2023-06-26/1400123456', '--lang', 'en');
    expect(several.code).toBe(2);
    expect(several.stderr).toContain('fits several: 2023-06-26/1400123456/av.audio');
    const none = await explain('1999-01-01', '--lang', 'en');
    expect(none.code).toBe(2);
    expect(none.stderr).toContain('1999-01-01: no comparison and no charge has this id');
  });

  it('explains a charge that stands beside no bill', async () => {
    const scenario = join(import.meta.dirname, '../scenarios/package-bought-at-noon');
    const files = ['--account', 'account.json', '--usage', 'usage.csv'].map((name) =>
      name.startsWith('--') ? name : join(scenario, name),
    );
    const charges = await cli.run(['audit', ...files, '--json', '-']);
    const { charges: all } = JSON.parse(charges.stdout) as { charges: Record<string, unknown>[] };
    const charge = all.find(({ packageMinutes }) => packageMinutes !== 0);
    const id = [charge?.['periodStart'], charge?.['sdkAppId'], charge?.['item']].join('/');
    const shown = await cli.run(['explain', id, ...files, '--lang', 'en']);
    expect(shown.code).toBe(0);
    expect(shown.stdout).toContain('No bill line stands beside this charge.');
    expect(shown.stdout).toMatch(/Minutes covered by package \d+ \(bought /);
    const json = await cli.run(['explain', id, ...files, '--json', '-']);
    const explanation = chargeExplanationSchema.parse(JSON.parse(json.stdout));
    expect(explanation.charge.id).toBe(id);
    expect(explanation.steps.at(-1)?.value).toBe(charge?.['amount']);
    expect(explanation.usageRowsTotal).toBeGreaterThan(0);
  });
});
