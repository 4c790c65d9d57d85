import type { QUARANTINE_STATES, QuarantinedRow } from '../../../../shared/contract/quarantine';
import { splitRecords } from '../../reading/text/csv-records';
import type { ReadableDb } from '../workspace/connection';
import type { Page } from './imports';
import type { ImportedColumn } from '../../reading/layout/imported-column';
import { rawRows } from './raw-rows';
import { idRange, importOfRow, rowOfId, slotId } from '../workspace/row-id';

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
const OPEN = 'c.id IS NULL AND d.id IS NULL';

/**
 * Where the ids of each state stand. What was done is asked of the tables that hold it, so that a page costs what it
 * passes over and no row is joined but those it shows.
 */
const PLACES: Readonly<Record<State, string>> = {
  open: `quarantined_rows p WHERE p.id NOT IN (SELECT id FROM row_corrections)
    AND p.id NOT IN (SELECT id FROM row_dismissals) AND`,
  corrected: 'row_corrections p WHERE',
  dismissed: 'row_dismissals p WHERE p.id NOT IN (SELECT id FROM row_corrections) AND',
};
const ASKED_FOR = `p.id BETWEEN ? AND ?
  AND (? IS NOT NULL OR p.id >> 32 IN (SELECT id FROM imports WHERE state = 'live'))`;

/** One page of the rows in quarantine, and how many there are in each state. */
export interface QuarantinePage extends Page<QuarantinedRow> {
  readonly counts: Readonly<Record<State, number>>;
}

/** Rows that could not be read, of one import or (null) of all live ones, in file order; `row`: only this one. */
export function quarantinePage(
  db: ReadableDb,
  importId: number | null,
  state: State,
  page: { readonly offset: number; readonly limit: number },
  row?: number,
): QuarantinePage {
  const asked = [...idsAskedFor(db, importId, row), importId] as const;
  const countOf = (each: State) =>
    Number(
      db
        .prepare<{ n: bigint }>(`SELECT count(*) AS n FROM ${PLACES[each]} ${ASKED_FOR}`)
        .get(...asked)?.n ?? 0,
    );
  const counts = {
    open: countOf('open'),
    corrected: countOf('corrected'),
    dismissed: countOf('dismissed'),
  };
  const rows = db
    .prepare<QuarantineRow>(
      `SELECT q.*, i.slots, coalesce(c.corrected_by, d.dismissed_by) AS by,
         coalesce(c.corrected_at, d.dismissed_at) AS at, d.reason
       ${JOINED}
       WHERE q.id IN (SELECT p.id FROM ${PLACES[state]} ${ASKED_FOR} ORDER BY p.id LIMIT ? OFFSET ?)
       ORDER BY q.id`,
    )
    .all(...asked, page.limit, page.offset);
  return { total: counts[state], counts, rows: shown(db, rows, state) };
}

/** First and last id that is asked for, both inclusive. */
function idsAskedFor(
  db: ReadableDb,
  importId: number | null,
  row: number | undefined,
): readonly [number, number] {
  if (importId === null) return [0, Number.MAX_SAFE_INTEGER];
  if (row === undefined) return idRange(importId);
  const found = db
    .prepare<{ slots: bigint }>('SELECT slots FROM imports WHERE id = ?')
    .get(importId);
  const id = slotId(importId, row, Number(found?.slots ?? 1));
  return [id, id];
}

/** The rows with their cells, as they stand in their files or were written anew. */
function shown(db: ReadableDb, rows: readonly QuarantineRow[], state: State): QuarantinedRow[] {
  const texts = rawRows(
    db,
    rows.map(({ id }) => Number(id)),
  );
  return rows.map((row, index) => {
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
  });
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
       WHERE i.state = 'live' AND ${OPEN} ORDER BY q.id`,
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
