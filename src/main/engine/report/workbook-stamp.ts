import type { ReportStamp } from '../../../shared/contract/reports';

/** The hidden sheet that carries the stamp; its name is the same in every language. */
export const STAMP_SHEET = 'recount-stamp';
/** Below Excel's limit of characters in a cell. */
const PIECE = 30_000;

/** The stamp as cells of one column, one under the other. */
export function stampCells(stamp: ReportStamp): string[] {
  const text = JSON.stringify(stamp);
  return Array.from({ length: Math.ceil(text.length / PIECE) }, (_, index) =>
    text.slice(index * PIECE, (index + 1) * PIECE),
  );
}
