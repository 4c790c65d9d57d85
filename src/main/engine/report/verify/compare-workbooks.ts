import type { Language } from '../../../../shared/contract/fields';
import { throwIfCancelled } from '../../jobs';
import { STAMP_SHEET } from '../workbook-stamp';
import type { Findings } from './findings';
import { headingsSetLater, sheetSetLater } from './set-later';
import { workbookRows, type WorkbookRow } from './workbook-rows';

/** Compares a workbook cell by cell with the one that is made today. */
export async function compareWorkbooks(
  found: string,
  expected: string,
  findings: Findings,
  { language, signal }: { readonly language: Language; readonly signal: AbortSignal },
): Promise<void> {
  const later = headingsSetLater(language);
  const signatures = sheetSetLater(language);
  const cursor = new RowCursor(workbookRows(found));
  /** Rows of that sheet which stand before `row` and are not in the expected one. */
  const passAdded = async (sheet: string, row: number) => {
    while (cursor.at !== null && cursor.at.sheet === sheet && cursor.at.row < row) {
      if (sheet !== signatures && !isEmpty(cursor.at))
        findings.differs('line-added', { place: placeOf(cursor.at) });
      await cursor.step();
    }
  };
  await cursor.step();
  let sheet = '';
  let heads: readonly string[] = [];
  let missing = false;
  for await (const row of workbookRows(expected)) {
    throwIfCancelled(signal);
    // The stamp was compared field by field already.
    if (row.sheet === STAMP_SHEET) break;
    if (row.row === 0) {
      await passAdded(sheet, Infinity);
      sheet = row.sheet;
      missing = !isAt(cursor.at, row);
      if (missing) findings.differs('sheet-missing', { place: sheet });
      else await cursor.step();
      continue;
    }
    if (missing || sheet === signatures) continue;
    if (row.row === 1) heads = row.cells;
    await passAdded(sheet, row.row);
    if (cursor.at !== null && isAt(cursor.at, row)) {
      compareCells(cursor.at, row, findings, (column) => later.has(heads[column] ?? ''));
      await cursor.step();
    } else if (!isEmpty(row)) findings.differs('line-missing', { place: placeOf(row) });
  }
  await passAdded(sheet, Infinity);
  await cursor.end();
}

/** A reader that stands at one row and goes on when told. */
class RowCursor {
  at: WorkbookRow | null = null;
  constructor(private readonly rows: AsyncGenerator<WorkbookRow, void>) {}

  async step(): Promise<void> {
    const next = await this.rows.next();
    this.at = next.done === true ? null : next.value;
  }

  async end(): Promise<void> {
    await this.rows.return();
  }
}

const isEmpty = ({ cells }: WorkbookRow) => cells.every((text) => text === '');
const placeOf = ({ sheet, row }: WorkbookRow) => `${sheet}!${row}`;
const isAt = (at: WorkbookRow | null, { sheet, row }: WorkbookRow) =>
  at?.sheet === sheet && at.row === row;

function compareCells(
  found: WorkbookRow,
  expected: WorkbookRow,
  findings: Findings,
  isSetLater: (column: number) => boolean,
): void {
  const width = Math.max(found.cells.length, expected.cells.length);
  for (let column = 0; column < width; column += 1) {
    const text = expected.cells[column] ?? '';
    const there = found.cells[column] ?? '';
    if ((text === '' && there === '') || isSetLater(column)) continue;
    findings.value(`${expected.sheet}!${letters(column)}${expected.row}`, there, text);
  }
}

/** 0 -> A, 25 -> Z, 26 -> AA. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}
