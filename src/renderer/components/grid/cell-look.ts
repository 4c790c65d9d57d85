import { decimalParts, formatAmount, MINUS } from '../../format/decimal-text';
import { isPrivate, VEIL } from '../../format/privacy';

/** A small drawing of one line. */
export interface CellSign {
  readonly path: string;
  /** Side of the square that `path` is drawn in, and of the one it takes on the screen, in pixels. */
  readonly box: number;
  readonly pixels: number;
}

/** How a cell looks, as plain values: rows of a grid are rewritten by the dozen in one frame. */
export interface CellLook {
  readonly text: string;
  /** What follows the text more quietly. */
  readonly tail?: string;
  /** Classes of the cell. */
  readonly tone?: string;
  /** Digits of room at its end, so that the points of a column stand under each other. */
  readonly room?: number;
  readonly sign?: CellSign;
}

/** Money as Amount writes it: digits after the second decimal are quieter, with room for `decimals` of them. */
export function amountLook(value: string, decimals: number, signed = false): CellLook {
  const parts = isPrivate() ? null : decimalParts(value, 2);
  if (!parts) return { text: isPrivate() ? VEIL : formatAmount(value) };
  const sign = parts.negative ? MINUS : signed && !parts.zero ? '+' : '';
  return {
    text: `${sign}${parts.whole}.${parts.fraction.slice(0, 2)}`,
    tail: parts.fraction.slice(2),
    room: Math.max(0, decimals - parts.fraction.length),
  };
}

/** A difference in money: its sign and colour say in whose favour, never the colour alone. */
export function differenceLook(value: string, decimals: number): CellLook {
  const look = amountLook(value, decimals, true);
  const tone = look.text.startsWith(MINUS) ? 'under' : look.text.startsWith('+') ? 'over' : 'none';
  return { ...look, tone: `difference difference-${tone}` };
}
