import type { GridColumn } from './grid-column';

/** What a cell shows where there is nothing: seen at a glance, but nothing to listen to. */
const NOTHING = ['', '—'];

/**
 * A row as it is read out when the keys come to it: each cell after the title of its column, in the order and the
 * words of the screen, without the cells that say nothing.
 */
export function rowSentence<Row, SortKey extends string>(
  columns: readonly GridColumn<Row, SortKey>[],
  row: Row,
  separator: string,
): string {
  return columns
    .flatMap((column) => {
      const { text, tail = '' } = column.look?.(row) ?? { text: column.text(row) };
      return NOTHING.includes(text) ? [] : `${column.title} ${text}${tail}`;
    })
    .join(separator);
}
