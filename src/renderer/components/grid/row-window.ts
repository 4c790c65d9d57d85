/** Rows from `first` to `last`, both included; none where `last` is before `first`. */
export interface RowStretch {
  readonly first: number;
  readonly last: number;
}

export const NO_STRETCH: RowStretch = { first: 0, last: -1 };

/** A row of the table and the element that shows it. */
export interface PlacedRow {
  readonly index: number;
  /** Names the element; it stays when the element is given another row. */
  readonly slot: number;
}

/** Rows that the window shows when scrolled to `top`, the one cut off at the end included. All in pixels. */
export function rowsInView(
  top: number,
  height: number,
  rowHeight: number,
  rowCount: number,
): RowStretch {
  const first = Math.max(0, Math.min(rowCount - 1, Math.floor(top / rowHeight)));
  const last = Math.min(rowCount - 1, Math.floor((top + Math.max(0, height)) / rowHeight));
  return { first, last };
}

/** The indices of a stretch widened by `around` rows on both sides, and of `also` where there is such a row. */
export function wantedRows(
  { first, last }: RowStretch,
  around: number,
  rowCount: number,
  also: number,
): readonly number[] {
  if (last < first) return [];
  const from = Math.max(0, first - around);
  const to = Math.min(rowCount - 1, last + around);
  const rows = Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
  if (also < 0 || also >= rowCount || (also >= from && also <= to)) return rows;
  return also < from ? [also, ...rows] : [...rows, also];
}

/**
 * Gives each wanted row an element, in the order of the table. One that stays keeps its element; the others take
 * those that have become free, so that elements are rewritten and not made. `spare`: elements that are not needed
 * now stay where they are, to be used soon. `wanted` is in ascending order; the answer is `before` where nothing
 * changes.
 */
export function placedRows(
  before: readonly PlacedRow[],
  wanted: readonly number[],
  spare: boolean,
): readonly PlacedRow[] {
  const wants = new Set(wanted);
  const has = new Set(before.map(({ index }) => index));
  const missing = wanted.filter((index) => !has.has(index));
  const staying = before.filter(({ index }) => wants.has(index));
  const free = before.filter(({ index }) => !wants.has(index));
  if (missing.length === 0 && (spare || free.length === 0)) return before;
  // Taken from the side that the rows go to: then nothing has to change its place among the others.
  const down = (missing[0] ?? 0) > (before[0]?.index ?? 0);
  const cut = down ? Math.max(0, free.length - missing.length) : missing.length;
  const [taken, left] = down
    ? [free.slice(cut), free.slice(0, cut)]
    : [free.slice(0, cut), free.slice(cut)];
  let unused = before.reduce((most, { slot }) => Math.max(most, slot + 1), 0);
  const given = missing.map((index, at) => ({ index, slot: taken[at]?.slot ?? unused++ }));
  return [...staying, ...given, ...(spare ? left : [])].sort((a, b) => a.index - b.index);
}
