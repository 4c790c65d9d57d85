import type { Language } from '../../../shared/contract/fields';
import { sentence } from '../locale/sentence';
import type { CellKind, CellTable, CellValue } from './report-table';
import { guarded } from './text-for-spreadsheet';

const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';

/**
 * A table as CSV, piece by piece: UTF-8 with BOM (so that Excel reads Chinese and Korean), CRLF, a
 * formula guard on text cells. Numbers are plain decimal text with every digit, no grouping.
 */
export function* csvText(table: CellTable, language: Language): Generator<string> {
  const headings = table.columns.map(({ heading }) =>
    sentence(language, `report:columns/${heading}`),
  );
  yield BYTE_ORDER_MARK + headings.map((heading) => quoted(guarded(heading))).join(',') + LINE_END;
  for (const row of table.rows(language)) {
    const cells = row.map((value, index) => csvCell(value, table.columns[index]?.kind ?? 'text'));
    yield cells.join(',') + LINE_END;
  }
}

function csvCell(value: CellValue, kind: CellKind): string {
  if (value === null) return '';
  const text = String(value);
  switch (kind) {
    case 'text':
      return quoted(guarded(text));
    case 'time':
      return text.replace('T', ' ');
    case 'day':
    case 'count':
    case 'amount':
    case 'price':
    case 'factor':
      return text;
  }
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
