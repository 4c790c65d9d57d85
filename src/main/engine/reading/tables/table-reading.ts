import { resolve } from 'node:path';
import type { TableReading } from '../../../../shared/contract/column-mapping';
import type { Part } from './part';
import type { Override } from '../layout/stated-facts';

function isOf(table: TableReading['table'], part: Part): boolean {
  if (table === null) return true;
  if (resolve(table.path) !== part.chosen) return false;
  return (
    (table.fileName === null || table.fileName === part.fileName) &&
    (table.sheet === null || table.sheet === part.sheet)
  );
}

/** What is said of one table of all that is said. Text that the program wrote itself (a sheet) has one encoding. */
export function saidOfPart(override: Override, part: Part): Override {
  const { readings, ...rest } = override;
  const found = readings?.find(({ table }) => isOf(table, part));
  if (!found) return rest;
  const { mapping, headerLine, encoding, delimiter } = found;
  const isText = part.container === 'csv' || part.container === 'zip';
  return {
    ...rest,
    said: {
      mapping,
      headerLine,
      ...(isText && { encoding, delimiter }),
    },
  };
}
