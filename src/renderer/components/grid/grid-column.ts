import type { CellLook } from './cell-look';

export interface GridColumn<Row, SortKey extends string> {
  readonly key: string;
  readonly title: string;
  /** Pixels; a column that grows takes its part of what is left over, the others keep theirs. */
  readonly width: number;
  readonly grows?: boolean;
  readonly numeric?: boolean;
  readonly sortBy?: SortKey;
  /** What the cell says, as it is copied: numbers as plain decimal text, so that a sheet takes them as numbers. */
  readonly text: (row: Row) => string;
  /** How the cell looks where that is not just its text. */
  readonly look?: (row: Row) => CellLook;
}

export interface GridSort<SortKey extends string> {
  readonly by: SortKey;
  readonly descending: boolean;
}
