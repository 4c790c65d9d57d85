import { decimal, toText } from '../../../../shared/money/decimal';
import { daysInMonth } from '../../../../shared/period/day';

/** What a cell cannot be read as: code of the sentence and what fills it (the column is added by the reader). */
export interface CellProblem {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Text of a cell without what programs wrap around it: blanks, tabs, `="…"`, a leading apostrophe. */
export function cleanCell(text: string): string {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  // Nearly every cell begins and ends with a printable character that nobody wraps with.
  if (first > 39 && first !== 61 && first < 0xa0 && last > 39 && last < 0xa0) return text;
  const bare = text.trim();
  const wrapped = /^="(.*)"$/s.exec(bare);
  if (wrapped) return (wrapped[1] ?? '').replaceAll('""', '"').trim();
  return bare.startsWith("'") ? bare.slice(1).trim() : bare;
}

const EMPTY = new Set(['', '-', '--', '—', 'n/a', 'na', 'null', 'none', '#n/a']);

/** Whether a cell says "nothing": empty, "-", "N/A". */
export function isEmptyCell(clean: string): boolean {
  return clean.length < 5 && EMPTY.has(clean.toLowerCase());
}

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
const EXPONENT = /^[+-]?\d+(?:\.\d+)?[eE][+-]?\d+$/;
const SPREADSHEET_ERROR = /^#(?:REF|VALUE|NAME|DIV\/0|NUM|NULL|N\/A)[!?]?$/i;

/** Plain decimal text of a numeric cell; null for an empty one. Digits are never dropped. */
export function numberCell(clean: string): string | null | CellProblem {
  if (isEmptyCell(clean)) return null;
  const text = clean.normalize('NFKC');
  if (PLAIN.test(text)) return canonical(text);
  if (GROUPED.test(text)) return canonical(text.replaceAll(',', ''));
  // Excel wrote it so and the digits behind are gone: reading it would invent a number.
  if (EXPONENT.test(text)) return { code: 'row-exponent-number', params: { value: clean } };
  return SPREADSHEET_ERROR.test(text)
    ? { code: 'row-spreadsheet-error', params: { value: clean } }
    : { code: 'row-bad-number', params: { value: shorten(clean) } };
}

/** A rate as a fraction: "9%" and "0.09" are the same; null for an empty cell. */
export function percentCell(clean: string): string | null | CellProblem {
  const text = clean.normalize('NFKC');
  if (!text.endsWith('%')) return numberCell(clean);
  const percent = numberCell(text.slice(0, -1).trim());
  return percent === null || isProblem(percent)
    ? { code: 'row-bad-number', params: { value: shorten(clean) } }
    : toText(decimal(percent).div(100));
}

/** Without sign of zero, leading and trailing zeros: the same number is the same text. */
function canonical(text: string): string {
  const negative = text.startsWith('-');
  const [whole = '', fraction = ''] = text.replace(/^[+-]/, '').split('.');
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  const decimals = fraction.replace(/0+$/, '');
  const plain = decimals === '' ? digits : `${digits}.${decimals}`;
  return negative && plain !== '0' ? `-${plain}` : plain;
}

/** Digits before the point. Above a thousand million a sum could leave what the store adds exactly. */
const MOST_DIGITS = 9;

/** canonical number text x 10^scale, exact; a problem when it has more decimals than that. */
export function scaledCell(text: string, scale: number): bigint | CellProblem {
  const [whole = '0', fraction = ''] = text.split('.');
  if (fraction.length > scale)
    return { code: 'row-too-many-digits', params: { value: text, digits: scale } };
  if (whole.replace('-', '').length > MOST_DIGITS)
    return { code: 'row-number-too-large', params: { value: shorten(text) } };
  return BigInt(whole + fraction.padEnd(scale, '0'));
}

export function isProblem(value: unknown): value is CellProblem {
  return typeof value === 'object' && value !== null && 'code' in value;
}

/** A moment as a file prints it, on the billing clock. */
export interface Moment {
  /** YYYYMMDD. */
  readonly day: number;
  /** Since midnight; null where only a day is printed. */
  readonly second: number | null;
}

const MOMENT =
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.0+)?)?)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const HAN = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;

/** Reads "2023-06-01 08:12:33", "2023/6/1 8:12", "2023-06-01", "20230601", "2023年6月1日"; null: none of these. */
export function momentCell(clean: string): Moment | null {
  const parts = MOMENT.exec(clean);
  if (parts) {
    const [, year, , month, date, hour, minute, second] = parts;
    return moment(year, month, date, hour, minute, second);
  }
  const dayOnly = COMPACT.exec(clean) ?? HAN.exec(clean);
  return dayOnly ? moment(dayOnly[1], dayOnly[2], dayOnly[3]) : null;
}

function moment(
  yearText = '',
  monthText = '',
  dateText = '',
  hour?: string,
  minute = '0',
  second = '0',
): Moment | null {
  const [year, month, date] = [Number(yearText), Number(monthText), Number(dateText)];
  if (year < 1970 || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month))
    return null;
  const day = year * 10_000 + month * 100 + date;
  if (hour === undefined) return { day, second: null };
  const [h, m, s] = [Number(hour), Number(minute), Number(second)];
  return h < 24 && m < 60 && s < 60 ? { day, second: h * 3600 + m * 60 + s } : null;
}

/** "2.02106E+22": an id that a spreadsheet turned into a number. Its digits cannot be brought back. */
export function isDamagedId(clean: string): boolean {
  return clean.length < 24 && EXPONENT.test(clean);
}

/** Text from a file for a sentence: never longer than a line. */
export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
