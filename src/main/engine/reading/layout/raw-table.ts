import { cleanCell, isProblem, momentCell, numberCell } from '../cells/cells';
import { headRows, type HeadRow } from './header-search';
import type { Override } from './stated-facts';

/** A cell that names something: no number, no moment, not empty. */
function isName(cell: string): boolean {
  const clean = cleanCell(cell);
  return clean !== '' && isProblem(numberCell(clean)) && momentCell(clean) === null;
}

/** How many cells most of these rows have, and how many rows have as many. */
function commonWidth(rows: readonly HeadRow[]): { readonly width: number; readonly rows: number } {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0]);
  return { width: best?.[0] ?? 0, rows: best?.[1] ?? 0 };
}

/**
 * Which row is the header of a table that nobody knows: the first that is as wide as the rows below it and
 * holds names; null: the text is no table.
 */
export function rawTable(head: string, whole: boolean, said: Override['said']): HeadRow | null {
  const rows = headRows(head, whole, said);
  if (said?.headerLine !== undefined)
    return rows.toSorted((a, b) => b.cells.length - a.cells.length)[0] ?? null;
  const delimiters = [...new Set(rows.map(({ delimiter }) => delimiter))];
  const [best] = delimiters
    .map((delimiter) => rows.filter((row) => row.delimiter === delimiter))
    .map((own) => ({ own, common: commonWidth(own) }))
    .filter(({ common }) => common.width >= 2)
    .toSorted((a, b) => b.common.rows * b.common.width - a.common.rows * a.common.width);
  return (
    best?.own.find(
      ({ cells }) =>
        cells.length === best.common.width && cells.filter(isName).length * 5 >= cells.length * 4,
    ) ?? null
  );
}
