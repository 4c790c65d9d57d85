import { rawSource } from '../imports/raw-rows';
import { TABLE_OF_KIND } from '../imports/tables-of-kinds';
import { findImport } from '../imports/imports';
import type { ReadableDb } from '../workspace/connection';
import { inStretches } from '../workspace/id-stretches';
import type { Pause } from '../workspace/pause';
import { idRange, importOfIdSql, rowOfIdSql } from '../workspace/row-id';
import { RepeatedRanges } from './repeated-ranges';

interface EdgeRow {
  row: bigint;
  other: bigint;
  target: bigint;
  begins: bigint;
  ends: bigint;
}

/**
 * The rows of an import that do not count because another one has them or replaces them. SQLite finds where ranges
 * begin and end, in stretches between which others have their turn: a million rows that are one range are two edges in
 * each stretch.
 */
export async function rowsElsewhere(
  db: ReadableDb,
  importId: number,
  pause: Pause,
): Promise<RepeatedRanges> {
  const ranges = new RepeatedRanges();
  const found = findImport(db, importId);
  if (!found) return ranges;
  const table = TABLE_OF_KIND[found.kind];
  const { slots } = rawSource(db, importId);
  const edges = db.prepare<EdgeRow>(
    `WITH found AS (
       SELECT ${slots === 1 ? '' : 'DISTINCT'} ${rowOfIdSql('t.id', slots)} AS row, o.id AS other,
         ${rowOfIdSql('t.duplicate_of', 'o.slots')} AS target
       FROM ${table} t CROSS JOIN imports o ON o.id = ${importOfIdSql('t.duplicate_of')}
       WHERE t.id BETWEEN ? AND ? AND t.duplicate_of IS NOT NULL
     ), edges AS (
       SELECT row, other, target,
         (row - lag(row) OVER inOrder IS NOT 1)
           OR (target - lag(target) OVER inOrder IS NOT (target > 0)) AS begins,
         (lead(row) OVER inOrder - row IS NOT 1)
           OR (lead(target) OVER inOrder - target IS NOT (target > 0)) AS ends
       FROM found WINDOW inOrder AS (PARTITION BY other ORDER BY row, target)
     )
     SELECT * FROM edges WHERE begins OR ends ORDER BY other, row, target`,
  );
  await inStretches(db, table, idRange(importId), pause, (ids) => {
    let first: EdgeRow | null = null;
    const pieces = [];
    for (const edge of edges.all(...ids)) {
      if (edge.begins === 1n) first = edge;
      if (edge.ends !== 1n || !first) continue;
      pieces.push({
        row: Number(first.row),
        count: Number(edge.row - first.row) + 1,
        importId: Number(edge.other),
        otherRow: Number(first.target),
      });
    }
    for (const piece of pieces.toSorted((a, b) => a.row - b.row)) ranges.add(piece);
  });
  return ranges;
}
