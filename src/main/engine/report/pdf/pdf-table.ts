import { BAND, INK, MUTED, RULE, type PdfSheet } from './pdf-sheet';

export interface PdfColumn {
  readonly heading: string;
  /** Share of the width, against the other columns. */
  readonly share: number;
  readonly align: 'left' | 'right';
}

const SIZE = 8;
const LINE = SIZE * 1.42;
const PADDING = 4.5;

/**
 * A table that goes on over pages, with its headings repeated at the top of each. A row is never cut in two,
 * unless it is higher than a page.
 */
export function pdfTable(
  sheet: PdfSheet,
  columns: readonly PdfColumn[],
  rows: Iterable<readonly string[]>,
  onRow: () => void = () => {},
): void {
  const shares = columns.reduce((all, { share }) => all + share, 0);
  const widths = columns.map(({ share }) => (sheet.width * share) / shares);
  const wrapped = (cells: readonly string[], bold: boolean) =>
    cells.map((text, index) =>
      sheet.type.wrap(text, (widths[index] ?? 0) - 2 * PADDING, { size: SIZE, bold }),
    );
  const heightOf = (cells: readonly (readonly string[])[]) =>
    Math.max(1, ...cells.map((lines) => lines.length)) * LINE + 2 * PADDING;
  const put = (cells: readonly (readonly string[])[], bold: boolean) => {
    const height = heightOf(cells);
    if (bold) sheet.pdf.rect(sheet.left, sheet.y, sheet.width, height).fill(BAND);
    let x = sheet.left;
    cells.forEach((lines, index) => {
      const width = widths[index] ?? 0;
      sheet.pdf.fillColor(bold ? MUTED : INK);
      lines.forEach((line, number) => {
        const style = { size: SIZE, bold };
        const inset =
          columns[index]?.align === 'right'
            ? width - PADDING - sheet.type.width(line, style)
            : PADDING;
        sheet.type.line(line, x + inset, sheet.y + PADDING + number * LINE, style);
      });
      x += width;
    });
    sheet.y += height;
    sheet.pdf.strokeColor(RULE).lineWidth(0.4);
    sheet.pdf
      .moveTo(sheet.left, sheet.y)
      .lineTo(sheet.left + sheet.width, sheet.y)
      .stroke();
  };
  const heads = wrapped(
    columns.map(({ heading }) => heading),
    true,
  );
  const top = heightOf(heads);
  const most = Math.floor((sheet.bottom - sheet.page.margin - top - 2 * PADDING) / LINE);
  let isFirst = true;
  for (const row of rows) {
    for (const cells of partsOf(wrapped(row, false), most)) {
      const breaks = sheet.need(heightOf(cells) + (isFirst ? top : 0));
      if (isFirst || breaks) put(heads, true);
      put(cells, false);
      isFirst = false;
    }
    onRow();
  }
  if (!isFirst) return;
  sheet.need(top);
  put(heads, true);
}

/** The lines of a row in parts of at most `most`, which is what a page holds. */
function partsOf(cells: readonly (readonly string[])[], most: number): (readonly string[])[][] {
  const height = Math.max(...cells.map((lines) => lines.length));
  const parts = Math.max(1, Math.ceil(height / most));
  return [...Array(parts).keys()].map((part) =>
    cells.map((lines) => lines.slice(part * most, (part + 1) * most)),
  );
}
