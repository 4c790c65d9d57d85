import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../../src/main/engine/report/csv-file';
import { excelNumber } from '../../../src/main/engine/report/excel-number';
import type { CellTable } from '../../../src/main/engine/report/report-table';
import { excelText, guarded } from '../../../src/main/engine/report/text-for-spreadsheet';
import { decimal } from '../../../src/shared/money/decimal';

/** What has been used to run commands from a CSV: published by OWASP and spreadsheet advisories. */
const INJECTIONS = [
  '=1+1',
  '=cmd|"/C calc"!A0',
  '+1+1',
  '-1+1',
  '-2+3+cmd|"/C calc"!A0',
  '@SUM(1+1)*cmd|"/C calc"!A0',
  '\t=1+1',
  '\r=1+1',
  ' =1+1',
  '\n=HYPERLINK("http://example.com","x")',
  '\u0000=1+1',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(1)',
  '%0A=1+1',
  '|calc',
];

function table(text: string, amount: string): CellTable {
  return {
    name: 'charges',
    columns: [
      { heading: 'appName', kind: 'text', width: 10 },
      { heading: 'amount', kind: 'amount', width: 10 },
    ],
    rows: () => [[text, amount]],
  };
}

describe('text in a CSV', () => {
  it.each(INJECTIONS)('guards %j', (text) => {
    expect(guarded(text)).toBe(`'${text}`);
  });

  it.each(['课堂', 'a=b', '1400123456', '-', '', "it's", 'x -1'])('leaves %j alone', (text) => {
    expect(guarded(text)).toBe(text);
  });

  it('guards text and never numbers: a negative amount stays one', () => {
    const [, row = ''] = [...csvText(table('-1+1', '-7.875'), 'en')];
    expect(row).toBe("'-1+1,-7.875\r\n");
  });

  it('is UTF-8 with BOM and CRLF, and every cell comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const [header = '', row = ''] = [...csvText(table(text, '1'), 'zh-CN')];
        expect(header).toBe('\uFEFF应用名称,金额\r\n');
        expect(row.endsWith('\r\n')).toBe(true);
        const [cell = '', amount] = Papa.parse<string[]>(row.slice(0, -2)).data[0] ?? [];
        expect([text, `'${text}`]).toContain(cell);
        expect(cell).toBe(guarded(text));
        expect(amount).toBe('1');
      }),
    );
  });
});

describe('text in a workbook', () => {
  it('holds only what XML can carry', () => {
    expect(excelText('a\u0001b\u000Bc\uD800d')).toBe('a\uFFFDb\uFFFDc\uFFFDd');
    expect(excelText('tab\tand\nline 😀')).toBe('tab\tand\nline 😀');
  });

  it('is cut at the length that Excel opens, and shows that it was', () => {
    expect(excelText('x'.repeat(32_767))).toHaveLength(32_767);
    const cut = excelText('x'.repeat(32_768));
    expect(cut).toHaveLength(32_767);
    expect(cut.endsWith('…')).toBe(true);
  });
});

describe('numbers in a workbook', () => {
  it('are exact to 15 significant digits, and say when they are not', () => {
    expect(excelNumber('-7.875')).toEqual({ value: -7.875, exact: true });
    expect(excelNumber('1234567.12345678')).toEqual({ value: 1234567.12345678, exact: true });
    expect(excelNumber('12345678.12345678')).toEqual({ value: 12345678.1234568, exact: false });
    expect(excelNumber('1234567890123456')).toMatchObject({ exact: false });
    expect(excelNumber('123456789012345')).toEqual({ value: 123456789012345, exact: true });
    expect(excelNumber('0.1234567890123456')).toMatchObject({ exact: false });
    for (const none of ['-', '', '.5.', '1e', '--1', '1,5']) expect(excelNumber(none)).toBeNull();
    expect(Object.is(excelNumber('-0')?.value, 0)).toBe(true);
  });

  it('print the very digits of the amount while they are exact', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }), (scaled) => {
        const amount = decimal(scaled).div(decimal(100_000_000));
        const number = excelNumber(amount.toFixed());
        expect(number?.exact).toBe(true);
        expect(decimal(number?.value.toFixed(8) ?? '').equals(amount)).toBe(true);
      }),
    );
  });
});
