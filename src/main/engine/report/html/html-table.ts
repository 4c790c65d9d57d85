import {
  amountText,
  countText,
  decimalsOf,
  priceText,
  signedAmountText,
} from '../../locale/number-text';
import { sentence } from '../../locale/sentence';
import type { Language } from '../../../../shared/contract/fields';
import type { CellKind, CellTable, CellValue } from '../report-table';
import { escaped } from './html-text';

/** One row of HTML per line of the file; `attributes` of the row stand beside its cells. */
export function* htmlTable(
  table: CellTable,
  language: Language,
  id: string,
  attributes: (row: number) => string = () => '',
): Generator<string> {
  const heads = table.columns.map(
    (column) =>
      `<th scope="col" class="${classOf(column)}">${escaped(sentence(language, `report:columns/${column.heading}`))}</th>`,
  );
  const title = escaped(sentence(language, `report:sheets/${table.name}`));
  yield `<div class="scroll" role="region" tabindex="0" aria-label="${title}"><table id="${id}">\n`;
  yield `<thead><tr>${heads.join('')}</tr></thead><tbody>\n`;
  let number = 0;
  for (const row of table.rows(language)) {
    const cells = table.columns.map((column, index) => cell(row[index] ?? null, column));
    yield `<tr${attributes(number)}>${cells.join('')}</tr>\n`;
    number += 1;
  }
  yield '</tbody></table></div>\n';
}

type Column = CellTable['columns'][number];

/** Characters up to which a text stays on one line, as ids and states do, and from which it gets room for sentences. */
const SHORT = 14;
const MIDDLE = 18;
const LONG = 28;

function classOf({ kind, width, wraps }: Column): string {
  if (kind === 'text') {
    if (width <= SHORT && wraps !== true) return 'd';
    return width >= LONG ? 't l' : width >= MIDDLE ? 't m' : 't';
  }
  return kind === 'day' || kind === 'time' ? 'd' : 'n';
}

function cell(value: CellValue, column: Column): string {
  if (value === null) return `<td class="${classOf(column)}"></td>`;
  const { heading, kind } = column;
  const text = String(value);
  const shown = heading === 'difference' ? signedAmountText(text) : shownText(text, kind);
  return `<td class="${classOf(column)}">${escaped(shown)}</td>`;
}

/** A value as a person reads it. */
export function shownText(text: string, kind: CellKind): string {
  switch (kind) {
    case 'text':
    case 'day':
      return text;
    case 'time':
      return text.replace('T', ' ');
    case 'count':
      return countText(text);
    case 'amount':
      return amountText(text, decimalsOf([text]));
    case 'price':
    case 'factor':
      return priceText(text);
  }
}
