import type { ImportedColumn } from '../layout/imported-column';

/** Columns that were added to the rows of a JSON file: where each stands in it, and its own text. */
const ADDED = /^json:/;

/** Line and text of a row in the JSON file that it comes from; null for rows of other files. */
export function jsonOrigin(
  columns: readonly Pick<ImportedColumn, 'header'>[],
  cells: readonly string[],
): { readonly line: number; readonly text: string } | null {
  if (columns[0]?.header !== 'json:line') return null;
  return { line: Number(cells[0]), text: cells[2] ?? '' };
}

/** The columns that the user's file has itself; of a JSON file also the path, which names the row. */
export function ownCells(columns: readonly Pick<ImportedColumn, 'header'>[]): number[] {
  return columns.flatMap(({ header }, index) =>
    ADDED.test(header) && header !== 'json:path' ? [] : [index],
  );
}

/** Whether a column says something about the row itself, not about where it stands. */
export function isOwnColumn(header: string): boolean {
  return !ADDED.test(header);
}
