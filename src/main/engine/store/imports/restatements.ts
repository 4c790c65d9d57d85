import type { ComparableRow, RestatedRows } from '../../../../shared/bill/restated-rows';
import type { ReadableDb, WritableDb } from '../workspace/connection';
import type { ExportFiles } from './exports';
import { idRange } from '../workspace/row-id';

/** Text columns that name a bill line apart from its numbers; the last two go first when nothing else fits. */
const BILL_KEY = `json_array(t.usage_start, t.usage_end, t.payer_uin, t.owner_uin, t.product,
  t.sub_product, t.transaction_type, t.resource_id, t.component_type, t.component_name`;

interface KeyRow {
  id: bigint;
  strict: string;
  loose: string;
  value: bigint;
}

/**
 * The rows of an export that `where` allows, by id, without their identities (see row-identities.ts). Of a
 * bill the first key names the transaction too, since a line that is made anew may get another.
 */
export function comparableRows(
  db: ReadableDb,
  { kind, importIds }: ExportFiles,
  where: string,
): Map<number, Omit<ComparableRow, 'identity'>> {
  const select =
    kind === 'bill'
      ? `SELECT t.id, ${BILL_KEY}, t.transaction_id, t.order_id) AS strict, ${BILL_KEY}) AS loose,
           t.amount_e8 AS value FROM bill_lines t`
      : `SELECT t.id, json_array(t.meter_id, t.day, t.start_second) AS strict,
           json_array(t.meter_id, t.day, t.start_second) AS loose, t.seconds AS value FROM usage_rows t`;
  const rows = new Map<number, Omit<ComparableRow, 'identity'>>();
  for (const importId of importIds)
    for (const { id, strict, loose, value } of db
      .prepare<KeyRow>(`${select} WHERE t.id BETWEEN ? AND ? AND (${where}) ORDER BY t.id`)
      .all(...idRange(importId)))
      rows.set(Number(id), { id: Number(id), keys: [strict, loose], value });
  return rows;
}

export interface RestatementCounts {
  readonly unchanged: number;
  readonly changed: number;
  readonly added: number;
  readonly gone: number;
  /** By how much the amount x 10^8, or the seconds, went up. */
  readonly value: bigint;
}

export function countsOf({ unchanged, rows }: RestatedRows): RestatementCounts {
  const of = (change: string) => rows.filter((row) => row.change === change).length;
  return {
    unchanged,
    changed: of('changed'),
    added: of('added'),
    gone: of('gone'),
    value: rows.reduce((sum, row) => sum + row.value, 0n),
  };
}

/** Keeps what was found between two exports; what was kept of them before is dropped. */
export function saveRestatement(
  db: WritableDb,
  newer: ExportFiles,
  older: ExportFiles,
  found: RestatedRows,
  foundAt: string,
): void {
  dropRestatement(db, newer.exportId, older.exportId);
  const counts = countsOf(found);
  const bill = newer.kind === 'bill';
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO restatements
         (newer_id, older_id, found_at, unchanged, changed, added, gone, amount_e8, seconds)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      newer.exportId,
      older.exportId,
      foundAt,
      counts.unchanged,
      counts.changed,
      counts.added,
      counts.gone,
      bill ? counts.value : null,
      bill ? null : counts.value,
    );
  const insert = db.prepare(
    `INSERT INTO restated_rows
       (restatement_id, position, change, older_row, newer_row, amount_e8, seconds)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  found.rows.forEach((row, position) =>
    insert.run(
      lastInsertRowid,
      position,
      row.change,
      row.older,
      row.newer,
      bill ? row.value : null,
      bill ? null : row.value,
    ),
  );
}

export function dropRestatement(db: WritableDb, newerId: number, olderId: number): void {
  db.prepare('DELETE FROM restatements WHERE newer_id = ? AND older_id = ?').run(newerId, olderId);
}
