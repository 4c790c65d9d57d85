import type { WorkbookWriter } from '@cj-tech-master/excelts';
import { day, daysBetween, isDay } from '../../../shared/period/day';
import { excelNumber } from './excel-number';
import type { CellKind, CellValue } from './report-table';
import { excelText } from './text-for-spreadsheet';
import { heightOf, linesIn } from './wrapped-lines';

/** Blanks take the place of missing digits, so that points stand below each other. */
export const AMOUNT_FORMAT = '#,##0.00??????;[Red]-#,##0.00??????';

/** How the cells of each kind are shown. */
export const CELL_FORMATS: Readonly<Record<CellKind, string>> = {
  text: '@',
  day: 'yyyy-mm-dd',
  time: 'yyyy-mm-dd hh:mm:ss',
  count: '#,##0',
  amount: AMOUNT_FORMAT,
  price: '#,##0.########',
  factor: '0.########',
};

/** Days stand left like the texts beside them: at the right they would touch the next column. */
const BESIDE_TEXT: ReadonlySet<CellKind> = new Set(['day', 'time']);

/** A price, quantity or factor without a fraction: the format for fractions would leave its point behind. */
const WHOLE_FORMAT = '#,##0';

export interface RowColumn {
  readonly heading: string;
  readonly kind: CellKind;
  /** Characters. */
  readonly width: number;
  readonly wraps?: true | undefined;
}

/** Texts, days and times stand left, all other kinds right. */
export const standsLeft = (kind: CellKind): boolean =>
  kind === 'text' || kind === 'day' || kind === 'time';

/** Blanks before what stands left beside a number: the two would touch. */
export const indentAfter = (before: CellKind | undefined, kind: CellKind): number =>
  before !== undefined && !standsLeft(before) && standsLeft(kind) ? 1 : 0;

/** Letters that the blanks of an indent take. */
export const INDENT_WIDTH = 2;

/** Texts repeat from row to row; so many are remembered as they are written, then all are forgotten. */
const MOST_REMEMBERED = 20_000;
/** Longer texts hardly repeat, and would be kept for nothing. */
const REMEMBERED_LENGTH = 64;
/** The day from which Excel counts (ECMA-376, 18.17.4.1). */
const EXCEL_EPOCH = day('1899-12-30');
const DAY_SECONDS = 86_400;

/**
 * The rows of a table as the text of a sheet (ECMA-376, 18.3.1.73), many at once: a cell costs a piece of
 * text here, and a dozen objects in the library that writes the rest of the workbook.
 */
export class SheetRows {
  readonly #columns: readonly {
    letter: string;
    kind: CellKind;
    style: number;
    wholeStyle: number;
    heading: string;
    /** Letters in one line of it; null: nothing wraps. */
    lineWidth: number | null;
  }[];
  readonly #exactDigits: { letter: string; style: number } | null;
  readonly #texts = new Map<string, string>();

  /**
   * @param exactDigits whether a last column holds, as text, every digit that Excel cannot hold.
   */
  constructor(workbook: WorkbookWriter, columns: readonly RowColumn[], exactDigits: boolean) {
    const anyWraps = columns.some(({ wraps }) => wraps);
    const styleOf = (kind: CellKind, numFmt: string, wrapText: boolean, indent: number) =>
      workbook.styles.addStyleModel({
        numFmt,
        alignment: {
          ...(anyWraps && { vertical: 'top', wrapText }),
          ...((indent > 0 || BESIDE_TEXT.has(kind)) && { horizontal: 'left' }),
          ...(indent > 0 && { indent }),
        },
      });
    this.#columns = columns.map(({ heading, kind, width, wraps = false }, index) => {
      const indent = indentAfter(columns[index - 1]?.kind, kind);
      const style = styleOf(kind, CELL_FORMATS[kind], wraps, indent);
      const hasFraction = kind === 'price' || kind === 'factor';
      const wholeStyle = hasFraction ? styleOf(kind, WHOLE_FORMAT, wraps, indent) : style;
      const lineWidth = wraps ? width : null;
      return { letter: columnLetter(index), kind, style, wholeStyle, heading, lineWidth };
    });
    const indent = indentAfter(columns.at(-1)?.kind, 'text');
    this.#exactDigits = exactDigits
      ? {
          letter: columnLetter(columns.length),
          style: styleOf('text', CELL_FORMATS.text, false, indent),
        }
      : null;
  }

  /** One row; `number` is its place on the sheet, from 1. */
  text(row: readonly CellValue[], number: number): string {
    let cells = '';
    let beyond = '';
    let lines = 1;
    for (let index = 0; index < row.length; index += 1) {
      const column = this.#columns[index];
      const value = row[index] ?? null;
      if (!column || value === null) continue;
      const { letter, kind, style, wholeStyle, lineWidth } = column;
      if (lineWidth !== null) lines = Math.max(lines, linesIn(String(value), lineWidth));
      const whole = wholeStyle !== style && !String(value).includes('.');
      const begin = `<c r="${letter}${number}" s="${whole ? wholeStyle : style}"`;
      if (kind === 'text') cells += begin + this.#textOf(String(value));
      else if (kind === 'day' || kind === 'time')
        cells += begin + (this.#momentOf(String(value)) ?? this.#textOf(String(value)));
      else {
        const written = String(value);
        const found = excelNumber(written);
        cells += begin + (found ? `><v>${found.value}</v></c>` : this.#textOf(written));
        if (found && !found.exact)
          beyond += `${beyond === '' ? '' : '; '}${column.heading}: ${written}`;
      }
    }
    if (this.#exactDigits && beyond !== '') {
      const { letter, style } = this.#exactDigits;
      cells += `<c r="${letter}${number}" s="${style}"` + this.#textOf(beyond);
    }
    if (cells === '') return '';
    const height = lines > 1 ? ` ht="${heightOf(lines)}" customHeight="1"` : '';
    return `<row r="${number}"${height}>${cells}</row>`;
  }

  /** The end of a cell of text. */
  #textOf(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const cell = ` t="str"><v>${escaped(excelText(text))}</v></c>`;
    if (text.length > REMEMBERED_LENGTH) return cell;
    if (this.#texts.size === MOST_REMEMBERED) this.#texts.clear();
    this.#texts.set(text, cell);
    return cell;
  }

  /** The end of a cell of a day or a time on the billing clock: Excel has no zones. Null: the text is neither. */
  #momentOf(text: string): string | null {
    const date = text.slice(0, 10);
    if (!isDay(date)) return null;
    const clock = /^T(\d{2}):(\d{2}):(\d{2})$/.exec(text.slice(10));
    if (!clock && text.length > 10) return null;
    const seconds = clock ? Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]) : 0;
    return `><v>${daysBetween(EXCEL_EPOCH, date) + seconds / DAY_SECONDS}</v></c>`;
  }
}

const TO_ESCAPE = /[&<>\r]/;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  // Left as it is, a reader would make a line feed of it.
  '\r': '&#13;',
};

function escaped(text: string): string {
  return TO_ESCAPE.test(text)
    ? text.replace(/[&<>\r]/g, (character) => ENTITIES[character] ?? character)
    : text;
}

/** 0 -> A, 25 -> Z, 26 -> AA. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}
