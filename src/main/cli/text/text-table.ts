import { displayWidth, padEndTo, padStartTo } from '../../../shared/contract/display-width';

export interface TextColumn {
  readonly heading: string;
  readonly align: 'left' | 'right';
}

const GAP = '  ';

/** A table for a terminal: headings, a rule, rows; a last row of totals below a rule where one is given. */
export function textTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  totals?: readonly string[],
): string {
  const cells = [columns.map(({ heading }) => heading), ...rows, ...(totals ? [totals] : [])];
  const widths = columns.map((_, index) =>
    Math.max(...cells.map((row) => displayWidth(row[index] ?? ''))),
  );
  const line = (row: readonly string[]) =>
    columns
      .map(({ align }, index) => {
        const pad = align === 'right' ? padStartTo : padEndTo;
        return pad(oneLine(row[index] ?? ''), widths[index] ?? 0);
      })
      .join(GAP)
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join(GAP);
  const [head = [], ...body] = cells;
  const listed = totals ? body.slice(0, -1) : body;
  return [line(head), rule, ...listed.map(line), ...(totals ? [rule, line(totals)] : []), ''].join(
    '\n',
  );
}

/** Text from a user's file may hold line breaks and control characters; a terminal must not act on them. */
export function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g, ' ');
}
