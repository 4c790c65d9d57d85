import type { ReadableDb } from '../workspace/connection';

/** The newest run of each period that was ever audited. */
export function newestRunIds(db: ReadableDb): number[] {
  return db
    .prepare<{ id: bigint }>(
      'SELECT max(id) AS id FROM runs GROUP BY period_from, period_to ORDER BY id',
    )
    .all()
    .map(({ id }) => Number(id));
}

/** The newest run that has a comparison with this id, and whose period is the smallest. */
export function newestRunWith(db: ReadableDb, comparisonId: string): number | null {
  const row = db
    .prepare<{ id: bigint }>(
      `SELECT r.id FROM run_comparisons c INDEXED BY run_comparisons_by_id JOIN runs r ON r.id = c.run_id
       WHERE c.run_id IN (SELECT max(id) FROM runs GROUP BY period_from, period_to) AND c.id = ?
       ORDER BY r.period_from IS NULL, r.period_from DESC, r.id DESC LIMIT 1`,
    )
    .get(comparisonId);
  return row ? Number(row.id) : null;
}
