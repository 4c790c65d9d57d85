import type { GridColumn } from './grid-column';

/** A table as other programs take it: text with tabs, and HTML. */
export interface TableCopy {
  readonly text: string;
  readonly html: string;
}

/** A cell that begins like a formula is a formula to a spreadsheet; numbers stay numbers. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

function harmless(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, ' ');
  return FORMULA.test(line) && !NUMBER.test(line) ? `'${line}` : line;
}

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0).toString()};`);

/** Rows under their titles, cell by cell as the columns say them. */
export function tableCopy<Row, SortKey extends string>(
  columns: readonly GridColumn<Row, SortKey>[],
  rows: readonly Row[],
): TableCopy {
  const lines = [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map((column) => harmless(column.text(row)))),
  ];
  const [head = [], ...body] = lines.map((cells) => cells.map(escaped));
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  return {
    text: lines.map((cells) => cells.join('\t')).join('\r\n'),
    html: `<table><thead>${row(head, 'th')}</thead><tbody>${body
      .map((cells) => row(cells, 'td'))
      .join('')}</tbody></table>`,
  };
}
