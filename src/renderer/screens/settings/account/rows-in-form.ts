import type { ShownProblems } from './form-problems';

/** A row of a list with its place in it. */
export interface PlacedRow<Row> {
  readonly row: Row;
  readonly index: number;
}

/** Which rows of a long list stand in the form. */
export interface RowsInForm<Row> {
  /** The beginning of the list, as far as it was read on. */
  readonly first: readonly PlacedRow<Row>[];
  /** Further down, but there: what is wrong has to be there to be gone to, and so has what was just added. */
  readonly further: readonly PlacedRow<Row>[];
}

/** At most so many wrong rows are there at once; the next ones are, once these are mended. */
const WRONG = 20;

/** `count`: so many from the beginning. `wrong`, `added`: by index and by key. */
export function rowsInForm<Row extends { readonly key: string }>(
  rows: readonly Row[],
  count: number,
  wrong: ReadonlySet<number>,
  added: ReadonlySet<string>,
): RowsInForm<Row> {
  const placed = rows.map((row, index) => ({ row, index }));
  let room = WRONG;
  return {
    first: placed.slice(0, count),
    further: placed
      .slice(count)
      .filter(({ row, index }) => added.has(row.key) || (wrong.has(index) && room-- > 0)),
  };
}

/** The rows of a list that something is wrong with. `list`: its name in the file. */
export function wrongRows({ problems }: ShownProblems, list: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { path } of problems) {
    if (!path.startsWith(`${list}[`)) continue;
    const index = Number.parseInt(path.slice(list.length + 1), 10);
    if (Number.isSafeInteger(index)) found.add(index);
  }
  return found;
}
