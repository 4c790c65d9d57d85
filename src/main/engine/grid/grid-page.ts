import type { ComparisonRow } from '../../../shared/contract/audits';
import type { ReadableDb } from '../store/workspace/connection';
import {
  amountText,
  appsNamed,
  comparisonsAtPlaces,
  type AppNames,
  type ComparisonPageRequest,
} from '../store/runs/run-comparisons';
import type { RunGrid } from './run-grid';

/** A page of a run's comparisons, with the size and the summed difference of all that fit the filter. */
export function gridPage(
  db: ReadableDb,
  grid: RunGrid,
  { filter, sort, offset, limit }: ComparisonPageRequest,
  names: AppNames,
): { total: number; difference: string; rows: ComparisonRow[] } {
  const named = appsNamed(names, filter.text ?? '');
  const { rows, difference } = grid.fitting(filter, named);
  const positions = grid.positions(filter, named, sort, offset, offset + limit);
  return {
    total: rows,
    difference: amountText(difference),
    rows: comparisonsAtPlaces(db, grid.runId, positions, names),
  };
}
