import type { Issue } from '../../../../shared/issue';
import type { CellProblem } from './cells';

/** Why a row is not among the accepted ones. `column` is the header of the cell that decided. */
export interface RowRefusal extends CellProblem {
  readonly outcome: 'quarantined' | 'ignored';
  readonly column: string | null;
  /** What is to be said of this row beside why it was left out. */
  readonly remark?: Omit<Issue, 'origin'>;
}

export function quarantined(
  code: string,
  params: CellProblem['params'] = {},
  column: string | null = null,
): RowRefusal {
  return { outcome: 'quarantined', code, params, column };
}

export function ignored(code: string): RowRefusal {
  return { outcome: 'ignored', code, params: {}, column: null };
}

/** A row that is counted although something in it should be looked at. */
export interface RowWarning extends CellProblem {
  readonly column: string | null;
}

/** A file's columns by field: index of the cell, -1 where the file has no such column. */
export interface FieldColumns {
  readonly index: (field: string) => number;
  readonly header: (field: string) => string;
}

export function fieldColumns(
  fields: readonly (string | null)[],
  header: readonly string[],
): FieldColumns {
  const indexOf = (field: string) => fields.indexOf(field);
  return { index: indexOf, header: (field) => header[indexOf(field)] ?? field };
}
