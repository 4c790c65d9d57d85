import { itemOrder, statusOrder } from '../store/runs/comparison-orders';
import type { ComparisonSort } from '../store/runs/comparison-query';
import type { CodedColumn, RunColumns } from './run-columns';

/** For each position a whole number from 0 that is small enough to count by. */
type Digits = Uint16Array | Int32Array;

/** All positions of a run in an order, ascending, ties by position: what SQLite's own ORDER BY answers. */
export function rowOrder(columns: RunColumns, by: ComparisonSort['by']): Int32Array {
  let positions = Int32Array.from(columns.discrepancy.keys());
  for (const digits of digitsOf(columns, by)) positions = sortedBy(positions, digits);
  return positions;
}

/** The last digit first: sorted by one after the other, rows are in the order of all of them. */
function digitsOf(columns: RunColumns, by: ComparisonSort['by']): Iterable<Digits> {
  switch (by) {
    case 'periodStart':
      return [];
    case 'sdkAppId':
      return [ranks(columns.sdkAppId, compareTexts)];
    case 'item':
      return [ranks(columns.item, (a, b) => itemOrder(a) - itemOrder(b))];
    case 'status':
      return [ranks(columns.status, (a, b) => statusOrder(a) - statusOrder(b))];
    case 'expectedAmount':
      return columns.expected.digits('amount');
    case 'billedAmount':
      return columns.billed.digits('amount');
    case 'difference':
      return columns.difference.digits('amount');
    case 'magnitude':
      return columns.difference.digits('size');
  }
}

/** The place of each row's value among all values. */
function ranks(
  { codes, values }: CodedColumn,
  compare: (a: string | null, b: string | null) => number,
): Int32Array {
  const rankOf = new Map(values.toSorted(compare).map((value, rank) => [value, rank]));
  const rankOfCode = values.map((value) => rankOf.get(value) ?? 0);
  return codes.map((code) => rankOfCode[code] ?? 0);
}

/** As SQLite orders: no text first, texts by their bytes. */
function compareTexts(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** Sorts by counting how many rows have each digit; rows of the same digit stay as they are. */
function sortedBy(positions: Int32Array<ArrayBuffer>, digits: Digits): Int32Array<ArrayBuffer> {
  const next = placesOf(digits);
  const sorted = new Int32Array(positions.length);
  for (let at = 0; at < positions.length; at += 1) {
    const position = positions[at] ?? 0;
    const digit = digits[position] ?? 0;
    const place = next[digit] ?? 0;
    sorted[place] = position;
    next[digit] = place + 1;
  }
  return sorted;
}

/** Where the rows of each digit begin when they are ordered by it. */
function placesOf(digits: Digits): Int32Array {
  let most = 0;
  for (let at = 0; at < digits.length; at += 1) most = Math.max(most, digits[at] ?? 0);
  const rows = new Int32Array(most + 1);
  for (let at = 0; at < digits.length; at += 1) {
    const digit = digits[at] ?? 0;
    rows[digit] = (rows[digit] ?? 0) + 1;
  }
  let place = 0;
  return rows.map((count) => (place += count) - count);
}
