import type { ReadableDb } from './connection';
import type { Pause } from './pause';

/** Rows that are read or written before others have their turn: some hundredths of a second. */
const ROWS_PER_TURN = 5000;

/**
 * Does `work` for the rows of `table` between two ids, a stretch of ids after the other in rising order, and lets
 * others have their turn after each. Meanwhile no rows may be added or removed.
 */
export async function inStretches(
  db: ReadableDb,
  table: string,
  [first, last]: readonly [number, number],
  pause: Pause,
  work: (ids: readonly [number, number]) => void,
): Promise<void> {
  const next = db.prepare<{ rows: bigint; end: bigint | null }>(
    `SELECT count(*) AS rows, max(id) AS end
     FROM (SELECT id FROM ${table} WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ${ROWS_PER_TURN})`,
  );
  let from = first;
  for (;;) {
    const { rows, end } = next.get(from, last) ?? { rows: 0n, end: null };
    if (end === null) return;
    work([from, Number(end)]);
    await pause(Number(rows));
    from = Number(end) + 1;
  }
}
