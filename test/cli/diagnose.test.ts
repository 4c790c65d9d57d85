import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { EVIDENCE_KINDS } from '../../src/shared/reconcile/evidence/evidence-findings';
import { CAUSES } from '../../src/shared/reconcile/result/discrepancy';
import { builtCli, type BuiltCli } from '../support/built-cli';

const amount = z.string().regex(/^-?\d+(\.\d*[1-9])?$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** The documented shape of `recount diagnose --json`, strict. */
const diagnoseJsonSchema = z.strictObject({
  engine: z.string(),
  priceBook: z.string().startsWith('sha256:'),
  currency: z.enum(['CNY', 'USD']),
  period: z.strictObject({ from: day, to: day }).nullable(),
  totals: z.record(z.string(), amount),
  findings: z.array(
    z.strictObject({
      cause: z.enum([...CAUSES, 'unexplained', 'tolerance']),
      amount,
      comparisons: z.int().min(1),
      from: day,
      to: day,
      sdkAppIds: z.array(z.string()),
      withoutApplication: z.int().min(0),
      items: z.array(z.string()),
      evidenceCode: z.string().nullable(),
      example: z.string(),
      evidence: z.string().min(1).nullable(),
    }),
  ),
  contradictions: z.array(
    z.strictObject({
      kind: z.enum(EVIDENCE_KINDS),
      code: z.string(),
      packageId: z.string().nullable(),
      places: z.int().min(1),
      from: day.nullable(),
      to: day.nullable(),
      amount: amount.nullable(),
      minutes: amount.nullable(),
      worth: amount.nullable(),
      message: z.string().min(1),
      file: z.string().optional(),
      line: z.int().optional(),
    }),
  ),
  inferences: z.array(
    z.strictObject({
      kind: z.enum(['scope', 'period', 'clock', 'era']),
      value: z.string(),
      lines: z.int(),
      usualLines: z.int(),
      of: z.int(),
      message: z.string().min(1),
    }),
  ),
});

let cli: BuiltCli;
let folder: string;
beforeAll(async () => {
  cli = await builtCli();
  folder = await mkdtemp(join(tmpdir(), 'recount-diagnose-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('recount diagnose', () => {
  it('writes seven findings of the sample month as JSON, to a file or to standard output', async () => {
    const file = join(folder, 'diagnosis.json');
    const toFile = await cli.run(['diagnose', '--sample', '--json', file]);
    const toOutput = await cli.run(['diagnose', '--sample', '--json', '-']);
    expect([toFile.code, toOutput.code, toFile.stderr, toOutput.stderr]).toEqual([1, 1, '', '']);
    const written = diagnoseJsonSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    expect(diagnoseJsonSchema.parse(JSON.parse(toOutput.stdout))).toEqual(written);
    expect(written.findings).toHaveLength(7);
    expect(written.findings[0]).toMatchObject({ cause: 'bill-arithmetic', amount: '100' });
    expect(written.inferences).toEqual([]);
    expect(written.contradictions).toMatchObject([
      { kind: 'bill', amount: '100', file: 'bill-2023-06.csv', line: 154 },
    ]);
  });

  it.each([
    [
      'en',
      'Findings: 7',
      'Price of an earlier period',
      'No other rounding',
      'say against each other: 1',
    ],
    ['zh-CN', '发现 7 项问题', '使用了旧刊例价', '没有其他取整范围', '各文件之间的矛盾：1 项'],
    [
      'ko',
      '발견된 문제: 7건',
      '이전 정가가 적용됨',
      '예상 방식보다',
      '파일 간에 서로 다른 내용: 1건',
    ],
  ])('speaks %s', async (language, heading, cause, inference, contradiction) => {
    const { code, stdout } = await cli.run(['diagnose', '--sample', '--lang', language]);
    expect(code).toBe(1);
    for (const text of [heading, cause, inference, contradiction, '+165.9568'])
      expect(stdout).toContain(text);
    expect(stdout).not.toMatch(/\{\{|diagnose:|evidence:|contradictions:|undefined/);
  });

  it('accepts what --fail-over allows, and refuses what says nothing', async () => {
    const accepted = await cli.run(['diagnose', '--sample', '--fail-over', '100']);
    expect(accepted.code).toBe(0);
    const refused = await cli.run(['diagnose']);
    expect(refused.code).toBe(2);
    expect(refused.stdout).toBe('');
    expect(refused.stderr).toMatch(/^recount: .+\n$/);
  });
});
