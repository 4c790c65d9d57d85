import { rawSource } from '../imports/raw-rows';
import type { ReadableDb } from '../workspace/connection';
import type { Pause } from '../workspace/pause';
import { idRange, rowOfId } from '../workspace/row-id';
import { RepeatedRanges, type RangeOfRows } from './repeated-ranges';

type Ids = readonly [first: number, last: number];

/**
 * The rows of a file of usage that it says earlier already: they count, and a person should look. Rows that are the
 * same are of the same day, so each day is looked at alone, in the pieces of the file that hold rows of it; empty where
 * the import noticed none.
 */
export async function rowsSaidBefore(
  db: ReadableDb,
  importId: number,
  pause: Pause,
): Promise<RepeatedRanges> {
  const ranges = new RepeatedRanges();
  const noticed = db
    .prepare(`SELECT 1 FROM import_issues WHERE import_id = ? AND code = 'rows-identical'`)
    .get(importId);
  if (!noticed) return ranges;
  const { slots } = rawSource(db, importId);
  const same = db.prepare<{ id: bigint; earlier: bigint }>(
    `SELECT id, earlier FROM (
       SELECT u.id, first_value(u.id) OVER same AS earlier, row_number() OVER same AS occurrence
       FROM json_each(?) piece
       CROSS JOIN usage_rows u ON u.id BETWEEN piece.value ->> 0 AND piece.value ->> 1
       WHERE u.day = ?
       WINDOW same AS (
         PARTITION BY meter_id, start_second, seconds, minutes_e4, deducted_e4 ORDER BY u.id)
     ) WHERE occurrence > 1 ORDER BY id`,
  );
  const found: RangeOfRows[] = [];
  for (const [day, pieces] of await piecesOfDays(db, importId, pause)) {
    const ofDay = new RepeatedRanges();
    for (const { id, earlier } of same.all(JSON.stringify(pieces), day))
      ofDay.add({
        row: rowOfId(Number(id), slots),
        count: 1,
        importId,
        otherRow: rowOfId(Number(earlier), slots),
      });
    for (const range of ofDay.slice(0, ofDay.length)) found.push(range);
    await pause(0);
  }
  for (const range of found.sort((a, b) => a.row - b.row)) ranges.add(range);
  return ranges;
}

/** Which pieces of the file hold rows of each day: nearly always neighbours, since files are in order of time. */
async function piecesOfDays(
  db: ReadableDb,
  importId: number,
  pause: Pause,
): Promise<ReadonlyMap<number, readonly Ids[]>> {
  const daysOf = db.prepare<{ day: bigint }>(
    'SELECT DISTINCT day FROM usage_rows WHERE id BETWEEN ? AND ?',
  );
  const pieces = db
    .prepare<{ id: bigint; last_id: bigint }>(
      'SELECT id, last_id FROM raw_chunks WHERE id BETWEEN ? AND ? ORDER BY id',
    )
    .all(...idRange(importId));
  const byDay = new Map<number, Ids[]>();
  for (const { id, last_id: last } of pieces) {
    for (const { day } of daysOf.all(id, last)) {
      const ofDay = byDay.get(Number(day)) ?? [];
      ofDay.push([Number(id), Number(last)]);
      byDay.set(Number(day), ofDay);
    }
    await pause(0);
  }
  return byDay;
}
