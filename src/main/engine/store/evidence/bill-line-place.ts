import type { ReadableDb } from '../workspace/connection';
import { billLinesBeforeSql, type BillLineSelection, type BillLineSort } from './bill-line-query';

/** Where a line stands among those that fit, counted from 0; null where it is none of them. */
export function placeOfBillLine(
  db: ReadableDb,
  selection: BillLineSelection,
  sort: BillLineSort,
  lineId: number,
): number | null {
  const { text, params } = billLinesBeforeSql(selection, sort, lineId);
  const found = db.prepare<{ fits: bigint; place: bigint }>(text).get(...params);
  return found?.fits === 1n ? Number(found.place) : null;
}
