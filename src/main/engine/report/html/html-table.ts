import { amountText, countText, decimalsOf, priceText } from '../../locale/number-text';
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
    ({ heading, kind }) =>
      `<th scope="col" class="${classOf(kind)}">${escaped(sentence(language, `report:columns/${heading}`))}</th>`,
  );
  const title = escaped(sentence(language, `report:sheets/${table.name}`));
  yield `<div class="scroll" role="region" tabindex="0" aria-label="${title}"><table id="${id}">\n`;
  yield `<thead><tr>${heads.join('')}</tr></thead><tbody>\n`;
  let number = 0;
  for (const row of table.rows(language)) {
    const cells = row.map((value, index) => cell(value, table.columns[index]?.kind ?? 'text'));
    yield `<tr${attributes(number)}>${cells.join('')}</tr>\n`;
    number += 1;
  }
  yield '</tbody></table></div>\n';
}

function classOf(kind: CellKind): string {
  if (kind === 'text') return 't';
  return kind === 'day' || kind === 'time' ? 'd' : 'n';
}

function cell(value: CellValue, kind: CellKind): string {
  if (value === null) return `<td class="${classOf(kind)}"></td>`;
  return `<td class="${classOf(kind)}">${escaped(shownText(String(value), kind))}</td>`;
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
