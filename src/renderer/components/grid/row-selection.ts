/** Rows from `from` up to, not including, `to`, in the order of the grid. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Which rows of a grid are chosen. Rows are named by their place, since most of a big table has never been
 * loaded: choosing all of a million rows is one range. Ranges are sorted and never touch each other.
 */
export interface RowSelection {
  readonly ranges: readonly RowRange[];
  /** Where a stretch begins that Shift extends. */
  readonly anchor: number;
}

export const NO_ROWS: RowSelection = { ranges: [], anchor: -1 };

const one = (row: number): RowRange => ({ from: row, to: row + 1 });

export function onlyRow(row: number): RowSelection {
  return { ranges: [one(row)], anchor: row };
}

export function allRows(rows: number): RowSelection {
  return rows === 0 ? NO_ROWS : { ranges: [{ from: 0, to: rows }], anchor: 0 };
}

/** From the anchor to `row`, both included, in place of what was chosen; without an anchor only `row`. */
export function stretchTo({ anchor }: RowSelection, row: number): RowSelection {
  if (anchor < 0) return onlyRow(row);
  return { ranges: [{ from: Math.min(anchor, row), to: Math.max(anchor, row) + 1 }], anchor };
}

/** `row` is chosen if it was not, and left out if it was; the rest stays. */
export function withToggled(selection: RowSelection, row: number): RowSelection {
  const ranges = isChosen(selection, row)
    ? selection.ranges.flatMap(({ from, to }) =>
        row < from || row >= to
          ? [{ from, to }]
          : [
              { from, to: row },
              { from: row + 1, to },
            ].filter((part) => part.from < part.to),
      )
    : joined([...selection.ranges, one(row)]);
  return { ranges, anchor: row };
}

export function isChosen({ ranges }: RowSelection, row: number): boolean {
  return ranges.some(({ from, to }) => row >= from && row < to);
}

export function chosenCount({ ranges }: RowSelection): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from, 0);
}

function joined(ranges: readonly RowRange[]): readonly RowRange[] {
  return [...ranges]
    .sort((a, b) => a.from - b.from)
    .reduce<RowRange[]>((all, range) => {
      const last = all.at(-1);
      if (!last || range.from > last.to) return [...all, range];
      return [...all.slice(0, -1), { from: last.from, to: Math.max(last.to, range.to) }];
    }, []);
}
