import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { installFormulaEngine } from '@cj-tech-master/excelts/formula';
import Papa from 'papaparse';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decimal, sum, toText } from '../../src/shared/money/decimal';
import { auditJsonSchema, type AuditJson } from '../support/audit-json';
import { builtCli, type BuiltCli } from '../support/built-cli';

let cli: BuiltCli;
let folder = '';
let totals: AuditJson['totals'];

beforeAll(async () => {
  installFormulaEngine();
  cli = await builtCli();
  const { stdout } = await cli.run(['audit', '--sample', '--json', '-']);
  totals = auditJsonSchema.parse(JSON.parse(stdout)).totals;
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recount-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function report(language: string): Promise<void> {
  const { stderr } = await cli.run(['audit', '--sample', '--report', folder, '--lang', language]);
  expect(stderr).toBe('');
}

async function workbook(name: string): Promise<Workbook> {
  const book = new Workbook();
  await book.xlsx.readFile(join(folder, name));
  return book;
}

describe('a report', () => {
  it('is one set of files; a second one takes another name', async () => {
    const set = (stem: string) => [
      `${stem}-bill-lines.csv`,
      `${stem}-bridge.csv`,
      `${stem}-causes.csv`,
      `${stem}-charges.csv`,
      `${stem}-coverage.csv`,
      `${stem}-differences.csv`,
      `${stem}-drawdowns.csv`,
      `${stem}-inputs.csv`,
      `${stem}-issues.csv`,
      `${stem}-policies.csv`,
      `${stem}-prices.csv`,
      `${stem}-restated.csv`,
      `${stem}-sign-off.csv`,
      `${stem}.xlsx`,
    ];
    await report('en');
    expect((await readdir(folder)).toSorted()).toEqual(set('recount-all').toSorted());
    const first = await readFile(join(folder, 'recount-all-causes.csv'));
    await report('ko');
    expect((await readdir(folder)).toSorted()).toEqual(
      [...set('recount-all'), ...set('recount-all (2)')].toSorted(),
    );
    expect(await readFile(join(folder, 'recount-all-causes.csv'))).toEqual(first);
  });

  it.each([
    [
      'en',
      'Summary',
      ['Billed', 'Expected', 'Difference', 'Explained', 'Unexplained', 'Other lines'],
    ],
    ['zh-CN', '汇总', ['账单金额', '应付金额', '差额', '已解释', '未解释', '其他账单行']],
    ['ko', '요약', ['청구 금액', '예상 금액', '차액', '설명됨', '설명되지 않음', '기타 항목']],
  ])(
    'in %s sums live: a spreadsheet that computes it anew gets the engine’s totals',
    async (language, title, labels) => {
      await report(language);
      const book = await workbook('recount-all.xlsx');
      const sheet = book.getWorksheet(title);
      const names = [
        'billed',
        'expected',
        'difference',
        'explained',
        'unexplained',
        'otherLines',
      ] as const;
      const cellOf = (label: string) => {
        const cells: { value: unknown; result: unknown; formula: string | undefined }[] = [];
        sheet?.eachRow((row) => {
          const cell = row.getCell(2);
          if (row.getCell(1).value === label && cell.formula !== undefined)
            cells.push({ value: cell.value, result: cell.result, formula: cell.formula });
        });
        return cells.at(-1);
      };
      for (const [index, label] of labels.entries())
        expect(cellOf(label)?.result, label).toBe(Number(totals[names[index] ?? 'billed']));
      // A changed amount must move the sums: the formulas are live, not decoration.
      const charges = book.worksheets[5];
      const amountColumn = 16;
      const changed = charges?.getRow(40).getCell(amountColumn);
      if (changed) changed.value = Number(changed.value) + 1000;
      book.calculateFormulas();
      expect(cellOf(labels[0] ?? '')?.result).toBe(Number(totals.billed));
      expect(cellOf(labels[1] ?? '')?.result).toBe(
        Number(toText(decimal(totals.expected).plus(decimal(1000)))),
      );
      expect(cellOf(labels[2] ?? '')?.result).toBe(
        Number(toText(decimal(totals.difference).minus(decimal(1000)))),
      );
    },
  );

  it('holds numbers as numbers, ids as text and days as days', async () => {
    await report('en');
    const book = await workbook('recount-all.xlsx');
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      'Cover',
      'Summary',
      'Differences',
      'Causes',
      'Bridge',
      'Charges',
      'Draw-downs',
      'Bill lines',
      'Prices used',
      'Policies',
      'Coverage',
      'Restated',
      'Issues',
      'Inputs',
      'Sign-off',
      'recount-stamp',
    ]);
    const row = book.getWorksheet('Differences')?.getRow(2);
    expect(row?.getCell(2).value).toEqual(new Date('2023-06-03T00:00:00Z'));
    expect(row?.getCell(4).value).toBe('1400123456');
    expect(row?.getCell(13).value).toBe(15.0444);
    const inputs = book.getWorksheet('Inputs');
    expect(inputs?.getRow(2).getCell(2).value).toEqual(expect.stringMatching(/^[0-9a-f]{64}$/));
  });

  it('in CSV adds up to the engine’s totals, digit by digit', async () => {
    await report('en');
    const amounts = async (table: string, heading: string) => {
      const text = await readFile(join(folder, `recount-all-${table}.csv`), 'utf8');
      expect(text.startsWith('\uFEFF')).toBe(true);
      const { data } = Papa.parse<Record<string, string>>(text.slice(1), {
        header: true,
        skipEmptyLines: true,
      });
      return data.map((row) => ({ row, amount: decimal(row[heading] ?? '') }));
    };
    const total = (rows: { amount: ReturnType<typeof decimal> }[]) =>
      toText(sum(rows.map(({ amount }) => amount)));
    expect(total(await amounts('charges', 'Amount'))).toBe(totals.expected);
    expect(total(await amounts('causes', 'Amount'))).toBe(totals.explained);
    expect(total(await amounts('differences', 'Difference (billed − expected)'))).toBe(
      totals.difference,
    );
    // Of months, applications and items each: the whole bars are the totals, the steps the difference.
    const bars = await amounts('bridge', 'Amount');
    for (const by of ['Month', 'Application', 'Billing item']) {
      const of = (test: (step: string) => boolean) =>
        total(bars.filter(({ row }) => row['By'] === by && test(row['Step'] ?? '')));
      expect(of((step) => step === 'Expected')).toBe(totals.expected);
      expect(of((step) => step === 'Billed')).toBe(totals.billed);
      expect(of((step) => step !== 'Expected' && step !== 'Billed')).toBe(totals.difference);
    }
    const lines = await amounts('bill-lines', 'Amount');
    const settled = lines.filter(({ row }) => row['Kind of line'] === 'Pay-as-you-go use');
    expect(total(settled)).toBe(totals.billed);
    expect(total(lines.filter((line) => !settled.includes(line)))).toBe(totals.otherLines);
  });
});
