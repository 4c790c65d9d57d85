import { createHash } from 'node:crypto';
import { zstdCompressSync } from 'node:zlib';
import { invariant } from '../../../../shared/invariant';
import type { WritableDb } from '../workspace/connection';
import type { Pause } from '../workspace/pause';
import { recordingTriggers } from './recorded-tables';

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

/**
 * Begins to record every row that is written, by triggers of this connection, which cost nothing while nothing is
 * recorded. They go by themselves when the transaction is rolled back.
 *
 * @param ownFrom the id that the import has which is being written now; see {@link recordingTriggers}.
 */
export function startRecording(db: WritableDb, ownFrom: number | null = null): Recording {
  invariant(db.inTransaction, 'changes are recorded in the transaction that makes them');
  const triggers = recordingTriggers(db, ownFrom);
  db.exec(`CREATE TEMP TABLE recorded_changes (
    seq INTEGER PRIMARY KEY, about TEXT NOT NULL, row TEXT NOT NULL, before TEXT, after TEXT)`);
  for (const sql of triggers.values()) db.exec(sql);
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
      for (const name of triggers.keys()) db.exec(`DROP TRIGGER temp.${name}`);
      const pieces = await packed(db, pause);
      db.exec('DROP TABLE temp.recorded_changes');
      return pieces;
    },
  };
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
