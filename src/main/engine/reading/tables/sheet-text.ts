import type { CellValue } from '@cj-tech-master/excelts';
import { EngineFailure, engineError } from '../../../../shared/contract/error';
import { wrongKind } from '../layout/layout';
import { UnpackedText } from './unpacked-text';

/** A sheet of a workbook, written as comma separated text: line n is row n of the sheet. */
export interface SheetText {
  readonly name: string;
  readonly path: string;
}

/** From here on a number in a workbook has lost digits: it was an id. */
const EXACT_BELOW = 1e15;
/** Cells that make a row a header, so that shorter rows behind it end in empty cells. */
const HEADER_CELLS = 5;

/**
 * Writes the sheets of a workbook as text, row by row, without holding the workbook. Throws EngineFailure
 * `file-wrong-kind` `xlsx` for one that is damaged or locked.
 */
export async function writeSheets(
  path: string,
  fileName: string,
  placeFor: (index: number) => string,
  signal: AbortSignal,
): Promise<SheetText[]> {
  const sheets: SheetText[] = [];
  let target: UnpackedText | null = null;
  try {
    // Loaded with the first workbook: an engine starts in half the time without it.
    const { WorkbookReader } = await import('@cj-tech-master/excelts');
    const reader = new WorkbookReader(path, {
      worksheets: 'emit',
      sharedStrings: 'cache',
      // Whether a number is a date stands in its style.
      styles: 'cache',
      hyperlinks: 'ignore',
      entries: 'ignore',
    });
    for await (const sheet of reader) {
      const place = placeFor(sheets.length);
      target = await UnpackedText.create(place);
      let line = 1;
      let width = 0;
      for await (const row of sheet) {
        if (signal.aborted) throw new EngineFailure(engineError('cancelled', {}));
        const cells: string[] = [];
        row.eachCell((cell, column) => {
          cells[column - 1] = cellText(cell.value);
        });
        const filled = Array.from({ length: Math.max(cells.length, width) }, (_, at) =>
          quoted(cells[at] ?? ''),
        );
        if (width === 0 && cells.filter(Boolean).length >= HEADER_CELLS) width = cells.length;
        // Rows without a cell are not in a workbook: empty lines keep the numbers of the others.
        const text = `${'\n'.repeat(Math.max(0, row.number - line))}${filled.join(',')}\n`;
        line = Math.max(line, row.number) + 1;
        const full = target.write(text);
        if (full) await full;
      }
      await target.close();
      sheets.push({ name: sheet.name, path: place });
    }
    return sheets;
  } catch (thrown) {
    await target?.abandon();
    if (thrown instanceof EngineFailure) throw thrown;
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
    if (/^E(?:NOSPC|DQUOT|ACCES|PERM|IO|NOENT)$/.test(code)) throw thrown;
    const detail = thrown instanceof Error ? thrown.message : undefined;
    throw new EngineFailure({ ...wrongKind(fileName, 'xlsx'), ...(detail && { detail }) });
  }
}

/** A line end inside a cell would move the numbers of the lines; this stands for the same. */
function quoted(text: string): string {
  const oneLine = text.replace(/\r\n|\r|\n/g, '\u2028');
  return /[",]/.test(oneLine) ? `"${oneLine.replaceAll('"', '""')}"` : oneLine;
}

/** What a cell holds as text; a number by the shortest decimal that means it, never rounded. */
export function cellText(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) return value.toISOString().slice(0, 19).replace('T', ' ');
  if ('error' in value) return value.error;
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('result' in value) return cellText(value.result);
  if ('text' in value && typeof value.text === 'string') return value.text;
  return '';
}

function numberText(value: number): string {
  // Its last digits are not those of the id that somebody typed: the exponent says so to the reader.
  if (Math.abs(value) >= EXACT_BELOW) return value.toExponential();
  const [digits = '', exponent] = String(value).split('e-');
  if (exponent === undefined) return digits;
  const sign = digits.startsWith('-') ? '-' : '';
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${digits.replace(/[-.]/g, '')}`;
}
