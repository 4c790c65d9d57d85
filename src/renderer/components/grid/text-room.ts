/** Pixels that one letter takes at most in the 12 pixels of a grid, but for a few wide ones, which others make up for. */
const NARROW = 7;
const CAPITAL = 9.5;
const FULL_WIDTH = 12.5;

/** Space at both ends of a cell, and what its sign and the space after it take. */
const EDGES = 16;
const SIGN = 20;

function widthOf(code: number): number {
  if (code >= 0x1100 && (code < 0x2000 || code > 0x2212)) return FULL_WIDTH;
  const capital = (code >= 65 && code <= 90) || code === 64 || code === 37;
  return capital ? CAPITAL : NARROW;
}

/**
 * Whether text surely fits into a column. A cell that may have to cut its text costs the window an area of its own
 * to draw in, and there are hundreds of them: those that have nothing to cut get none. Generous, so that no number
 * ever runs into the next.
 */
export function fits(text: string, digitsBeside: number, sign: boolean, column: number): boolean {
  let width = EDGES + digitsBeside * NARROW + (sign ? SIGN : 0);
  for (let at = 0; at < text.length && width <= column; at++) width += widthOf(text.charCodeAt(at));
  return width <= column;
}
