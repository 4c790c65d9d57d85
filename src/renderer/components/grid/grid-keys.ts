/** What a key means in a grid: go to a row, open or leave it, choose rows, copy them, or nothing here. */
export type GridMove =
  | { readonly kind: 'go'; readonly row: number }
  | { readonly kind: 'stretch'; readonly row: number }
  | { readonly kind: 'toggle' | 'all' | 'copy' | 'open' | 'leave' }
  | null;

export interface GridPlace {
  /** The row the keys are at, also one that Tab only just came to; -1 where there is none. */
  readonly active: number;
  readonly rows: number;
  /** Rows in view. */
  readonly page: number;
}

export interface Keystroke {
  readonly key: string;
  readonly shift: boolean;
  /** Control, or Command on a Mac. */
  readonly command: boolean;
}

/**
 * Arrows, j and k step by one, Page keys by what is in view, Home and End to the ends; with Shift they
 * choose all rows on the way. Space chooses one more, Ctrl+A all, Ctrl+C copies; Enter opens, Escape leaves.
 */
export function gridMove({ key, shift, command }: Keystroke, place: GridPlace): GridMove {
  const { active, rows } = place;
  if (key === 'Escape') return { kind: 'leave' };
  if (rows === 0) return null;
  if (command) {
    if (key === 'a') return { kind: 'all' };
    return key === 'c' ? { kind: 'copy' } : null;
  }
  const row = target(key, place);
  if (row !== null) {
    const inside = Math.max(0, Math.min(rows - 1, row));
    return { kind: shift ? 'stretch' : 'go', row: inside };
  }
  if (active < 0 || active >= rows) return null;
  if (key === 'Enter') return { kind: 'open' };
  return key === ' ' ? { kind: 'toggle' } : null;
}

function target(key: string, { active, rows, page }: GridPlace): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'j':
    case 'J':
      return active + 1;
    case 'ArrowUp':
    case 'k':
    case 'K':
      return active - 1;
    case 'PageDown':
      return active + Math.max(1, page);
    case 'PageUp':
      return active - Math.max(1, page);
    case 'Home':
      return 0;
    case 'End':
      return rows - 1;
    default:
      return null;
  }
}
