import type { ComparisonFilter, ComparisonRow } from '../../../shared/contract/audits';
import type { RowChoice } from '../../../shared/contract/decisions';
import type { ReadableDb } from '../store/connection';
import { comparisonPage, requireComparison, type AppNames } from '../store/run-comparisons';

const PAGE = 1000;
const NO_NAMES: AppNames = new Map();

/** Every comparison of a run that fits a filter, in the order of the computation, read page by page. */
export function* rowsOfFilter(
  db: ReadableDb,
  runId: number,
  filter: ComparisonFilter,
  names: AppNames = NO_NAMES,
): Generator<ComparisonRow> {
  const sort = { by: 'periodStart', descending: false } as const;
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = comparisonPage(db, runId, { filter, sort, offset, limit: PAGE }, names);
    yield* rows;
    if (rows.length < PAGE) return;
  }
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
