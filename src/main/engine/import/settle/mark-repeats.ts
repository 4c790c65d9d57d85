import type { WritableDb } from '../../store/workspace/connection';
import { exportOf } from '../../store/imports/exports';
import { inStretches } from '../../store/workspace/id-stretches';
import type { Pause } from '../../store/workspace/pause';
import { rowIdentities } from './row-identities';

/** Counted rows of some days, in some imports. */
export interface CountedRows {
  readonly table: string;
  readonly importIds: readonly number[];
  readonly days: readonly [number, number];
}

/**
 * Marks the rows that stand in another export too. Equal rows have the same first byte of their identity, and are
 * looked for among those alone: no question is about all rows at once, however many there are.
 */
export async function markRepeats(db: WritableDb, rows: CountedRows, pause: Pause): Promise<void> {
  db.exec(`
    CREATE TEMP TABLE row_identities (
      first_byte INTEGER NOT NULL, id INTEGER NOT NULL, export_id INTEGER NOT NULL, identity BLOB NOT NULL,
      PRIMARY KEY (first_byte, id)) STRICT, WITHOUT ROWID;
    CREATE TEMP TABLE row_repeats (id INTEGER PRIMARY KEY, counted INTEGER NOT NULL) STRICT`);
  try {
    const counts = new Uint32Array(256);
    for (const importId of rows.importIds)
      await collectIdentities(db, importId, rows, counts, pause);
    await findRepeats(db, counts, pause);
    await writeMarks(db, rows.table, pause);
  } finally {
    // A full disk ends the transaction, and with it the tables, by itself.
    db.exec('DROP TABLE IF EXISTS temp.row_identities; DROP TABLE IF EXISTS temp.row_repeats');
  }
}

/** `counts`: how many identities begin with each byte; grows by those of the import. */
async function collectIdentities(
  db: WritableDb,
  importId: number,
  { table, days }: CountedRows,
  counts: Uint32Array,
  pause: Pause,
): Promise<void> {
  const insert = db.prepare(
    `INSERT INTO temp.row_identities (first_byte, id, export_id, identity)
     SELECT ?, id, ?, ? FROM ${table}
     WHERE id = ? AND day BETWEEN ? AND ? AND duplicate_of IS NULL`,
  );
  // Parts of one export number their identical rows together: none of them repeats another part's.
  const exportId = exportOf(db, importId);
  for await (const found of rowIdentities(db, importId, days, pause))
    for (const { id, identity } of found) {
      const byte = identity[0] ?? 0;
      counts[byte] =
        (counts[byte] ?? 0) + insert.run(byte, exportId, identity, id, ...days).changes;
    }
}

async function findRepeats(db: WritableDb, counts: Uint32Array, pause: Pause): Promise<void> {
  const find = db.prepare(
    `INSERT INTO temp.row_repeats (id, counted)
     SELECT id, counted FROM (
       SELECT id, min(id) OVER (PARTITION BY identity, occurrence) AS counted
       FROM (
         SELECT id, identity,
           row_number() OVER (PARTITION BY export_id, identity ORDER BY id) AS occurrence
         FROM temp.row_identities WHERE first_byte = ?
       )
     ) WHERE id <> counted`,
  );
  for (const [byte, count] of counts.entries()) {
    // One alone repeats nothing: of two small files hardly any byte has to be asked about.
    if (count < 2) continue;
    find.run(byte);
    await pause(0);
  }
}

async function writeMarks(db: WritableDb, table: string, pause: Pause): Promise<void> {
  const mark = db.prepare(
    `UPDATE ${table}
     SET duplicate_of = (SELECT counted FROM temp.row_repeats r WHERE r.id = ${table}.id)
     WHERE id IN (SELECT id FROM temp.row_repeats WHERE id BETWEEN ? AND ?)`,
  );
  const all = [0, Number.MAX_SAFE_INTEGER] as const;
  await inStretches(db, 'temp.row_repeats', all, pause, (ids) => void mark.run(...ids));
}
