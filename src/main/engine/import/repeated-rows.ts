import { setImmediate as nextTurn } from 'node:timers/promises';
import { EngineFailure, engineError } from '../../../shared/contract/error';
import type { WritableDb } from '../store/connection';
import { chunksOfDays, rawRows, rawSource } from '../store/raw-rows';
import { idRange, rowId } from '../store/row-id';
import { rowIdentity } from './row-identity';

/**
 * The same row in two files counts once (engine.md 11): the k-th occurrence in one file is the k-th in the
 * other, so that identical rows inside one file all count. Only files of one kind whose days overlap are
 * compared, and only their rows of those days; where nothing overlaps this costs one look at `imports`.
 */

interface Span {
  id: bigint;
  kind: 'usage' | 'bill';
  first_day: bigint | null;
  last_day: bigint | null;
}

const TABLE = { usage: 'usage_rows', bill: 'bill_lines' } as const;

/**
 * Decides again which rows repeat another file's, for the days of this import: after it came, was undone,
 * or was brought back. Runs inside the caller's transaction.
 */
export async function settleRepeats(
  db: WritableDb,
  importId: number,
  signal: AbortSignal,
): Promise<void> {
  const own = db
    .prepare<Span>('SELECT id, kind, first_day, last_day FROM imports WHERE id = ?')
    .get(importId);
  if (!own || own.first_day === null || own.last_day === null) return;
  const live = db
    .prepare<Span>(
      `SELECT id, kind, first_day, last_day FROM imports
       WHERE state = 'live' AND kind = ? AND first_day <= ? AND last_day >= ? ORDER BY id`,
    )
    .all(own.kind, own.last_day, own.first_day);
  if (live.every((span) => span.id === own.id)) return;
  const days = overlapOf(own, live);
  db.exec(`CREATE TEMP TABLE row_identities (
    id INTEGER PRIMARY KEY, import_id INTEGER NOT NULL, identity BLOB NOT NULL) STRICT`);
  try {
    for (const span of live) await collectIdentities(db, Number(span.id), days, signal);
    markRepeats(db, own.kind, live, days);
  } finally {
    db.exec('DROP TABLE temp.row_identities');
  }
}

/** The days on which this import meets others. */
function overlapOf(own: Span, live: readonly Span[]): readonly [number, number] {
  const others = live.filter((span) => span.id !== own.id);
  const first = Math.min(...others.map((span) => Number(span.first_day)));
  const last = Math.max(...others.map((span) => Number(span.last_day)));
  return [Math.max(first, Number(own.first_day)), Math.min(last, Number(own.last_day))];
}

/** Identities of all rows in the pieces that touch these days; rows of other days are dropped by the query. */
async function collectIdentities(
  db: WritableDb,
  importId: number,
  days: readonly [number, number],
  signal: AbortSignal,
): Promise<void> {
  const insert = db.prepare(
    'INSERT INTO temp.row_identities (id, import_id, identity) VALUES (?, ?, ?)',
  );
  const source = rawSource(db, importId);
  const identity = rowIdentity(source.columns);
  for (const chunk of chunksOfDays(db, source, idRange(importId), days)) {
    if (signal.aborted) throw new EngineFailure(engineError('cancelled', {}));
    chunk.records.cells.forEach((cells, index) => {
      insert.run(rowId(importId, chunk.firstRow + index), importId, identity(cells));
    });
    await nextTurn();
  }
}

function markRepeats(
  db: WritableDb,
  kind: 'usage' | 'bill',
  live: readonly Span[],
  days: readonly [number, number],
): void {
  const table = TABLE[kind];
  const [from, to] = days;
  for (const { id } of live) {
    const [first, last] = idRange(Number(id));
    db.prepare(
      `UPDATE ${table} SET duplicate_of = NULL
       WHERE id BETWEEN ? AND ? AND day BETWEEN ? AND ? AND duplicate_of IS NOT NULL`,
    ).run(first, last, from, to);
  }
  db.prepare(
    `UPDATE ${table} SET duplicate_of = repeats.counted
     FROM (
       SELECT id, min(id) OVER (PARTITION BY identity, occurrence) AS counted
       FROM (
         SELECT r.id, r.identity,
           row_number() OVER (PARTITION BY r.import_id, r.identity ORDER BY r.id) AS occurrence
         FROM temp.row_identities r JOIN ${table} t ON t.id = r.id
         WHERE t.day BETWEEN ? AND ?
       )
     ) repeats
     WHERE ${table}.id = repeats.id AND repeats.id <> repeats.counted`,
  ).run(from, to);
  for (const { id } of live) {
    const [first, last] = idRange(Number(id));
    const repeated = db
      .prepare<{ n: bigint }>(
        `SELECT count(*) AS n FROM ${table} WHERE id BETWEEN ? AND ? AND duplicate_of IS NOT NULL`,
      )
      .get(first, last);
    const count = Number(repeated?.n ?? 0);
    db.prepare(
      'UPDATE imports SET accepted = accepted + duplicates - ?, duplicates = ? WHERE id = ?',
    ).run(count, count, id);
    reportRepeats(db, table, Number(id));
  }
}

const REPEATED = 'rows-in-other-file';

/** Says of each other file how many rows it already holds, and which is the first. */
function reportRepeats(db: WritableDb, table: string, importId: number): void {
  db.prepare('DELETE FROM import_issues WHERE import_id = ? AND code = ?').run(importId, REPEATED);
  const insert = db.prepare(
    `INSERT INTO import_issues (import_id, severity, code, params, line)
     SELECT ?, 'note', '${REPEATED}', json_object('count', ?, 'other', file_name), ?
     FROM imports WHERE id = ?`,
  );
  const found = db
    .prepare<{ other: bigint; count: bigint; first: bigint }>(
      `SELECT duplicate_of >> 32 AS other, count(*) AS count, min(id) AS first FROM ${table}
       WHERE id BETWEEN ? AND ? AND duplicate_of IS NOT NULL GROUP BY other ORDER BY other`,
    )
    .all(...idRange(importId));
  for (const { other, count, first } of found) {
    const [row] = rawRows(db, [Number(first)]);
    insert.run(importId, count, row?.origin.line ?? null, other);
  }
}
