import { hash } from 'node:crypto';
import { isItem } from '../../../../shared/catalog/item';
import type { RawSource } from '../../store/imports/raw-rows';
import { cleanCell, isEmptyCell } from '../../reading/cells/cells';
import { headerName } from '../../reading/layout/header-name';
import { isOwnColumn } from '../../reading/tables/json-origin';
import type { StatedOfImport } from '../../reading/layout/stated-facts';

type Identity = (cells: readonly string[]) => Uint8Array;

interface NamedColumn {
  readonly name: string;
  readonly index: number;
  /** What every row says in it, where it is no column of the file: the application that was said of them all. */
  readonly always?: string;
}

function identityOf(columns: readonly NamedColumn[], before: string): Identity {
  const order = columns.toSorted((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : a.index - b.index,
  );
  return (cells) => {
    let text = before;
    for (const { name, index, always } of order) {
      const cell = always ?? cleanCell(cells[index] ?? '');
      if (!isEmptyCell(cell)) text += `${name}\u0001${cell}\u0002`;
    }
    return hash('sha256', text, 'buffer').subarray(0, 16);
  };
}

/** What was said of the rows themselves; how their columns were named does not make them other rows. */
function saidOf(stated: string): string {
  const { service } = JSON.parse(stated) as StatedOfImport;
  return service ? `${JSON.stringify({ service })}\u0002` : '';
}

/**
 * What makes a row the same row in another file: every cell, by the name of its column, and what was said of
 * the file besides. Encoding, line ends, quotes, the order of columns and columns without a value do not
 * matter; a different cell does. Where a row has several measurements each is one of its own, with the cells
 * that they share: a column more in another file changes nothing about the others.
 */
export function identitiesOf({
  columns,
  slots,
  stated,
  app,
}: Pick<RawSource, 'columns' | 'slots' | 'stated' | 'app'>): {
  readonly slot: number;
  readonly identity: Identity;
}[] {
  const said = saidOf(stated);
  const named: readonly NamedColumn[] = [
    ...columns.flatMap(({ header, field }, index) =>
      isOwnColumn(header) ? [{ name: field ?? `?${headerName(header)}`, index }] : [],
    ),
    // Said of the file or written in each row, the application is the same fact.
    ...(app === null ? [] : [{ name: 'sdkAppId', index: -1, always: app }]),
  ];
  const shared = named.filter(({ name }) => !isItem(name));
  if (slots === 1) return [{ slot: 0, identity: identityOf(named, said) }];
  if (shared.length === named.length)
    return Array.from({ length: slots }, (_, slot) => ({
      slot,
      identity: identityOf(named, `${said}${slot}\u0002`),
    }));
  return named
    .filter(({ name }) => isItem(name))
    .map((measure) => ({
      slot: measure.index,
      identity: identityOf([...shared, measure], said),
    }));
}
