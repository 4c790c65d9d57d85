/** What a key means in a grid: go to a row, open or leave it, or nothing here. */
export type GridMove =
  | { readonly kind: 'go'; readonly row: number }
  | { readonly kind: 'open' }
  | { readonly kind: 'leave' }
  | null;

/**
 * Arrows, j and k step by one, Page keys by what is in view, Home and End to the ends; Enter opens,
 * Escape leaves. `active` is -1 while no row has been entered. Keys with a modifier are not the grid's.
 */
export function gridMove(
  key: string,
  place: { readonly active: number; readonly rows: number; readonly page: number },
): GridMove {
  const { active, rows, page } = place;
  if (key === 'Escape') return { kind: 'leave' };
  if (rows === 0) return null;
  const go = (row: number): GridMove => ({ kind: 'go', row: Math.max(0, Math.min(rows - 1, row)) });
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return go(active + 1);
    case 'ArrowUp':
    case 'k':
      return go(active - 1);
    case 'PageDown':
      return go(active + Math.max(1, page));
    case 'PageUp':
      return go(active - Math.max(1, page));
    case 'Home':
      return go(0);
    case 'End':
      return go(rows - 1);
    case 'Enter':
      return active >= 0 && active < rows ? { kind: 'open' } : null;
    default:
      return null;
  }
}
