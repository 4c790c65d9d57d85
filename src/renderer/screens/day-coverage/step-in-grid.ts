export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads inside a grid, never beyond its edges; null where it means nothing there. */
export function stepInGrid(
  key: string,
  { row, column }: GridPlace,
  size: {
    readonly rows: number;
    readonly columns: number;
    /** How many rows Page Down goes. */
    readonly page: number;
  },
): GridPlace | null {
  const within = (value: number, count: number) => Math.max(0, Math.min(value, count - 1));
  switch (key) {
    case 'ArrowLeft':
      return { row, column: within(column - 1, size.columns) };
    case 'ArrowRight':
      return { row, column: within(column + 1, size.columns) };
    case 'ArrowUp':
      return { row: within(row - 1, size.rows), column };
    case 'ArrowDown':
      return { row: within(row + 1, size.rows), column };
    case 'PageUp':
      return { row: within(row - size.page, size.rows), column };
    case 'PageDown':
      return { row: within(row + size.page, size.rows), column };
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: within(size.columns - 1, size.columns) };
    default:
      return null;
  }
}
