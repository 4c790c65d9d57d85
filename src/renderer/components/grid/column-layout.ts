import type { GridLayout } from '../../../shared/contract/grid-layout';
import type { GridColumn } from './grid-column';

type Columns<Row, SortKey extends string> = readonly GridColumn<Row, SortKey>[];

/** The columns as arranged: those shown, in their order, with their widths. null: as they come. */
export function arranged<Row, SortKey extends string>(
  columns: Columns<Row, SortKey>,
  layout: GridLayout | null,
): Columns<Row, SortKey> {
  if (layout === null) return columns;
  const shown = layout.columns.flatMap((key) => columns.find((column) => column.key === key) ?? []);
  return (shown.length === 0 ? columns : shown).map((column) => {
    const width = layout.widths[column.key];
    return width === undefined ? column : { ...column, width, grows: false };
  });
}

/**
 * Those to be shown beside an open row: the ones that say which row it is, and in their order as many of the others as
 * have room, in pixels.
 */
export function columnsBeside<Row, SortKey extends string>(
  columns: Columns<Row, SortKey>,
  briefly: readonly string[],
  room: number,
): Columns<Row, SortKey> {
  const isBrief = ({ key }: { readonly key: string }) => briefly.includes(key);
  let left = columns.filter(isBrief).reduce((rest, { width }) => rest - width, room);
  return columns.filter((column) => {
    if (isBrief(column)) return true;
    left -= column.width;
    return left >= 0;
  });
}

export function layoutOf(columns: readonly { readonly key: string }[]): GridLayout {
  return { columns: columns.map(({ key }) => key), widths: {} };
}

/** A column is shown at the end, or hidden; the last one stays. */
export function withShown(layout: GridLayout, key: string, shown: boolean): GridLayout {
  const others = layout.columns.filter((other) => other !== key);
  if (!shown && others.length === 0) return layout;
  return { ...layout, columns: shown ? [...others, key] : others };
}

/** A column changes place with its neighbour on that side. */
export function withMoved(layout: GridLayout, key: string, by: 1 | -1): GridLayout {
  const from = layout.columns.indexOf(key);
  const neighbour = layout.columns[from + by];
  if (from < 0 || neighbour === undefined) return layout;
  return {
    ...layout,
    columns: layout.columns.map((other) =>
      other === key ? neighbour : other === neighbour ? key : other,
    ),
  };
}

const [NARROWEST, WIDEST] = [24, 2_000];

/** Pixels; null: as wide as it comes. */
export function withWidth(layout: GridLayout, key: string, width: number | null): GridLayout {
  const widths = Object.fromEntries(
    Object.entries(layout.widths).filter(([other]) => other !== key),
  );
  if (width === null || Number.isNaN(width)) return { ...layout, widths };
  const inside = Math.round(Math.max(NARROWEST, Math.min(WIDEST, width)));
  return { ...layout, widths: { ...widths, [key]: inside } };
}
