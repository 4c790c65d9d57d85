import type { Input } from '../../../shared/contract/contract';
import { appsNamed, type AppNames } from '../store/runs/run-comparisons';
import type { ReadableDb } from '../store/workspace/connection';
import type { RunGrid } from './run-grid';

/** Where a comparison stands among the rows of a grid, counted from 0; null where it is none of them. */
export function placeOfComparison(
  db: ReadableDb,
  grid: RunGrid,
  { comparisonId, filter, sort }: Input<'places.comparison'>,
  names: AppNames,
): number | null {
  const found = db
    .prepare<{ position: bigint }>(
      `SELECT position FROM run_comparisons INDEXED BY run_comparisons_by_id
       WHERE run_id = ? AND id = ?`,
    )
    .get(grid.runId, comparisonId);
  if (!found) return null;
  return grid.placeOf(filter, appsNamed(names, filter.text ?? ''), sort, Number(found.position));
}
