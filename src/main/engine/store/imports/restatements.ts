import type { ComparableRow, RestatedRows } from '../../../../shared/bill/restated-rows';
import type { ReadableDb, WritableDb } from '../workspace/connection';
import type { ExportFiles } from './exports';
import { inStretches } from '../workspace/id-stretches';
import type { Pause } from '../workspace/pause';
import { idRange } from '../workspace/row-id';

/** Text columns that name a bill line apart from its numbers; the last two go first when nothing else fits. */
const BILL_KEY = `json_array(t.usage_start, t.usage_end, t.payer_uin, t.owner_uin, t.product,
  t.sub_product, t.transaction_type, t.resource_id, t.component_type, t.component_name`;

/** Rows that are written before others have their turn: some hundredths of a second. */
const ROWS_PER_TURN = 2000;

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
export async function comparableRows(
  db: ReadableDb,
  { kind, importIds }: ExportFiles,
  where: string,
  pause: Pause,
): Promise<ReadonlyMap<number, Omit<ComparableRow, 'identity'>>> {
  const select =
    kind === 'bill'
      ? `SELECT t.id, ${BILL_KEY}, t.transaction_id, t.order_id) AS strict, ${BILL_KEY}) AS loose,
           t.amount_e8 AS value FROM bill_lines t`
      : `SELECT t.id, json_array(t.meter_id, t.day, t.start_second) AS strict,
           json_array(t.meter_id, t.day, t.start_second) AS loose, t.seconds AS value FROM usage_rows t`;
  const rows = new Map<number, Omit<ComparableRow, 'identity'>>();
  const within = db.prepare<KeyRow>(
    `${select} WHERE t.id BETWEEN ? AND ? AND (${where}) ORDER BY t.id`,
  );
  const table = kind === 'bill' ? 'bill_lines' : 'usage_rows';
  for (const importId of importIds)
    await inStretches(db, table, idRange(importId), pause, (ids) => {
      for (const { id, strict, loose, value } of within.all(...ids))
        rows.set(Number(id), { id: Number(id), keys: [strict, loose], value });
    });
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
export async function saveRestatement(
  db: WritableDb,
  newer: ExportFiles,
  older: ExportFiles,
  found: RestatedRows,
  foundAt: string,
  pause: Pause,
): Promise<void> {
  await dropRestatement(db, newer.exportId, older.exportId, pause);
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
  for (const [position, row] of found.rows.entries()) {
    insert.run(
      lastInsertRowid,
      position,
      row.change,
      row.older,
      row.newer,
      bill ? row.value : null,
      bill ? null : row.value,
    );
    if (position % ROWS_PER_TURN === ROWS_PER_TURN - 1) await pause(ROWS_PER_TURN);
  }
}

/** Its rows go first, in stretches: a cascade would take all of them at once. */
export async function dropRestatement(
  db: WritableDb,
  newerId: number,
  olderId: number,
  pause: Pause,
): Promise<void> {
  const dropRows = db.prepare(
    `DELETE FROM restated_rows WHERE (restatement_id, position) IN (
       SELECT r.restatement_id, r.position FROM restatements s
       JOIN restated_rows r ON r.restatement_id = s.id
       WHERE s.newer_id = ? AND s.older_id = ? ORDER BY r.position LIMIT ${ROWS_PER_TURN})`,
  );
  for (;;) {
    const { changes } = dropRows.run(newerId, olderId);
    if (changes < ROWS_PER_TURN) break;
    await pause(changes);
  }
  db.prepare('DELETE FROM restatements WHERE newer_id = ? AND older_id = ?').run(newerId, olderId);
}
