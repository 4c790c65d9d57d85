import type { ReadableDb } from '../workspace/connection';

/** The cells of corrected rows among these ids ([first, last], inclusive), by row id. */
export function correctedCells(
  db: ReadableDb,
  [first, last]: readonly [number, number],
): ReadonlyMap<number, readonly string[]> {
  const rows = db
    .prepare<{
      id: bigint;
      cells: string;
    }>('SELECT id, cells FROM row_corrections WHERE id BETWEEN ? AND ?')
    .all(first, last);
  return new Map(rows.map(({ id, cells }) => [Number(id), JSON.parse(cells) as string[]]));
}
