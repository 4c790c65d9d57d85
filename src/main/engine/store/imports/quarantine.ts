import type { QUARANTINE_STATES, QuarantinedRow } from '../../../../shared/contract/quarantine';
import { splitRecords } from '../../reading/text/csv-records';
import type { ReadableDb } from '../workspace/connection';
import type { Page } from './imports';
import type { ImportedColumn } from '../../reading/layout/imported-column';
import { rawRows } from './raw-rows';
import { idRange, importOfRow, rowOfId } from '../workspace/row-id';

type State = (typeof QUARANTINE_STATES)[number];

interface QuarantineRow {
  id: bigint;
  code: string;
  params: string;
  line: bigint;
  column_name: string | null;
  raw: string;
  slots: bigint;
  by: string | null;
  at: string | null;
  reason: string | null;
}

const JOINED = `FROM quarantined_rows q
  LEFT JOIN row_corrections c ON c.id = q.id LEFT JOIN row_dismissals d ON d.id = q.id
  JOIN imports i ON i.id = q.id >> 32`;
const WHERE: Readonly<Record<State, string>> = {
  open: 'c.id IS NULL AND d.id IS NULL',
  corrected: 'c.id IS NOT NULL',
  dismissed: 'c.id IS NULL AND d.id IS NOT NULL',
};

/** Rows that could not be read, of one import or (null) of all live ones, in file order. */
export function quarantinePage(
  db: ReadableDb,
  importId: number | null,
  state: State,
  page: { readonly offset: number; readonly limit: number },
): Page<QuarantinedRow> {
  const [first, last] = importId === null ? [0, Number.MAX_SAFE_INTEGER] : idRange(importId);
  const from = `${JOINED} WHERE q.id BETWEEN ? AND ? AND (i.state = 'live' OR ? IS NOT NULL)
    AND ${WHERE[state]}`;
  const total = db
    .prepare<{ n: bigint }>(`SELECT count(*) AS n ${from}`)
    .get(first, last, importId);
  const rows = db
    .prepare<QuarantineRow>(
      `SELECT q.*, i.slots, coalesce(c.corrected_by, d.dismissed_by) AS by,
         coalesce(c.corrected_at, d.dismissed_at) AS at, d.reason
       ${from} ORDER BY q.id LIMIT ? OFFSET ?`,
    )
    .all(first, last, importId, page.limit, page.offset);
  const texts = rawRows(
    db,
    rows.map(({ id }) => Number(id)),
  );
  return {
    total: Number(total?.n ?? 0),
    rows: rows.map((row, index) => {
      const text = texts[index];
      const params = JSON.parse(row.params) as QuarantinedRow['params'];
      return {
        importId: importOfRow(Number(row.id)),
        row: rowOfId(Number(row.id), Number(row.slots)),
        origin: { ...(text?.origin ?? { file: '' }), column: row.column_name ?? undefined },
        code: row.code,
        params: row.column_name === null ? params : { ...params, column: row.column_name },
        // What a person knows of a row of JSON is its JSON.
        raw: text?.header[0] === 'json:path' ? text.raw : row.raw,
        header: text?.header ?? [],
        cells: (text?.header ?? []).map((_, column) => text?.cells[column] ?? ''),
        state,
        by: row.by,
        at: row.at,
        reason: row.reason,
      };
    }),
  };
}

/** A row that nobody has corrected or dismissed, as far as its cells and their fields are known. */
export interface OpenRow {
  readonly importId: number;
  readonly kind: string;
  readonly cells: readonly string[];
  /** The field of each column of the file. */
  readonly fields: readonly (string | null)[];
}

interface OpenRowRow {
  import_id: bigint;
  kind: string;
  raw: string;
  delimiter: string;
  columns: string;
}

/** Every open row of all live imports. */
export function* openQuarantine(db: ReadableDb): Generator<OpenRow> {
  const rows = db
    .prepare<OpenRowRow>(
      `SELECT i.id AS import_id, i.kind, q.raw, i.delimiter, i.columns ${JOINED}
       WHERE i.state = 'live' AND ${WHERE.open} ORDER BY q.id`,
    )
    .iterate();
  for (const row of rows)
    yield {
      importId: Number(row.import_id),
      kind: row.kind,
      cells: splitRecords(row.raw, row.delimiter, true).cells[0] ?? [],
      fields: (JSON.parse(row.columns) as ImportedColumn[]).map(({ field }) => field),
    };
}
