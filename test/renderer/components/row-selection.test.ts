import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  NO_ROWS,
  allRows,
  chosenCount,
  isChosen,
  onlyRow,
  stretchTo,
  withToggled,
  type RowSelection,
} from '../../../src/renderer/components/grid/row-selection';

const ROWS = 40;
const rows = Array.from({ length: ROWS }, (_, index) => index);
const chosen = (selection: RowSelection) => rows.filter((row) => isChosen(selection, row));

describe('rows chosen in a grid', () => {
  it('toggling agrees with a set, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: ROWS - 1 }), { maxLength: 60 }), (steps) => {
        const wanted = new Set<number>();
        let selection = NO_ROWS;
        for (const row of steps) {
          if (!wanted.delete(row)) wanted.add(row);
          selection = withToggled(selection, row);
          expect(chosen(selection)).toEqual([...wanted].sort((a, b) => a - b));
          expect(chosenCount(selection)).toBe(wanted.size);
          const { ranges } = selection;
          for (const [index, { from, to }] of ranges.entries()) {
            expect(from).toBeLessThan(to);
            expect(from).toBeGreaterThan(ranges[index - 1]?.to ?? -1);
          }
        }
      }),
    );
  });

  it('Shift reaches from the anchor to either side and keeps the anchor', () => {
    const below = stretchTo(onlyRow(5), 8);
    expect(chosen(below)).toEqual([5, 6, 7, 8]);
    expect(chosen(stretchTo(below, 3))).toEqual([3, 4, 5]);
    expect(chosen(stretchTo(NO_ROWS, 3))).toEqual([3]);
  });

  it('all of a million rows are one range; one can be left out', () => {
    const all = allRows(1_000_000);
    expect(all.ranges).toHaveLength(1);
    expect(chosenCount(withToggled(all, 500_000))).toBe(999_999);
    expect(allRows(0)).toBe(NO_ROWS);
  });
});
