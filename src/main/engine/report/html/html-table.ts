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
import { MOST_ROOM } from './html-style';
import { escaped } from './html-text';

/** One row of HTML per line of the file; `attributes` of the row stand beside its cells. */
export function* htmlTable(
  table: CellTable,
  language: Language,
  id: string,
  {
    attributes = () => '',
    decimals = amountDecimals(table.columns, table.rows(language)),
  }: {
    readonly attributes?: (row: number) => string;
    /** By column, as `amountDecimals` finds them; looked for in the rows where nobody has yet. */
    readonly decimals?: readonly number[];
  } = {},
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
    const cells = table.columns.map((column, index) =>
      cell(row[index] ?? null, column, decimals[index]),
    );
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

/** So many decimals the longest amount of each column has; of columns that hold no amounts none. */
export function amountDecimals(
  columns: readonly Pick<Column, 'kind'>[],
  rows: Iterable<readonly CellValue[]>,
): readonly number[] {
  const decimals = columns.map(() => 0);
  if (columns.every(({ kind }) => kind !== 'amount')) return decimals;
  for (const row of rows)
    columns.forEach(({ kind }, index) => {
      const value = row[index] ?? null;
      if (kind !== 'amount' || value === null) return;
      decimals[index] = Math.max(decimals[index] ?? 0, decimalsOf([String(value)]));
    });
  return decimals;
}

/**
 * Room in place of the decimals that the longest amount of the column has more, so that the points stand below each other:
 * a class, since the page allows no style of its own to an element, and no blanks, which a copy would hold.
 */
function roomAfter(text: string, kind: CellKind, decimals: number): string {
  const missing = kind === 'amount' ? decimals - decimalsOf([text]) : 0;
  return missing > 0 ? ` p${Math.min(missing, MOST_ROOM)}` : '';
}

function cell(value: CellValue, column: Column, decimals = 0): string {
  if (value === null) return `<td class="${classOf(column)}"></td>`;
  const { heading, kind } = column;
  const text = String(value);
  const shown = heading === 'difference' ? signedAmountText(text) : shownText(text, kind);
  const room = roomAfter(text, kind, decimals);
  return `<td class="${classOf(column)}${room}">${escaped(shown)}</td>`;
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
