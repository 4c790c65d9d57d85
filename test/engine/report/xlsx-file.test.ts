import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CellTable, CellValue } from '../../../src/main/engine/report/report-table';
import { writeWorkbook, type WrittenTable } from '../../../src/main/engine/report/xlsx-file';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recount-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

function charges(rows: readonly (readonly CellValue[])[]): CellTable {
  return {
    name: 'charges',
    columns: [
      { heading: 'periodStart', kind: 'day', width: 12 },
      { heading: 'sdkAppId', kind: 'text', width: 12 },
      { heading: 'amount', kind: 'amount', width: 12 },
      { heading: 'start', kind: 'time', width: 12 },
    ],
    rows: () => rows,
  };
}

async function written(table: CellTable, rowsPerSheet?: number) {
  const path = join(folder, 'book.xlsx');
  let tables: readonly WrittenTable[] = [];
  await writeWorkbook(createWriteStream(path), {
    language: 'zh-CN',
    tables: [table],
    opening: [
      {
        name: 'summary',
        fill: (_, all) => {
          tables = all;
        },
      },
    ],
    onRows: () => {},
    rowsPerSheet,
    createdAt: new Date('2026-01-01T00:00:00Z'),
  });
  const book = new Workbook();
  await book.xlsx.readFile(path);
  return { book, tables };
}

