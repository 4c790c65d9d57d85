import type { Currency } from '../../../../shared/catalog/site';
import {
  cleanCell,
  isDamagedId,
  isEmptyCell,
  isProblem,
  momentCell,
  numberCell,
  percentCell,
  scaledCell,
  shorten,
  type CellProblem,
  type Moment,
} from './cells';
import { quarantined, type FieldColumns, type RowRefusal, type RowWarning } from './row-outcome';

/** Decimals of amounts and of the provider's minutes in the store (`…_e8`). */
export const STORED_DECIMALS = 8;

const CURRENCIES: ReadonlySet<string> = new Set(['CNY', 'USD']);

const pad = (value: number) => String(value).padStart(2, '0');

/** YYYY-MM-DDTHH:mm:ss of a moment on the billing clock; a day alone is its midnight. */
export function momentText({ day, second }: Moment): string {
  const date = String(day);
  const s = second ?? 0;
  return `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T${pad(Math.floor(s / 3600))}:${pad(Math.floor(s / 60) % 60)}:${pad(s % 60)}`;
}

/**
 * The cells of one row by field. The first cell that cannot be read is kept as the row's `refusal`, so that
 * a reader asks for everything it needs and looks at `refusal` once.
 */
export class RowCells {
  readonly #columns: FieldColumns;
  readonly #cells: readonly string[];
  readonly #readTime: (text: string) => Moment | null;
  refusal: RowRefusal | null = null;

  /** @param readTime how the file's moments are read; on the billing clock where nothing else is said. */
  constructor(
    columns: FieldColumns,
    cells: readonly string[],
    readTime: (text: string) => Moment | null = momentCell,
  ) {
    this.#columns = columns;
    this.#cells = cells;
    this.#readTime = readTime;
  }

  /** Empty where the file has no such column or the cell says "nothing". */
  text(field: string): string {
    const index = this.#columns.index(field);
    if (index < 0) return '';
    const text = cleanCell(this.#cells[index] ?? '');
    return isEmptyCell(text) ? '' : text;
  }

  number(field: string): string | null {
    return this.#read(field, numberCell(this.text(field)));
  }

  /** A rate as a fraction. */
  rate(field: string): string | null {
    return this.#read(field, percentCell(this.text(field)));
  }

  /** x 10^8; null for an empty cell. */
  scaled(field: string, decimals = STORED_DECIMALS): bigint | null {
    const plain = this.number(field);
    return plain === null ? null : this.#read(field, scaledCell(plain, decimals));
  }

  /** As {@link scaled}; an empty cell refuses the row. */
  requiredScaled(field: string): bigint {
    const value = this.scaled(field);
    if (value === null) this.missing(field);
    return value ?? 0n;
  }

  time(field: string): Moment | null {
    const text = this.text(field);
    if (text === '') return null;
    const moment = this.#readTime(text);
    if (moment) return moment;
    this.#refuse(field, { code: 'row-bad-date', params: { value: shorten(text) } });
    return null;
  }

  /** CNY or USD; `otherwise` where the file says nothing. */
  currency(otherwise: Currency): Currency {
    const text = this.text('currency').toUpperCase();
    if (text === '') return otherwise;
    if (CURRENCIES.has(text)) return text as Currency;
    this.#refuse('currency', { code: 'row-unknown-currency', params: { value: shorten(text) } });
    return otherwise;
  }

  missing(field: string): void {
    this.#refuse(field, { code: 'row-missing-value', params: {} });
  }

  /** An id without which the row belongs to nobody: refused when empty or destroyed by a spreadsheet. */
  requiredId(field: string): string {
    const text = this.text(field);
    if (text === '') this.missing(field);
    else if (isDamagedId(text))
      this.#refuse(field, { code: 'row-damaged-id', params: { value: text } });
    return text;
  }

  /** One warning for each of these ids that a spreadsheet has destroyed. */
  damaged(fields: readonly string[]): RowWarning[] {
    return fields
      .map((field) => ({ field, value: this.text(field) }))
      .filter(({ value }) => isDamagedId(value))
      .map(({ field, value }) => ({
        code: 'id-damaged',
        params: { value },
        column: this.#columns.header(field),
      }));
  }

  #read<T>(field: string, value: T | CellProblem): T | null {
    if (!isProblem(value)) return value;
    this.#refuse(field, value);
    return null;
  }

  #refuse(field: string, { code, params }: CellProblem): void {
    this.refusal ??= quarantined(code, params, this.#columns.header(field));
  }
}
