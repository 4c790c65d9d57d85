/** Height of one line of a sheet, in points: what Excel gives a row of Calibri 11. */
export const LINE_HEIGHT = 15;
/** Excel's own limit for the height of a row, in points (ECMA-376, 18.3.1.73). */
const MOST_HEIGHT = 409;

/** Letters that take the place of two: Chinese, Japanese and Korean, and full-width signs. */
const WIDE = /[\u1100-\u11FF\u2E80-\uD7FF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF]/g;

/** Columns of one of them: a little more than two, since a column is as wide as a digit of Calibri 11. */
const WIDE_COLUMNS = 2.1;

/** Columns that a text takes in one line; other letters are hardly ever wider than a digit. */
export const columnsOf = (text: string): number =>
  text.length + (WIDE_COLUMNS - 1) * (text.match(WIDE)?.length ?? 0);

/** What is kept together: a run of narrow letters with its blank, or one wide letter. */
const PIECES =
  /[\u1100-\u11FF\u2E80-\uD7FF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF]|[^\s\u1100-\u11FF\u2E80-\uD7FF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF]+\s*|\s+/g;

/**
 * Lines that a text takes in a cell of so many columns, where it is broken between words. Programs other than Excel
 * leave the height of a row as the file states it, and fonts differ: rather one line too many than one that covers
 * the next row.
 */
export function linesIn(text: string, width: number): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    lines += 1;
    if (columnsOf(paragraph) <= width) continue;
    let used = 0;
    for (const piece of paragraph.match(PIECES) ?? []) {
      const wanted = columnsOf(piece.trimEnd());
      if (used > 0 && used + wanted > width) {
        lines += 1;
        used = 0;
      }
      // A word that is longer than a line is broken where the line ends.
      lines += Math.max(0, Math.ceil(wanted / width) - 1);
      used = wanted > width ? wanted % width : used + columnsOf(piece);
    }
  }
  return lines;
}

/** Height of a row whose fullest cell has so many lines, in points. */
export const heightOf = (lines: number): number => Math.min(MOST_HEIGHT, lines * LINE_HEIGHT);
