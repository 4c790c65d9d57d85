import type { ImportSummary } from '../../../../shared/contract/imports';
import type { Param, ReadableDb } from '../workspace/connection';
import { summaryOf, type ImportRow, type Page } from './imports';

/** Which imports are asked for. */
export interface ImportQuery {
  readonly offset: number;
  readonly limit: number;
  readonly newestFirst?: boolean | undefined;
  /** Stands in the name of the file or of the sheet; of ASCII letters the case does not matter. */
  readonly named?: string | undefined;
  readonly ids?: readonly number[] | undefined;
}

/** A page of the imports, undone ones too, with the number of all that fit. */
export function importPage(
  db: ReadableDb,
  { offset, limit, newestFirst = false, named = '', ids }: ImportQuery,
): Page<ImportSummary> {
  const fits: string[] = ['TRUE'];
  const params: Param[] = [];
  const wanted = named.trim().toLowerCase();
  if (wanted !== '') {
    fits.push('(instr(lower(file_name), ?) > 0 OR instr(lower(sheet), ?) > 0)');
    params.push(wanted, wanted);
  }
  if (ids) {
    fits.push('id IN (SELECT value FROM json_each(?))');
    params.push(JSON.stringify(ids));
  }
  const where = fits.join(' AND ');
  const count = db
    .prepare<{ total: bigint }>(`SELECT count(*) AS total FROM imports WHERE ${where}`)
    .get(...params);
  const rows = db
    .prepare<ImportRow>(
      `SELECT * FROM imports WHERE ${where} ORDER BY id ${newestFirst ? 'DESC' : 'ASC'}
       LIMIT ? OFFSET ?`,
    )
    .all(...params, limit, offset);
  return { total: Number(count?.total ?? 0n), rows: rows.map(summaryOf) };
}
