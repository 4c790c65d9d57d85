import type { ComparisonFilter } from '../../shared/contract/audits';
import type { RowChoice } from '../../shared/contract/decisions';
import { SELECTED_IDS_LIMIT } from '../../shared/contract/selections';

/** Which rows an act is about, and how they are named to the engine. */
export interface RowsMeant {
  /** null: none that could be named, at this moment or at all. */
  readonly rows: RowChoice | null;
  /** Named by the filter, so that it is asked once more before anything is done. */
  readonly byFilter: boolean;
  /** More are chosen than can be listed, and they are not all there are: somebody has to choose otherwise. */
  readonly tooMany: boolean;
}

/** Too many rows for a list that are every row there is are named by the filter. */
export function rowsMeant({
  scope,
  filter,
  total,
  count,
  chosen,
}: {
  readonly scope: 'chosen' | 'all';
  readonly filter: ComparisonFilter;
  /** Rows of the filter. */
  readonly total: number;
  /** Rows that are chosen, listed or not. */
  readonly count: number;
  /** Their ids; null while they are on their way or too many to list. */
  readonly chosen: readonly string[] | null;
}): RowsMeant {
  const unlisted = scope === 'chosen' && count > SELECTED_IDS_LIMIT;
  if (scope === 'all' || (unlisted && count === total))
    return { rows: { filter }, byFilter: true, tooMany: false };
  const rows = chosen && chosen.length > 0 ? { ids: [...chosen] } : null;
  return { rows, byFilter: false, tooMany: unlisted };
}
