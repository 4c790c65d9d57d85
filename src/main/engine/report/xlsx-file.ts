import { once } from 'node:events';
import type { WriteStream } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type {
  WorkbookWriter,
  WorkbookWriterOptions,
  WorksheetWriter,
} from '@cj-tech-master/excelts';
import type { Language } from '../../../shared/contract/fields';
import { sentence } from '../locale/sentence';
import { ExactSum } from './exact-sum';
import type { CellKind, CellTable, CellValue } from './report-table';
import {
  CELL_FORMATS,
  columnLetter,
  indentAfter,
  INDENT_WIDTH,
  SheetRows,
  standsLeft,
} from './sheet-rows';
import { heightOf, linesIn } from './wrapped-lines';

/** Excel's own limit is 1,048,576 with the heading; a longer table goes on in a second sheet. */
const ROWS_PER_SHEET = 1_048_575;
const ROWS_PER_TURN = 500;

/** ECMA-376, 18.3.1.63. */
const A4 = { paperSize: 9 } as const;
/** A heading has at least so many lines, so that all sheets look alike. */
const HEADING_LINES = 3;
/** Bold letters are wider. */
const BOLD_WIDTH = 0.85;
/** Named, so that no program takes another one for what is bold. */
export const BOLD = { name: 'Calibri', size: 11, bold: true } as const;
const BAND = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF6' } } as const;

/** On paper: A4, as wide as one page, as long as it needs, each page numbered. */
const ON_PAPER = {
  pageSetup: {
    orientation: 'landscape',
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  },
  headerFooter: { oddFooter: '&L&A&R&P / &N' },
} as const;

/**
 * Characters across that a landscape page shows legibly (at some 65 % of its size). Every table has first what is
 * read; what follows (ids, paths, where a row comes from) stays in the file, and the foot of the page says so.
 */
const PAPER_WIDTH = 216;
/** Width of the column that stands beside the table's own. */
const BESIDE = 16;

/** Characters across of a column, with the blanks before it. */
function widthOf({ columns }: CellTable, index: number): number {
  const { kind = 'text', width = BESIDE } = columns[index] ?? {};
  return width + INDENT_WIDTH * indentAfter(columns[index - 1]?.kind, kind);
}

/** How many of the leading columns are printed; at least one. */
function columnsOnPaper(table: CellTable, headings: readonly string[]): number {
  let [columns, across] = [0, 0];
  while (columns < headings.length) {
    across += widthOf(table, columns);
    if (columns > 0 && across > PAPER_WIDTH) break;
    columns += 1;
  }
  return columns;
}

/** The sheets that one table came to, so that formulas can reach its columns. */
export interface WrittenTable {
  readonly name: string;
  readonly sheets: readonly string[];
  readonly headings: readonly string[];
  /**
   * Exact sums of the `amount` columns, by heading; and of those rows alone that have one word in the
   * first column, by `heading/word`. `0` where there are none.
   */
  readonly sumOf: (heading: string, word?: string) => string;
}

/** A sheet before the tables, filled once all of them are known. */
export interface OpeningSheet {
  readonly name: string;
  readonly fill: (sheet: WorksheetWriter, written: readonly WrittenTable[]) => void;
}

export interface WorkbookOptions {
  readonly language: Language;
  readonly tables: readonly CellTable[];
  readonly opening: readonly OpeningSheet[];
  /** Cells of a sheet that no reader sees, below each other. */
  readonly hidden?: { readonly name: string; readonly cells: readonly string[] } | undefined;
  /** Called every few hundred rows; throws to stop. */
  readonly onRows: (rows: number) => void;
  readonly rowsPerSheet?: number | undefined;
  readonly createdAt: Date;
}

/** Writes a workbook row by row into `stream`, which it ends. */
export async function writeWorkbook(stream: WriteStream, options: WorkbookOptions): Promise<void> {
  const { language } = options;
  const workbook = await workbookInto(stream, {
    useStyles: true,
    useSharedStrings: false,
    created: options.createdAt,
    modified: options.createdAt,
    creator: 'Recount',
    lastModifiedBy: 'Recount',
  });
  const opening = options.opening.map(({ name, fill }) => ({
    sheet: workbook.addWorksheet(sheetTitle(language, name), {
      ...ON_PAPER,
      pageSetup: { ...ON_PAPER.pageSetup, fitToHeight: 1 },
    }),
    fill,
  }));
  const written: WrittenTable[] = [];
  for (const table of options.tables)
    written.push(await writeTable(workbook, stream, table, options));
  for (const { sheet, fill } of opening) {
    Object.assign(sheet.pageSetup, A4);
    fill(sheet, written);
    sheet.commit();
  }
  if (options.hidden) {
    const sheet = workbook.addWorksheet(options.hidden.name, { state: 'veryHidden' });
    for (const cell of options.hidden.cells) sheet.addRow([cell]).commit();
    sheet.commit();
  }
  await workbook.commit();
}

/** The library's own opening for another output: its `stream` option is typed for its own stream class. */
async function workbookInto(
  stream: WriteStream,
  options: WorkbookWriterOptions,
): Promise<WorkbookWriter> {
  const { WorkbookWriter } = await import('@cj-tech-master/excelts');
  class WorkbookIntoStream extends WorkbookWriter {
    protected override _createOutputStream() {
      return stream;
    }
  }
  return new WorkbookIntoStream(options);
}

export function sheetTitle(language: Language, name: string): string {
  return sentence(language, `report:sheets/${name}`);
}

