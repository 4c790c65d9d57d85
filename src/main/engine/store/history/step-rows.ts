import { createHash } from 'node:crypto';
import { zstdDecompressSync } from 'node:zlib';
import { EngineFailure, engineError } from '../../../../shared/contract/error';
import type { ReadableDb, WritableDb } from '../workspace/connection';
import type { Pause } from '../workspace/pause';
import type { RecordedPiece } from './recording';
import { rowWriter } from './row-writer';

/** How many pieces of rows a step holds. */
export function piecesOfStep(db: ReadableDb, step: number | bigint): number {
  const found = db
    .prepare<{ n: bigint }>('SELECT count(*) AS n FROM step_rows WHERE step_id = ?')
    .get(step);
  return Number(found?.n ?? 0);
}

/** Keeps recorded changes behind those that the step has already. */
export function addRowsToStep(
  db: WritableDb,
  step: number,
  pieces: readonly RecordedPiece[],
): void {
  const first = piecesOfStep(db, step);
  const insert = db.prepare(
    'INSERT INTO step_rows (step_id, position, size, sha256, changes) VALUES (?, ?, ?, ?, ?)',
  );
  pieces.forEach(({ size, sha256, changes }, index) =>
    insert.run(step, first + index, size, sha256, changes),
  );
}

interface PieceRow {
  position: bigint;
  sha256: string;
  changes: Buffer;
}

/** The text of a piece. Throws `history-overtaken` where it is not what was kept. */
function textOf({ sha256, changes }: PieceRow): string {
  const text = unpacked(changes);
  if (text === null || hashOf(text) !== sha256) throw overtaken();
  return text;
}

/** null: the bytes are not what was packed. */
function unpacked(changes: Buffer): string | null {
  try {
    return zstdDecompressSync(changes).toString('utf8');
  } catch {
    return null;
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** Rows that are written before others have their turn: some hundredths of a second. */
const ROWS_PER_TURN = 1000;

/** How many changes of rows a step holds. */
export function rowsOfStep(db: ReadableDb, step: number | bigint): number {
  const found = db
    .prepare<{ n: bigint }>('SELECT coalesce(sum(size), 0) AS n FROM step_rows WHERE step_id = ?')
    .get(step);
  return Number(found?.n ?? 0n);
}

/** What a step would write over is not what it left: somebody changed the file past the program. */
export const overtaken = () => new EngineFailure(engineError('history-overtaken'));

/**
 * Writes back what the rows of a step were before it (undo), or after it (redo): exactly these values, last change
 * first, or first change first. Each row must be what the step left; otherwise nothing is written and
 * `history-overtaken` is thrown. To be called in a transaction, while nothing else writes. Answers whether any row
 * was changed.
 */
export async function moveRows(
  db: WritableDb,
  step: number | bigint,
  direction: 'undo' | 'redo',
  pause: Pause,
): Promise<boolean> {
  const order = direction === 'undo' ? 'DESC' : 'ASC';
  // One piece after the other: the rows of a large import are not held all at once.
  const positions = db
    .prepare<{ position: bigint }>(
      `SELECT position FROM step_rows WHERE step_id = ? ORDER BY position ${order}`,
    )
    .all(step);
  const pieceAt = db.prepare<PieceRow>(
    'SELECT position, sha256, changes FROM step_rows WHERE step_id = ? AND position = ?',
  );
  const changesIn = db.prepare<{
    about: string;
    row: string;
    before: string | null;
    after: string | null;
  }>(
    `SELECT value ->> 0 AS about, value ->> 1 AS row, value ->> 2 AS before, value ->> 3 AS after
     FROM json_each(?) ORDER BY key ${order}`,
  );
  const writer = rowWriter(db);
  let left = ROWS_PER_TURN;
  for (const { position } of positions) {
    const piece = pieceAt.get(step, position);
    if (!piece) throw overtaken();
    for (const { about, row, before, after } of changesIn.all(textOf(piece))) {
      const change =
        direction === 'undo' ? { from: after, to: before } : { from: before, to: after };
      if (!writer.write(about, row, change)) throw overtaken();
      left -= 1;
      if (left > 0) continue;
      left = ROWS_PER_TURN;
      await pause(ROWS_PER_TURN);
    }
  }
  writer.end();
  return positions.length > 0;
}

/** A hash over the first `pieces` pieces of a step by what is in them now; null: there are fewer. To prove the trail. */
export function rowsHash(db: ReadableDb, step: number | bigint, pieces: number): string | null {
  const found = db
    .prepare<PieceRow>(
      'SELECT position, sha256, changes FROM step_rows WHERE step_id = ? ORDER BY position LIMIT ?',
    )
    .iterate(step, pieces);
  const hash = createHash('sha256');
  let seen = 0;
  for (const { changes } of found) {
    hash.update(hashOf(unpacked(changes) ?? ''));
    seen += 1;
  }
  return seen === pieces ? hash.digest('hex') : null;
}

/**
 * What the trail holds of the rows of a step; nothing where it has none. By the hashes that are kept beside the pieces:
 * whoever packed them or moved their rows just now held each to its own, and to unpack millions of rows a second time
 * would keep others waiting. Whoever changes a piece later is found by `rowsHash`.
 */
export function rowsTrace(db: ReadableDb, step: number | bigint) {
  const hashes = db
    .prepare<{ sha256: string }>('SELECT sha256 FROM step_rows WHERE step_id = ? ORDER BY position')
    .all(step);
  if (hashes.length === 0) return {};
  const hash = createHash('sha256');
  for (const { sha256 } of hashes) hash.update(sha256);
  return { pieces: hashes.length, rowsSha256: hash.digest('hex') };
}
