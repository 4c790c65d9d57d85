import type { ReadableDb } from '../workspace/connection';
import { rowsOfImport } from '../workspace/row-id';

/** Counted lines of the live bills by which money came back: adjustments, and whatever else is below zero. */
export function returnedLineIds(db: ReadableDb): number[] {
  return db
    .prepare<{ id: bigint }>(
      `SELECT b.id FROM imports i CROSS JOIN bill_lines b ON ${rowsOfImport('b')}
       WHERE i.state = 'live' AND i.kind = 'bill' AND b.duplicate_of IS NULL AND b.amount_e8 < 0
         AND b.bucket NOT IN ('package-refund', 'other-product')
       ORDER BY b.id`,
    )
    .all()
    .map(({ id }) => Number(id));
}
