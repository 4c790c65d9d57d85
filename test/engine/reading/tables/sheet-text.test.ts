import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { describe, expect, it } from 'vitest';
import { cellText, writeSheets } from '../../../../src/main/engine/reading/tables/sheet-text';
import { usageSeries } from '../../../../src/main/engine/store/evidence/usage';
import { importIssues } from '../../../../src/main/engine/store/imports/imports';
import { importingAll, newWorkspace, temporaryFolder } from '../../workspace';

const HEADER = ['日期', '产品名称', 'SdkAppId', '属性', '用量单位', '标准用量', '备注'];

async function workbookWith(rows: readonly (readonly (string | number | Date | null)[])[]) {
  const path = join(temporaryFolder(), 'usage.xlsx');
  const book = new Workbook();
  book.addWorksheet('说明').addRow(['用量明细']);
  const sheet = book.addWorksheet('明细');
  for (const row of rows) sheet.addRow([...row]);
  sheet.getColumn(1).numFmt = 'yyyy-mm-dd';
  await book.xlsx.writeFile(path);
  return path;
}

describe('a workbook that a person has saved', () => {
  it('is read with its dates and numbers as they were meant, at its own row numbers', async () => {
    const path = await workbookWith([
      HEADER,
      [new Date(Date.UTC(2023, 5, 1)), '实时音视频', 1400654321, '高清', '分钟', 0.1, 'two\nlines'],
      [],
      [new Date(Date.UTC(2023, 5, 2)), '实时音视频', 1400654321, '高清', '分钟', 'many'],
    ]);
    const open = newWorkspace();
    const [outcome, ...more] = await importingAll(open, path);
    expect(more).toEqual([]);
    expect(outcome).toMatchObject({
      outcome: 'imported',
      summary: { rows: 2, accepted: 1, quarantined: 1, firstDay: '2023-06-01' },
    });
    if (outcome?.outcome !== 'imported') return;
    expect(usageSeries(open.readable, null)).toMatchObject([
      { sdkAppId: '1400654321', item: 'av.hd', minutesE4: 1000 },
    ]);
    const { rows } = importIssues(open.readable, outcome.summary.id, { offset: 0, limit: 10 });
    expect(rows).toMatchObject([
      { code: 'part-left-out', params: { part: '说明' } },
      { code: 'row-bad-number', origin: { file: 'usage.xlsx', sheet: '明细', line: 4 } },
    ]);
  });

  it('keeps one line for each row, whatever stands in a cell', async () => {
    const path = await workbookWith([HEADER, ['a\r\nb', 'c,d', 'e"f']]);
    const folder = temporaryFolder();
    const sheets = await writeSheets(
      path,
      'usage.xlsx',
      (index) => join(folder, String(index)),
      new AbortController().signal,
    );
    expect(sheets.map(({ name }) => name)).toEqual(['说明', '明细']);
    expect(readFileSync(sheets[1]?.path ?? '', 'utf8').split('\n')).toEqual([
      HEADER.join(','),
      'a\u2028b,"c,d","e""f",,,,',
      '',
    ]);
  });
});

describe('a cell', () => {
  it.each([
    [0.1, '0.1'],
    [37.038, '37.038'],
    [1e-8, '0.00000001'],
    [1400654321, '1400654321'],
    [-1.25e-7, '-0.000000125'],
    [2.02306e22, '2.02306e+22'],
    [{ error: '#REF!' } as const, '#REF!'],
    [{ formula: 'A1', result: 7 }, '7'],
    [{ richText: [{ text: '高' }, { text: '清' }] }, '高清'],
    [null, ''],
    ['0.10', '0.10'],
  ])('%j is the text %s', (value, text) => {
    expect(cellText(value)).toBe(text);
  });
});
