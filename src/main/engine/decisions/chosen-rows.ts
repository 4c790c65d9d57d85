import type { ComparisonFilter, ComparisonRow } from '../../../shared/contract/audits';
import type { RowChoice } from '../../../shared/contract/decisions';
import type { ReadableDb } from '../store/workspace/connection';
import { comparisonPieces, requireComparison, type AppNames } from '../store/runs/run-comparisons';

const NO_NAMES: AppNames = new Map();

/** Every comparison of a run that fits a filter, in the order of the computation. */
export function* rowsOfFilter(
  db: ReadableDb,
  runId: number,
  filter: ComparisonFilter,
  names: AppNames = NO_NAMES,
): Generator<ComparisonRow> {
  for (const rows of comparisonPieces(db, runId, filter, names)) yield* rows;
}

/** The rows of a choice. Throws `run-missing` for an id that the run does not have. */
export function chosenRows(
  db: ReadableDb,
  runId: number,
  choice: RowChoice,
  names: AppNames,
): ComparisonRow[] {
  return 'ids' in choice
    ? choice.ids.map((id) => requireComparison(db, runId, id, names).comparison)
    : [...rowsOfFilter(db, runId, choice.filter, names)];
}
