import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  placedRows,
  rowsInView,
  wantedRows,
  type PlacedRow,
} from '../../../src/renderer/components/grid/row-window';

const slotsOf = (rows: readonly PlacedRow[]) => rows.map(({ slot }) => slot);
const indicesOf = (rows: readonly PlacedRow[]) => rows.map(({ index }) => index);
const upTo = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, offset) => from + offset);

describe('rows in view', () => {
  it('are counted from the top, with the one that is cut off', () => {
    expect(rowsInView(0, 100, 30, 50)).toEqual({ first: 0, last: 3 });
    expect(rowsInView(45, 100, 30, 50)).toEqual({ first: 1, last: 4 });
  });

  it('end with the table', () => {
    expect(rowsInView(1_400, 100, 30, 50)).toEqual({ first: 46, last: 49 });
    expect(rowsInView(0, 100, 30, 0)).toEqual({ first: 0, last: -1 });
    expect(rowsInView(9_000, 100, 30, 2)).toEqual({ first: 1, last: 1 });
  });
});

describe('wanted rows', () => {
  it('reach beyond the view, and hold the kept one wherever it is', () => {
    expect(wantedRows({ first: 10, last: 12 }, 2, 100, -1)).toEqual(upTo(8, 14));
    expect(wantedRows({ first: 10, last: 12 }, 2, 100, 3)).toEqual([3, ...upTo(8, 14)]);
    expect(wantedRows({ first: 10, last: 12 }, 2, 100, 90)).toEqual([...upTo(8, 14), 90]);
    expect(wantedRows({ first: 10, last: 12 }, 2, 100, 11)).toEqual(upTo(8, 14));
  });

  it('stay inside the table', () => {
    expect(wantedRows({ first: 0, last: 2 }, 5, 4, 9)).toEqual(upTo(0, 3));
    expect(wantedRows({ first: 0, last: -1 }, 5, 0, 0)).toEqual([]);
  });
});

describe('placed rows', () => {
  const drawn = placedRows([], upTo(0, 9), false);

  it('get an element each', () => {
    expect(slotsOf(drawn)).toEqual(upTo(0, 9));
    expect(indicesOf(drawn)).toEqual(upTo(0, 9));
  });

  it('keep their elements while a step gives those of the first rows to the next ones', () => {
    const stepped = placedRows(drawn, upTo(3, 12), false);
    expect(indicesOf(stepped)).toEqual(upTo(3, 12));
    expect(slotsOf(stepped)).toEqual([3, 4, 5, 6, 7, 8, 9, 0, 1, 2]);
  });

  it('of a leap are rewritten in their order, and nothing else moves', () => {
    const leapt = placedRows(drawn, upTo(500, 505), true);
    expect(slotsOf(leapt)).toEqual(upTo(0, 9));
    expect(indicesOf(leapt)).toEqual([0, 1, 2, 3, ...upTo(500, 505)]);
    const back = placedRows(leapt, upTo(0, 9), false);
    expect(indicesOf(back)).toEqual(upTo(0, 9));
  });

  it('are the same list where nothing changes', () => {
    expect(placedRows(drawn, upTo(0, 9), false)).toBe(drawn);
    expect(placedRows(drawn, upTo(2, 5), true)).toBe(drawn);
  });

  it('hold as laws for any way through a table', () => {
    const stop = fc.record({
      first: fc.nat(60),
      rows: fc.nat(12),
      kept: fc.integer({ min: -1, max: 80 }),
      spare: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(stop, { maxLength: 12 }), (way) => {
        let rows: readonly PlacedRow[] = [];
        for (const { first, rows: count, kept, spare } of way) {
          const wanted = wantedRows({ first, last: first + count }, 2, 90, kept);
          const before = new Map(rows.map(({ index, slot }) => [index, slot]));
          rows = placedRows(rows, wanted, spare);
          const indices = indicesOf(rows);
          expect(indices).toEqual([...new Set(indices)].sort((a, b) => a - b));
          expect(new Set(slotsOf(rows)).size).toBe(rows.length);
          expect(indices).toEqual(expect.arrayContaining([...wanted]));
          if (!spare) expect(indices).toEqual(wanted);
          // A row that stays never changes its element: the focus stays with it.
          for (const { index, slot } of rows)
            if (before.has(index)) expect(slot).toBe(before.get(index));
          expect(placedRows(rows, wanted, spare)).toBe(rows);
        }
      }),
    );
  });
});
