import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { builtCli, type BuiltCli } from '../support/built-cli';
import { auditJsonSchema, type AuditJson } from '../support/audit-json';

/**
 * The sample month's script knows by its own arithmetic what is wrong with the bill; the audit, which
 * knows nothing of the script, must find exactly that.
 */
const SAMPLE = join(import.meta.dirname, '..', '..', 'resources', 'sample-month');
const SCRIPT = join(import.meta.dirname, '..', '..', 'scripts', 'make-sample-month.mjs');

const drawn = z.object({ minutes: z.number(), lastDay: z.string() });
const plantedSchema = z.object({
  period: z.object({ from: z.string(), to: z.string() }),
  totals: z.object({
    billed: z.string(),
    expected: z.string(),
    difference: z.string(),
    otherLines: z.string(),
  }),
  drawdowns: z.object({ trial: drawn, package: drawn.extend({ left: z.number() }) }),
  usageRows: z.number(),
  settlementLines: z.number(),
  mistakes: z.array(
    z.object({
      cause: z.string(),
      day: z.string(),
      sdkAppId: z.string(),
      item: z.string(),
      amount: z.string(),
    }),
  ),
});

let cli: BuiltCli;
let planted: z.infer<typeof plantedSchema>;
let found: AuditJson;
let exitCode: number | null;

beforeAll(async () => {
  cli = await builtCli();
  planted = plantedSchema.parse(JSON.parse(await readFile(join(SAMPLE, 'planted.json'), 'utf8')));
  const audit = await cli.run(['audit', '--sample', '--json', '-']);
  expect(audit.stderr).toBe('');
  exitCode = audit.code;
  found = auditJsonSchema.parse(JSON.parse(audit.stdout));
});

describe('the sample month', () => {
  it('is what its script writes, byte for byte', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'recount-test-'));
    try {
      await promisify(execFile)(process.execPath, [SCRIPT, folder]);
      for (const name of await readdir(SAMPLE))
        expect(await readFile(join(folder, name), 'utf8'), name).toBe(
          await readFile(join(SAMPLE, name), 'utf8'),
        );
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('has seven mistakes, each of another kind', () => {
    expect(planted.mistakes).toHaveLength(7);
    expect(new Set(planted.mistakes.map(({ cause }) => cause)).size).toBe(7);
  });

  it('gives up each planted mistake with its amount, and nothing else', () => {
    const causes = found.discrepancies.flatMap((row) =>
      row.causes.map(({ cause, amount }) => ({
        cause,
        day: row.periodStart,
        sdkAppId: row.sdkAppId,
        item: row.item,
        amount,
      })),
    );
    expect(causes).toEqual(planted.mistakes);
    expect(found.discrepancies).toHaveLength(7);
    expect(found.discrepancies.map((row) => row.unexplained)).toEqual(Array(7).fill('0'));
  });

  it('adds up to what the script added up', () => {
    expect(found.totals).toEqual({
      ...planted.totals,
      explained: planted.totals.difference,
      unexplained: '0',
    });
    expect(found.charges).toHaveLength(planted.usageRows);
  });

  it('draws down the trial and the package as the script did', () => {
    const of = (trial: boolean) =>
      found.drawdowns.filter(({ source }) => (source === 'trial') === trial);
    for (const [rows, expected] of [
      [of(true), planted.drawdowns.trial],
      [of(false), planted.drawdowns.package],
    ] as const) {
      expect(rows.reduce((sum, row) => sum + row.deducted, 0)).toBe(expected.minutes);
      expect(rows.at(-1)?.day).toBe(expected.lastDay);
    }
    expect(of(false).at(-1)?.balanceAfter).toBe(planted.drawdowns.package.left);
  });

  it('reports one finding beside the differences: the line that contradicts itself', () => {
    expect(found.issues.map(({ severity, code }) => [severity, code])).toEqual([
      ['error', 'bill-amount-differs'],
    ]);
  });

  it('differs, and by at most 100.00', async () => {
    expect(exitCode).toBe(1);
    const codeFor = async (amount: string) =>
      (await cli.run(['audit', '--sample', '--fail-over', amount])).code;
    expect(await codeFor('99.99')).toBe(1);
    expect(await codeFor('100')).toBe(0);
  });

  it.each([
    ['en', 'Free trial not applied', 'Unexplained'],
    ['zh-CN', '未抵扣免费试用时长', '未解释'],
    ['ko', '무료 체험 시간이 공제되지 않음', '설명되지 않음'],
  ])('reads well on a terminal in %s', async (language, cause, unexplained) => {
    const { stdout, stderr } = await cli.run(['audit', '--sample', '--lang', language]);
    expect(stderr).toBe('');
    expect(stdout).toContain(cause);
    expect(stdout).toMatch(new RegExp(`${unexplained} +0\\.0000\n`));
    expect(stdout).toContain('+165.9568');
    expect(stdout).toContain('1,588.3344');
    expect(stdout).not.toMatch(/undefined|null|\{\{|[a-z]+-[a-z]+-[a-z]+(?=\n)/);
  });
});
