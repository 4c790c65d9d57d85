import { invariant } from '../../../../shared/invariant';
import { CombinedCells, type KnownColumn } from '../../reading/cells/combined-cells';
import { KnownCells } from '../../reading/cells/known-cells';
import type { Layout } from '../../reading/layout/layout';
import { fieldColumns, type RowRefusal } from '../../reading/cells/row-outcome';
import { PER_MINUTE } from '../../reading/cells/usage-quantity';
import {
  USAGE_FIELDS,
  usageRow,
  type UsageCounted,
  type UsageParts,
  type UsageRow,
  type UsageSpan,
} from '../../reading/rows/usage-reader';

export const LF = 10;
export const CR = 13;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
/** Digits before the point that are read here; more are left to the ordinary reader. */
const MOST_DIGITS = 9;
const DECIMALS = 4;

/** How a column is read: by its known cells, as a number, or not at all. */
type Column = KnownColumn | 'value' | 'deducted' | null;

/**
 * Reads rows of usage from the bytes of their lines. What cells mean is decided by the ordinary reader's
 * parts, once for each combination of cells; only plain numbers are read here. A row that is anything but
 * ordinary is left to the ordinary reader, so that both ways give the same rows: a law holds that.
 */
export class UsageLines {
  readonly #separator: string;
  readonly #delimiter: number;
  /** 1 for each byte that ends a cell. */
  readonly #ends = new Uint8Array(256);
  readonly #columns: readonly Column[];
  readonly #who: CombinedCells<string>;
  readonly #when: CombinedCells<UsageSpan>;
  readonly #what: CombinedCells<UsageCounted>;

  #counted: UsageCounted | null = null;
  /** Whether the numbers of the row have no decimals. */
  #whole = true;

  /** What the row that was read last says. */
  sdkAppId = '';
  span: UsageSpan = { day: 0, start: null };
  unit: UsageRow['unit'] = 'minutes';
  /** Minutes x 10^4, or whole seconds. */
  value = 0;
  /** Minutes x 10^4; of seconds it means nothing. */
  deducted: number | null = null;
  /** The same for rows of the same application, item, unit and granularity. */
  meter = 0;
  /** Where the row behind it begins. */
  next = 0;

  constructor({ fields, header, delimiter }: Layout, parts: UsageParts) {
    this.#separator = delimiter;
    this.#delimiter = delimiter.charCodeAt(0);
    for (const byte of [this.#delimiter, LF, CR]) this.#ends[byte] = 1;
    const { index } = fieldColumns(fields, header);
    const columns: Column[] = header.map(() => null);
    const known = (names: readonly string[]) => {
      const places = names.map(index).filter((column) => column >= 0);
      return places.map((place) => {
        const column = { cells: new KnownCells(this.#ends), number: -1 };
        columns[place] = column;
        return column;
      });
    };
    this.#who = new CombinedCells(known(USAGE_FIELDS.who), (cells) => accepted(parts.who(cells)));
    this.#when = new CombinedCells(known(USAGE_FIELDS.when), (cells) =>
      accepted(parts.when(cells)),
    );
    this.#what = new CombinedCells(known(USAGE_FIELDS.what), (cells) =>
      accepted(parts.what(cells)),
    );
    for (const field of ['value', 'deducted'] as const)
      if (index(field) >= 0) columns[index(field)] = field;
    this.#columns = columns;
  }

  /**
   * Reads the row that begins at `start`; `bytes` are whole lines, valid UTF-8 without quotes, that end in LF or
   * CRLF. False: the ordinary reader is to be asked.
   */
  read(bytes: Buffer, start: number): boolean {
    const first = bytes[start] ?? 0;
    // As the ordinary reader: what begins otherwise may be no record at all.
    if (first < ZERO || first > NINE) return false;
    if (!this.#readCells(bytes, start)) return false;
    const row = () =>
      bytes.toString('utf8', start, lineEnd(bytes, this.next - 1)).split(this.#separator);
    const sdkAppId = this.#who.meaning(row);
    const span = this.#when.meaning(row);
    const counted = this.#what.meaning(row);
    if (sdkAppId === null || span === null || counted === null) return false;
    if (counted.unit.factor !== 1) return false;
    if (counted.unit.unit === 'seconds') {
      if (!this.#whole) return false;
      this.value /= PER_MINUTE;
    }
    this.sdkAppId = sdkAppId;
    this.span = span;
    this.unit = counted.unit.unit;
    this.#counted = counted;
    this.meter =
      (this.#who.number * 2 ** 20 + this.#what.number) * 2 + (span.start === null ? 0 : 1);
    return true;
  }

  /** The row that was read last, as the ordinary reader gives it. */
  row(): UsageRow {
    invariant(this.#counted, 'no row was read yet');
    return usageRow(this.sdkAppId, this.span, this.#counted, this.value, this.deducted);
  }

  /** Walks over the cells of the row; false where it has not the shape of the header, or no plain numbers. */
  #readCells(bytes: Buffer, start: number): boolean {
    const columns = this.#columns;
    const last = columns.length - 1;
    let at = start;
    this.deducted = null;
    this.#whole = true;
    for (let place = 0; place <= last; place++) {
      const column = columns[place] ?? null;
      if (column === null) {
        while (this.#ends[bytes[at] ?? LF] === 0) at++;
      } else if (column === 'value' || column === 'deducted') {
        const stop = this.#readNumber(bytes, at, column);
        if (stop < 0) return false;
        at = stop;
      } else {
        column.number = column.cells.numberAt(bytes, at);
        if (column.number < 0) return false;
        at = column.cells.end;
      }
      const end = bytes[at];
      if (place < last) {
        if (end !== this.#delimiter) return false;
        at += 1;
      } else if (end === CR) at += 1;
      else if (end !== LF) return false;
    }
    this.next = at + 1;
    return true;
  }

  /** Digits, or digits with up to four decimals; answers where the cell ends, -1 where it is anything else. */
  #readNumber(bytes: Buffer, start: number, field: 'value' | 'deducted'): number {
    let at = start;
    let number = 0;
    let byte = bytes[at] ?? LF;
    for (; byte >= ZERO && byte <= NINE; byte = bytes[++at] ?? LF)
      number = number * 10 + (byte - ZERO);
    // An empty cell says nothing, which only the deducted quantity may.
    if (at === start) return field === 'deducted' && this.#ends[byte] === 1 ? at : -1;
    if (at - start > MOST_DIGITS) return -1;
    let missing = DECIMALS;
    if (byte === POINT) {
      this.#whole = false;
      for (byte = bytes[++at] ?? LF; byte >= ZERO && byte <= NINE; byte = bytes[++at] ?? LF) {
        number = number * 10 + (byte - ZERO);
        missing -= 1;
      }
      if (missing < 0 || missing === DECIMALS) return -1;
    }
    if (this.#ends[byte] === 0) return -1;
    this[field] = number * (SCALES[missing] ?? PER_MINUTE);
    return at;
  }
}

/** What whole numbers are multiplied with that lack so many of the decimals. */
const SCALES = Array.from({ length: DECIMALS + 1 }, (_, missing) => 10 ** missing);

function accepted<T>(value: T | RowRefusal): T | null {
  return typeof value === 'object' && value !== null && 'outcome' in value ? null : value;
}

/** Where the text of a line ends whose LF stands at `lf`. */
export function lineEnd(bytes: Buffer, lf: number): number {
  return bytes[lf - 1] === CR ? lf - 1 : lf;
}
