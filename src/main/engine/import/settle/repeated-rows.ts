import type { ImportKind } from '../../../../shared/contract/import-kind';
import { invariant } from '../../../../shared/invariant';
import type { WritableDb } from '../../store/workspace/connection';
import { exportOf, liveExports } from '../../store/imports/exports';
import { rawRows, rawSource } from '../../store/imports/raw-rows';
import { TABLE_OF_KIND } from '../../store/imports/tables-of-kinds';
import { idRange, rowOfIdSql } from '../../store/workspace/row-id';
import type { Pause } from '../../store/workspace/pause';
import { markRepeats } from './mark-repeats';
import { clearMarks, isReplaceable, markReplaced } from './replaced-rows';

/**
 * The same row in two files counts once (engine.md 11): the k-th occurrence in one file is the k-th in the
 * other, so that identical rows inside one file all count. Only files of one kind whose days overlap are
 * compared, and only their rows of those days; where nothing overlaps this costs one look at `imports`.
 */

interface Span {
  id: bigint;
  kind: ImportKind;
  first_day: bigint | null;
  last_day: bigint | null;
  duplicates: bigint;
}

/**
 * Decides again which rows repeat another file's or are replaced by a newer one, for the days of this import:
 * after it came, was undone, or was brought back. Runs inside the caller's transaction.
 */
export async function settleRepeats(db: WritableDb, importId: number, pause: Pause): Promise<void> {
  const own = db
    .prepare<Span>('SELECT id, kind, first_day, last_day, duplicates FROM imports WHERE id = ?')
    .get(importId);
  if (!own || own.first_day === null || own.last_day === null) return;
  const days = affectedDays(db, own, [Number(own.first_day), Number(own.last_day)]);
  const live = db
    .prepare<Span>(
      `SELECT id, kind, first_day, last_day, duplicates FROM imports
       WHERE state = 'live' AND kind = ? AND first_day <= ? AND last_day >= ? ORDER BY id`,
    )
    .all(own.kind, days[1], days[0]);
  // Alone on its days and with nothing marked, as most imports are: there is nothing to decide.
  if (live.every((span) => span.id === own.id) && own.duplicates === 0n) return;
  const ids = live.map(({ id }) => Number(id));
  const table = TABLE_OF_KIND[own.kind];
  if (isReplaceable(own.kind)) await markReplaced(db, own.kind, ids, days, importId, pause);
  else await clearMarks(db, table, ids, days, pause);
  // Alone on its days, an import repeats nothing but what it was once found to repeat.
  if (live.some((span) => span.id !== own.id)) {
    const shared = overlapOf(own, live, days);
    const counted = ids.filter((id) => hasCounted(db, own.kind, id, shared));
    // What one export has left where all others are replaced can repeat none of them.
    if (new Set(counted.map((id) => exportOf(db, id))).size > 1)
      await markRepeats(db, { table, importIds: counted, days: shared }, pause);
  }
  for (const id of ids) {
    recount(db, own.kind, id);
    await pause(0);
  }
}

/** The days on which something may change: its own, and those of the exports that it replaces as a whole. */
function affectedDays(
  db: WritableDb,
  own: Span,
  [first, last]: readonly [number, number],
): readonly [number, number] {
  if (!isReplaceable(own.kind)) return [first, last];
  const exportId = exportOf(db, Number(own.id));
  const { month } = db
    .prepare<{ month: bigint | null }>('SELECT month FROM imports WHERE id = ?')
    .get(own.id) ?? { month: null };
  const others = liveExports(db, own.kind).filter(
    (other) => other.exportId === exportId || (month !== null && other.month === Number(month)),
  );
  return [
    Math.min(first, ...others.map(({ firstDay }) => firstDay)),
    Math.max(last, ...others.map(({ lastDay }) => lastDay)),
  ];
}

/** The days on which this import, and what it replaces, meets others. */
function overlapOf(
  own: Span,
  live: readonly Span[],
  [from, to]: readonly [number, number],
): readonly [number, number] {
  const others = live.filter((span) => span.id !== own.id);
  const first = Math.min(...others.map((span) => Number(span.first_day)));
  const last = Math.max(...others.map((span) => Number(span.last_day)));
  return [Math.max(first, from), Math.min(last, to)];
}

function hasCounted(
  db: WritableDb,
  kind: ImportKind,
  importId: number,
  days: readonly [number, number],
): boolean {
  return (
    db
      .prepare(
        `SELECT 1 FROM ${TABLE_OF_KIND[kind]}
         WHERE id BETWEEN ? AND ? AND day BETWEEN ? AND ? AND duplicate_of IS NULL LIMIT 1`,
      )
      .get(...idRange(importId), ...days) !== undefined
  );
}

/** Writes how many rows of an import do not count, and says why. */
function recount(db: WritableDb, kind: ImportKind, importId: number): void {
  const table = TABLE_OF_KIND[kind];
  const { slots } = rawSource(db, importId);
  // A row of several measurements is repeated when all of them are.
  const repeated = db
    .prepare<{ n: bigint }>(
      slots === 1
        ? `SELECT count(*) AS n FROM ${table}
           WHERE id BETWEEN ? AND ? AND duplicate_of IS NOT NULL`
        : `SELECT count(*) AS n FROM (
             SELECT 1 FROM ${table} WHERE id BETWEEN ? AND ?
             GROUP BY ${rowOfIdSql('id', slots)} HAVING count(*) = count(duplicate_of))`,
    )
    .get(...idRange(importId));
  const count = Number(repeated?.n ?? 0);
  const { changes } = db
    .prepare(
      `UPDATE imports SET accepted = accepted + duplicates - ?, duplicates = ?
       WHERE id = ?`,
    )
    .run(count, count, importId);
  invariant(changes === 1, `import ${importId} is not there`);
  reportRepeats(db, table, importId, slots);
}

/** Of a row that stands in another file too, and of one that a newer file replaces. */
const REPEATED = 'rows-in-other-file';
const REPLACED = 'rows-replaced';

/** Says of each other file how many rows it already holds or replaces, and which is the first. */
function reportRepeats(db: WritableDb, table: string, importId: number, slots: number): void {
  db.prepare(
    `DELETE FROM import_issues WHERE import_id = ? AND code IN ('${REPEATED}', '${REPLACED}')`,
  ).run(importId);
  const insert = db.prepare(
    `INSERT INTO import_issues (import_id, severity, code, params, line)
     SELECT ?, 'note', ?, json_object('count', ?, 'other', file_name), ?
     FROM imports WHERE id = ?`,
  );
  const found = db
    .prepare<{ other: bigint; whole: bigint; count: bigint; first: bigint }>(
      `SELECT duplicate_of >> 32 AS other, (duplicate_of & 4294967295) = 0 AS whole,
         count(DISTINCT ${rowOfIdSql('id', slots)}) AS count, min(id) AS first FROM ${table}
       WHERE id BETWEEN ? AND ? AND duplicate_of IS NOT NULL GROUP BY other, whole ORDER BY other`,
    )
    .all(...idRange(importId));
  for (const { other, whole, count, first } of found) {
    const [row] = rawRows(db, [Number(first)]);
    const code = whole === 1n ? REPLACED : REPEATED;
    insert.run(importId, code, count, row?.origin.line ?? null, other);
  }
}
