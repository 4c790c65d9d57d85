import { createHash } from 'node:crypto';
import type { ReadableDb, WritableDb } from '../workspace/connection';
import { inStretches } from '../workspace/id-stretches';
import type { Pause } from '../workspace/pause';
import { idRange } from '../workspace/row-id';

const SAID = ['streams-by-areas', 'streams-by-stream', 'streams-without-tier'];

/** Imports of received streams, undone ones too: they may come back. */
export function segmentImports(db: ReadableDb): { readonly id: number; readonly rows: number }[] {
  return db
    .prepare<{ id: bigint; rows: bigint }>(
      `SELECT id, rows FROM imports WHERE profile = 'stream-segments' ORDER BY id`,
    )
    .all()
    .map(({ id, rows }) => ({ id: Number(id), rows: Number(rows) }));
}

/** A hash of what the segments of an import were found to measure, and of what was said of it. */
export async function measurementsOf(
  db: WritableDb,
  importId: number,
  pause: Pause,
): Promise<string> {
  const hash = createHash('sha256');
  const rows = db
    .prepare(
      'SELECT id, meter_id, day, seconds FROM usage_rows WHERE id BETWEEN ? AND ? ORDER BY id',
    )
    .raw();
  await inStretches(db, 'usage_rows', idRange(importId), pauseAlone(pause), (ids) => {
    hash.update(`${rows.all(...ids).join('\n')}\n`);
  });
  const said = db
    .prepare(
      `SELECT code, params FROM import_issues
       WHERE import_id = ? AND code IN (SELECT value FROM json_each(?)) ORDER BY code`,
    )
    .raw()
    .all(importId, JSON.stringify(SAID));
  return hash.update(said.join('\n')).digest('hex');
}

/** Takes away what the segments of an import were found to measure, and what was said of it. */
export async function dropMeasurements(
  db: WritableDb,
  importId: number,
  pause: Pause,
): Promise<void> {
  const drop = db.prepare('DELETE FROM usage_rows WHERE id BETWEEN ? AND ?');
  await inStretches(db, 'usage_rows', idRange(importId), pauseAlone(pause), (ids) => {
    drop.run(...ids);
  });
  db.prepare(
    `DELETE FROM import_issues WHERE import_id = ? AND code IN (SELECT value FROM json_each(?))`,
  ).run(importId, JSON.stringify(SAID));
}

/** Of steps on the way, which are not told: each row is counted where it is written. */
function pauseAlone(pause: Pause): Pause {
  return () => pause(0);
}
