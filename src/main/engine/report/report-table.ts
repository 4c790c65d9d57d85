import type { Language } from '../../../shared/contract/fields';

/**
 * How a value is written. `text` covers ids as well: they are never numbers. `day` is YYYY-MM-DD and `time`
 * YYYY-MM-DDTHH:mm:ss on the billing clock; `amount`, `price` and `factor` are exact decimal text.
 */
export type CellKind = 'text' | 'day' | 'time' | 'count' | 'amount' | 'price' | 'factor';

export type CellValue = string | number | null;

export interface ReportColumn<Row> {
  /** Heading in the locales: `report:columns/<heading>`. */
  readonly heading: string;
  readonly kind: CellKind;
  /** Characters. */
  readonly width: number;
  /** Long text goes on in a second line of its cell. */
  readonly wraps?: true;
  readonly value: (row: Row, language: Language) => CellValue;
}

/** A table of the report: a sheet in the workbook, a file in CSV. */
export interface ReportTable<Row> {
  /** Sheet title in the locales `report:sheets/<name>`, and the end of the CSV's file name. */
  readonly name: string;
  readonly columns: readonly ReportColumn<Row>[];
  readonly rows: () => Iterable<Row>;
}

/** A table whose row type no longer matters: each row already made into cells. */
export interface CellTable {
  readonly name: string;
  readonly columns: readonly {
    readonly heading: string;
    readonly kind: CellKind;
    readonly width: number;
    readonly wraps?: true;
  }[];
  readonly rows: (language: Language) => Iterable<readonly CellValue[]>;
}

export function cellTable<Row>(table: ReportTable<Row>): CellTable {
  const { columns } = table;
  return {
    name: table.name,
    columns,
    rows: function* (language) {
      for (const row of table.rows()) yield columns.map((column) => column.value(row, language));
    },
  };
}