describe('a workbook', () => {
  it('has dates as dates, ids as text, amounts as numbers, a frozen header and a filter', async () => {
    const { book } = await written(
      charges([['2023-06-03', '1400123456', '-7.875', '2023-06-03T23:55:00']]),
    );
    const sheet = book.getWorksheet('应付明细');
    expect(sheet?.getRow(1).getCell(3).value).toBe('金额');
    const row = sheet?.getRow(2);
    expect(row?.getCell(1).value).toEqual(new Date('2023-06-03T00:00:00Z'));
    expect(row?.getCell(2).value).toBe('1400123456');
    expect(row?.getCell(2).numFmt).toBe('@');
    expect(row?.getCell(3).value).toBe(-7.875);
    expect(row?.getCell(4).value).toEqual(new Date('2023-06-03T23:55:00Z'));
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet?.autoFilter).toBe('A1:E2');
  });

  it('on paper: across a landscape page, the heading on each, only the leading columns of a wide table', async () => {
    const narrow = charges([['2023-06-03', '1400123456', '1', null]]);
    const { book } = await written(narrow);
    const sheet = book.getWorksheet('应付明细');
    expect(sheet?.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1 });
    expect(sheet?.pageSetup.printTitlesRow).toBe('1:1');
    expect(sheet?.pageSetup.printArea).toBe('A1:E2');
    expect(sheet?.headerFooter.oddFooter).not.toContain('打印');
    const wide = { ...narrow, columns: narrow.columns.map((one) => ({ ...one, width: 72 })) };
    const printed = (await written(wide)).book.getWorksheet('应付明细');
    expect(printed?.pageSetup.printArea).toBe('A1:C2');
    expect(printed?.headerFooter.oddFooter).toContain('打印 A–C 列（全部为 A–E）');
  });

  it('gives a row the height of its fullest cell, and a blank between a number and the text beside it', async () => {
    const sentence = 'If the free trial had covered the minutes, the difference would be 0.00.';
    const table: CellTable = {
      name: 'causes',
      columns: [
        { heading: 'amount', kind: 'amount', width: 16 },
        { heading: 'evidence', kind: 'text', width: 30, wraps: true },
        { heading: 'meteredMinutesLow', kind: 'count', width: 6 },
      ],
      rows: () => [
        ['1', sentence, 1],
        ['2', 'short', 2],
      ],
    };
    const sheet = (await written(table)).book.worksheets.find(({ name }) => name !== '汇总');
    expect(sheet?.getRow(2).height).toBe(45);
    expect(sheet?.getRow(3).height).toBeUndefined();
    expect(sheet?.getRow(2).getCell(2).alignment).toMatchObject({
      wrapText: true,
      vertical: 'top',
      indent: 1,
    });
    expect(sheet?.getRow(1).getCell(2).alignment?.indent).toBe(1);
    expect(sheet?.getRow(2).getCell(1).alignment?.indent).toBeUndefined();
    // A narrow column with a long heading shows all of it.
    expect(sheet?.getRow(1).height).toBeGreaterThanOrEqual(45);
  });

  it('writes formulas from a file as text, never as formulas', async () => {
    const { book } = await written(
      charges([[null, '=HYPERLINK("http://example.com")', '1', null]]),
    );
    const cell = book.getWorksheet('应付明细')?.getRow(2).getCell(2);
    expect(cell?.value).toBe('=HYPERLINK("http://example.com")');
    expect(cell?.formula).toBeUndefined();
  });

  it('keeps every digit beside the number where Excel cannot hold them', async () => {
    const { book } = await written(
      charges([
        [null, 'a', '12345678.12345678', null],
        [null, 'b', '1234567.12345678', null],
      ]),
    );
    const sheet = book.getWorksheet('应付明细');
    expect(sheet?.getRow(2).getCell(3).value).toBe(12345678.1234568);
    expect(sheet?.getRow(2).getCell(5).value).toBe('金额: 12345678.12345678');
    expect(sheet?.getRow(3).getCell(5).value).toBeNull();
  });

  it('gives every text and moment back as it was, however it is written', async () => {
    const texts = [
      'a & b',
      '<v>',
      ']]>',
      '"quoted"',
      ' spaces ',
      'two\nlines',
      'a\tb',
      'é 课堂 😀',
      '0',
    ];
    const times = ['2023-06-03T00:00:01', '2024-02-29T12:30:00', '1900-03-01T23:59:59'];
    const rows = texts.map((text, index) => [
      '2024-02-29',
      text,
      '-0.00000001',
      times[index % times.length] ?? null,
    ]);
    // The second time each of them is taken from what was remembered.
    const { book } = await written(charges([...rows, [null, null, null, null], ...rows]));
    const sheet = book.getWorksheet('应付明细');
    [...rows, null, ...rows].forEach((row, index) => {
      const cells = sheet?.getRow(index + 2);
      expect(cells?.getCell(2).value ?? null).toBe(row?.[1] ?? null);
      if (!row) return;
      expect(cells?.getCell(1).value).toEqual(new Date('2024-02-29T00:00:00Z'));
      expect(cells?.getCell(3).value).toBe(-1e-8);
      const time = cells?.getCell(4).value;
      expect(time instanceof Date && Math.round(time.getTime() / 1000)).toBe(
        Date.parse(`${row[3] ?? ''}Z`) / 1000,
      );
    });
  });

  it('goes on in a second sheet when one is full', async () => {
    const rows = Array.from({ length: 25 }, (_, i) => [null, `${i}`, '0.1', null] as const);
    const { book, tables } = await written(charges(rows), 10);
    expect(tables[0]?.sheets).toEqual(['应付明细', '应付明细 2', '应付明细 3']);
    expect(book.worksheets.map((sheet) => [sheet.name, sheet.rowCount])).toEqual([
      ['汇总', 0],
      ['应付明细', 11],
      ['应付明细 2', 11],
      ['应付明细 3', 6],
    ]);
  });

  it('stops where it is told to, with the error that told it', async () => {
    const rows = Array.from({ length: 2000 }, () => [null, 'a', '0.1', null] as const);
    const stream = createWriteStream(join(folder, 'stopped.xlsx'));
    await expect(
      writeWorkbook(stream, {
        language: 'en',
        tables: [charges(rows)],
        opening: [],
        onRows: () => {
          throw new Error('cancelled');
        },
        createdAt: new Date(0),
      }),
    ).rejects.toThrow('cancelled');
    stream.destroy();
  });
});
