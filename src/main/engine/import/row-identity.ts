import { hash } from 'node:crypto';
import type { ImportedColumn } from '../store/raw-rows';
import { cleanCell, isEmptyCell } from './cells';
import { headerName } from './header-name';

/**
 * What makes a row the same row in another file: every cell, by the name of its column. Encoding, line ends,
 * quotes, the order of columns and columns without a value do not matter; a different cell does.
 */
export function rowIdentity(
  columns: readonly ImportedColumn[],
): (cells: readonly string[]) => Uint8Array {
  const order = columns
    .map(({ header, field }, index) => ({ name: field ?? `?${headerName(header)}`, index }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.index - b.index));
  return (cells) => {
    let text = '';
    for (const { name, index } of order) {
      const cell = cleanCell(cells[index] ?? '');
      if (!isEmptyCell(cell)) text += `${name}\u0001${cell}\u0002`;
    }
    return hash('sha256', text, 'buffer').subarray(0, 16);
  };
}
