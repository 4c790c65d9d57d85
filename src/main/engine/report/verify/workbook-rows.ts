import type { CellValue } from '@cj-tech-master/excelts';

export interface WorkbookRow {
  readonly sheet: string;
  readonly row: number;
  /** By column, from 0; empty text where there is nothing. */
  readonly cells: readonly string[];
}

/** The rows of a workbook one after the other, sheet by sheet; a formula counts as its stored result. */
export async function* workbookRows(path: string): AsyncGenerator<WorkbookRow, void> {
  const { WorkbookReader } = await import('@cj-tech-master/excelts');
  const reader = new WorkbookReader(path, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  for await (const sheet of reader) {
    // The name stands in the workbook's own list; a row of no cells tells that the sheet is there.
    yield { sheet: sheet.name, row: 0, cells: [] };
    for await (const row of sheet) {
      const cells: string[] = [];
      row.eachCell((cell, column) => {
        cells[column - 1] = cellText(cell.value);
      });
      yield {
        sheet: sheet.name,
        row: row.number,
        cells: Object.assign(Array<string>(cells.length).fill(''), cells),
      };
    }
  }
}

/** Digits that a spreadsheet keeps: the rest of a number is the noise of its binary form. */
const DIGITS = 15;

function cellText(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(Number(value.toPrecision(DIGITS)));
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('formula' in value || 'sharedFormula' in value) return cellText(value.result ?? null);
  if ('text' in value) return value.text;
  if ('error' in value) return value.error;
  return '';
}
