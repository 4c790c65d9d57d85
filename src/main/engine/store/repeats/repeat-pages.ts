import type { Output } from '../../../../shared/contract/contract';
import type { RepeatedRange } from '../../../../shared/contract/repeats';
import { findImport } from '../imports/imports';
import { originsOf, rawSource } from '../imports/raw-rows';
import type { ReadableDb } from '../workspace/connection';
import { slotId } from '../workspace/row-id';
import type { RangeOfRows, RepeatedRanges } from './repeated-ranges';

const howOf = (range: RangeOfRows, importId: number): RepeatedRange['how'] =>
  range.importId === importId ? 'identical' : range.otherRow === 0 ? 'replaced' : 'repeated';

/** A page of ranges with the lines that they are, on both sides. */
export function repeatPage(
  db: ReadableDb,
  importId: number,
  ranges: RepeatedRanges,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Output<'imports.repeats'> {
  const counts = { repeated: 0, replaced: 0, identical: 0 };
  for (const range of ranges.slice(0, ranges.length)) counts[howOf(range, importId)] += range.count;
  const page = [...ranges.slice(offset, offset + limit)];
  const edges = edgesOf(db, page, importId);
  return {
    total: ranges.length,
    counts,
    rows: page.map((range) => {
      const other = findImport(db, range.importId);
      return {
        how: howOf(range, importId),
        count: range.count,
        lines: edges(importId, range.row, range.count),
        other: {
          importId: range.importId,
          fileName: other?.fileName ?? '',
          sheet: other?.sheet ?? null,
          lines: range.otherRow === 0 ? null : edges(range.importId, range.otherRow, range.count),
        },
      };
    }),
  };
}

/** Lines of the first and the last of some rows, read for a whole page in the order of the files. */
function edgesOf(
  db: ReadableDb,
  page: readonly RangeOfRows[],
  importId: number,
): (of: number, row: number, count: number) => { first: number; last: number } {
  const slots = new Map<number, number>();
  const idOf = (of: number, row: number) => {
    const known = slots.get(of) ?? rawSource(db, of).slots;
    slots.set(of, known);
    return slotId(of, row, known);
  };
  const ids = new Set<number>();
  for (const { row, count, importId: other, otherRow } of page) {
    ids.add(idOf(importId, row)).add(idOf(importId, row + count - 1));
    if (otherRow > 0) ids.add(idOf(other, otherRow)).add(idOf(other, otherRow + count - 1));
  }
  const origins = originsOf(
    db,
    [...ids].sort((a, b) => a - b),
  );
  const lineOf = (of: number, row: number) => origins.get(idOf(of, row))?.line ?? 0;
  return (of, row, count) => ({ first: lineOf(of, row), last: lineOf(of, row + count - 1) });
}
