import type { WriteStream } from 'node:fs';
import type { WorksheetWriter } from '@cj-tech-master/excelts';
import type { Language } from '../../../../shared/contract/fields';
import { invariant } from '../../../../shared/invariant';
import { decimal, sum, toText } from '../../../../shared/money/decimal';
import { excelNumber } from '../excel-number';
import { cellTable } from '../report-table';
import type { ReportSource } from '../report-source';
import { sentence } from '../../locale/sentence';
import { billLinesTable } from '../tables/bill-lines-table';
import { causesTable } from '../tables/causes-table';
import { chargesTable } from '../tables/charges-table';
import { differencesTable } from '../tables/differences-table';
import { drawdownsTable } from '../tables/drawdowns-table';
import { inputsTable } from '../tables/inputs-table';
import { pricesTable } from '../tables/prices-table';
import { columnRanges } from '../summary-sheet';
import { AMOUNT_FORMAT } from '../sheet-rows';
import { BOLD, writeWorkbook, type WrittenTable } from '../xlsx-file';
import type { Letter } from './letter';

/** Only the rows that are disputed, with the charges, bill lines and prices behind them. */
export async function writeDisputeWorkbook(
  stream: WriteStream,
  source: ReportSource,
  letter: Letter,
  language: Language,
  onRows: (rows: number) => void,
): Promise<void> {
  await writeWorkbook(stream, {
    language,
    tables: [
      cellTable(sentDifferences(source)),
      cellTable(causesTable(source)),
      cellTable(chargesTable(source)),
      cellTable(drawdownsTable(source)),
      cellTable(billLinesTable(source)),
      cellTable(pricesTable(source)),
      cellTable(inputsTable(source)),
    ],
    opening: [
      {
        name: 'summary',
        fill: (sheet, written) => fillSummary(sheet, written, source, letter, language),
      },
    ],
    onRows,
    createdAt: new Date(source.run.createdAt),
  });
}

/** What the user decided and noted for themselves is not for the provider. */
const OWN_COLUMNS: readonly string[] = ['decision', 'decisionNote', 'dueOn'];

function sentDifferences(source: ReportSource) {
  const table = differencesTable(source);
  return {
    ...table,
    columns: table.columns.filter(({ heading }) => !OWN_COLUMNS.includes(heading)),
  };
}

/** What the letter says, with sums that are live formulas over the differences. */
function fillSummary(
  sheet: WorksheetWriter,
  written: readonly WrittenTable[],
  source: ReportSource,
  letter: Letter,
  language: Language,
): void {
  sheet.columns = [{ width: 40 }, { width: 24 }, { width: 50 }];
  sheet.addRow([letter.subject]).font = { ...BOLD, size: 14 };
  for (const [label, text] of letter.facts) sheet.addRow([label, text]).getCell(2).numFmt = '@';
  sheet.addRow([]);
  const rows = [...source.discrepancies()];
  for (const heading of ['billedAmount', 'expectedAmount', 'difference'] as const) {
    const total = toText(sum(rows.map((row) => decimal(row[heading]))));
    const there = written.find(({ name }) => name === 'differences')?.sumOf(heading);
    invariant(
      there === total,
      `${heading}: the sheet holds ${there ?? ''}, the letter says ${total}`,
    );
    const ranges = columnRanges(written, 'differences', heading);
    const row = sheet.addRow([
      sentence(language, `report:columns/${heading}`),
      { formula: `ROUND(SUM(${ranges.join(',')}),8)`, result: excelNumber(total)?.value ?? 0 },
      source.run.currency,
    ]);
    row.getCell(2).numFmt = AMOUNT_FORMAT;
  }
}
