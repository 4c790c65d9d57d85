import { createHash } from 'node:crypto';
import { zstdCompressSync } from 'node:zlib';
import { invariant } from '../../../../shared/invariant';
import type { WritableDb } from '../workspace/connection';
import type { Pause } from '../workspace/pause';
import { OWN_FROM_TABLE, recordingTriggers, TRIGGER } from './recorded-tables';

/** Changes per piece: enough to be packed well, few enough to be held at once. */
const PIECE = 5000;

/** Some of the changes that were recorded, packed as migrations/0019 says. */
export interface RecordedPiece {
  readonly size: number;
  readonly sha256: string;
  readonly changes: Buffer;
}

/** What happens to rows between its beginning and its end, inside one transaction. */
export interface Recording {
  /** Adds that an import, which has just come, counts from now on: undone, it does not. */
  readonly came: (importId: number) => void;
  /** Ends the recording, with a pause after each piece. Changes that changed nothing are left out. */
  readonly end: (pause: Pause) => Promise<readonly RecordedPiece[]>;
}

/** Above the id of every import: all rows are of others. */
const ALL_IMPORTS = 2 ** 21;

/**
 * Begins to record every row that is written, by triggers of this connection. When the transaction is rolled back, what
 * it made of them goes by itself. Those that imports need stay from one to the next, until {@link stopRecording}: making
 * and dropping them took longer than a small file.
 *
 * @param ownFrom the id that the import has which is being written now, whose own rows are not recorded; null: it is
 * another act, of which everything is.
 */
export function startRecording(db: WritableDb, ownFrom: number | null = null): Recording {
  invariant(db.inTransaction, 'changes are recorded in the transaction that makes them');
  if (!isReady(db)) {
    db.exec(OWN_FROM_TABLE);
    db.exec(`CREATE TEMP TABLE recorded_changes (
      seq INTEGER PRIMARY KEY, about TEXT NOT NULL, row TEXT NOT NULL, before TEXT, after TEXT)`);
    for (const sql of recordingTriggers(db, 'lasting')) db.exec(sql);
  }
  if (ownFrom === null) for (const sql of recordingTriggers(db, 'passing')) db.exec(sql);
  db.prepare('INSERT INTO temp.recorded_from (own_from) VALUES (?)').run(ownFrom ?? ALL_IMPORTS);
  return {
    came: (importId) =>
      void db
        .prepare(
          `INSERT INTO recorded_changes (about, row, before, after)
           SELECT 'imports', json_array(id), json_object('state', 'undone'), json_object('state', state)
           FROM imports WHERE id = ?`,
        )
        .run(importId),
    end: async (pause) => {
      db.exec('DELETE FROM temp.recorded_from');
      const pieces = await packed(db, pause);
      if (ownFrom === null) stopRecording(db);
      else db.exec('DELETE FROM temp.recorded_changes');
      return pieces;
    },
  };
}

function isReady(db: WritableDb): boolean {
  return (
    db.prepare(`SELECT 1 FROM sqlite_temp_schema WHERE name = 'recorded_from'`).get() !== undefined
  );
}

/** Takes away what recordings left on the connection for the next one. Nothing is recorded then. */
export function stopRecording(db: WritableDb): void {
  if (!isReady(db)) return;
  const made = db
    .prepare<{ name: string }>(
      `SELECT name FROM sqlite_temp_schema WHERE type = 'trigger' AND name GLOB '${TRIGGER}*'`,
    )
    .all();
  for (const { name } of made) db.exec(`DROP TRIGGER temp.${name}`);
  db.exec('DROP TABLE temp.recorded_changes; DROP TABLE temp.recorded_from');
}

async function packed(db: WritableDb, pause: Pause): Promise<RecordedPiece[]> {
  const next = db.prepare<{ text: string; size: bigint; last: bigint | null }>(
    `SELECT json_group_array(json_array(about, row, before, after) ORDER BY seq) AS text,
       count(*) AS size, max(seq) AS last
     FROM (SELECT * FROM temp.recorded_changes
           WHERE seq > ? AND before IS NOT after ORDER BY seq LIMIT ${PIECE})`,
  );
  const pieces: RecordedPiece[] = [];
  let after = 0n;
  for (;;) {
    const found = next.get(after);
    if (!found || found.last === null) return pieces;
    pieces.push({
      size: Number(found.size),
      sha256: createHash('sha256').update(found.text).digest('hex'),
      changes: zstdCompressSync(found.text),
    });
    after = found.last;
    await pause(Number(found.size));
  }
}
