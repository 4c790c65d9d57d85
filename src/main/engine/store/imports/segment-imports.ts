import type { WritableDb } from '../workspace/connection';
import { idRange } from '../workspace/row-id';

const SAID = ['streams-by-areas', 'streams-by-stream', 'streams-without-tier'];

/** Imports of received streams, undone ones too: they may come back. */
export function segmentImports(db: WritableDb): number[] {
  return db
    .prepare<{ id: bigint }>(`SELECT id FROM imports WHERE profile = 'stream-segments' ORDER BY id`)
    .all()
    .map(({ id }) => Number(id));
}

/** Text of what the segments of an import were found to measure, and of what was said of it. */
export function measurementsOf(db: WritableDb, importId: number): string {
  const rows = db
    .prepare(
      'SELECT id, meter_id, day, seconds FROM usage_rows WHERE id BETWEEN ? AND ? ORDER BY id',
    )
    .raw()
    .all(...idRange(importId));
  const said = db
    .prepare(
      `SELECT code, params FROM import_issues
       WHERE import_id = ? AND code IN (SELECT value FROM json_each(?)) ORDER BY code`,
    )
    .raw()
    .all(importId, JSON.stringify(SAID));
  return [...rows, ...said].map(String).join('\n');
}

/** Takes away what the segments of an import were found to measure, and what was said of it. */
export function dropMeasurements(db: WritableDb, importId: number): void {
  db.prepare('DELETE FROM usage_rows WHERE id BETWEEN ? AND ?').run(...idRange(importId));
  db.prepare(
    `DELETE FROM import_issues WHERE import_id = ? AND code IN (SELECT value FROM json_each(?))`,
  ).run(importId, JSON.stringify(SAID));
}