async function writeTable(
  workbook: WorkbookWriter,
  stream: WriteStream,
  table: CellTable,
  options: WorkbookOptions,
): Promise<WrittenTable> {
  const { language, rowsPerSheet = ROWS_PER_SHEET } = options;
  const title = sheetTitle(language, table.name);
  const headings = headingsOf(table, language);
  const columns = table.columns.map(({ kind, width, wraps }, index) => ({
    kind,
    width,
    wraps,
    heading: headings[index] ?? '',
  }));
  const cells = new SheetRows(workbook, columns, headings.length > columns.length);
  const sheets: string[] = [];
  const begin = () => {
    const name = sheets.length === 0 ? title : `${title} ${sheets.length + 1}`;
    sheets.push(name);
    return beginSheet(workbook, name, table, headings, language);
  };
  const sums = sumsOf(table);
  let sheet = begin();
  let rows = 0;
  let text = '';
  /** The heading is committed: what is written to the sheet's own stream stands below it. */
  const flush = () => {
    if (text !== '') void sheet.stream.write(Buffer.from(text));
    text = '';
  };
  const end = () => {
    flush();
    const last = `${rows + 1}`;
    sheet.autoFilter = `A1:${columnLetter(headings.length - 1)}${last}`;
    sheet.pageSetup.printArea = `A1:${columnLetter(columnsOnPaper(table, headings) - 1)}${last}`;
    sheet.commit();
  };
  for (const row of table.rows(language)) {
    if (rows === rowsPerSheet) {
      end();
      sheet = begin();
      rows = 0;
    }
    sums.add(row);
    rows += 1;
    text += cells.text(row, rows + 1);
    if (rows % ROWS_PER_TURN === 0) {
      flush();
      options.onRows(ROWS_PER_TURN);
      await room(stream);
    }
  }
  options.onRows(rows % ROWS_PER_TURN);
  if (rows === 0) sheet.addRow([sentence(language, `report:empty/${table.name}`)]).commit();
  end();
  return {
    name: table.name,
    sheets,
    headings: table.columns.map(({ heading }) => heading),
    sumOf: sums.of,
  };
}

/** Adds up the amounts of a table while its rows pass. */
function sumsOf(table: CellTable) {
  const sums = new Map<string, ExactSum>();
  const amounts = table.columns.flatMap(({ heading, kind }, index) =>
    kind === 'amount' ? [{ heading, index }] : [],
  );
  const add = (name: string, text: string) => {
    const sum = sums.get(name) ?? new ExactSum();
    sum.add(text);
    sums.set(name, sum);
  };
  return {
    add: (row: readonly CellValue[]) => {
      for (const { heading, index } of amounts) {
        const value = row[index] ?? null;
        if (value === null) continue;
        add(heading, String(value));
        add(`${heading}/${row[0] ?? ''}`, String(value));
      }
    },
    of: (heading: string, word?: string) =>
      sums.get(word === undefined ? heading : `${heading}/${word}`)?.text() ?? '0',
  };
}

function headingsOf(table: CellTable, language: Language): string[] {
  const headings = table.columns.map(({ heading }) =>
    sentence(language, `report:columns/${heading}`),
  );
  return table.columns.some(({ kind }) => holdsDecimals(kind))
    ? [...headings, sentence(language, 'report:columns/exactDigits')]
    : headings;
}

function beginSheet(
  workbook: WorkbookWriter,
  name: string,
  table: CellTable,
  headings: readonly string[],
  language: Language,
): WorksheetWriter {
  const printed = columnsOnPaper(table, headings);
  const sheet = workbook.addWorksheet(name, {
    ...ON_PAPER,
    pageSetup: { ...ON_PAPER.pageSetup, printTitlesRow: '1:1' },
    ...(printed < headings.length && {
      headerFooter: {
        oddFooter: `&L&A&C${sentence(language, 'report:paper', {
          from: columnLetter(0),
          to: columnLetter(printed - 1),
          last: columnLetter(headings.length - 1),
        })}&R&P / &N`,
      },
    }),
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  Object.assign(sheet.pageSetup, A4);
  sheet.columns = headings.map((header, index) => {
    const column = table.columns[index];
    return {
      header,
      width: widthOf(table, index),
      style: { numFmt: CELL_FORMATS[column?.kind ?? 'text'] },
    };
  });
  const first = sheet.getRow(1);
  let lines = HEADING_LINES;
  headings.forEach((heading, index) => {
    const cell = first.getCell(index + 1);
    const kind = table.columns[index]?.kind ?? 'text';
    const indent = indentAfter(table.columns[index - 1]?.kind, kind);
    const room = Math.floor((widthOf(table, index) - INDENT_WIDTH * indent) * BOLD_WIDTH);
    lines = Math.max(lines, linesIn(heading, Math.max(1, room)));
    cell.font = BOLD;
    cell.fill = BAND;
    cell.alignment = {
      wrapText: true,
      vertical: 'middle',
      horizontal: standsLeft(kind) ? 'left' : 'right',
      ...(indent > 0 && { indent }),
    };
  });
  first.height = heightOf(lines);
  first.commit();
  return sheet;
}

const holdsDecimals = (kind: CellKind) =>
  kind === 'amount' || kind === 'price' || kind === 'factor';

/** Lets other work have its turn, and waits until the disk has taken what is written so far. */
async function room(stream: WriteStream): Promise<void> {
  if (stream.errored) throw stream.errored;
  if (stream.writableNeedDrain) await once(stream, 'drain');
  else await nextTurn();
}
