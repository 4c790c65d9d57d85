import type { Input, Output } from '../../../shared/contract/contract';
import { SELECTED_IDS_LIMIT } from '../../../shared/contract/selections';
import type { ReadableDb } from '../store/workspace/connection';
import { amountText, appsNamed, type AppNames } from '../store/runs/run-comparisons';
import { AmountSum } from './amount-column';
import type { RunGrid } from './run-grid';

/** What chosen comparisons come to, exact. */
export function selectedComparisons(
  db: ReadableDb,
  grid: RunGrid,
  { filter, sort, ranges }: Input<'selections.comparisons'>,
  names: AppNames,
): Output<'selections.comparisons'> {
  const named = appsNamed(names, filter.text ?? '');
  const [expected, billed, difference] = [new AmountSum(), new AmountSum(), new AmountSum()];
  const chosen = ranges.map(({ from, to }) =>
    grid.positions(filter, named, sort, from, Math.max(from, to)),
  );
  let rows = 0;
  for (const positions of chosen) {
    rows += positions.length;
    for (const position of positions) {
      grid.columns.expected.addTo(expected, position);
      grid.columns.billed.addTo(billed, position);
      grid.columns.difference.addTo(difference, position);
    }
  }
  const asked = ranges.reduce((sum, { from, to }) => sum + Math.max(0, to - from), 0);
  return {
    rows,
    expected: amountText(expected.total()),
    billed: amountText(billed.total()),
    difference: amountText(difference.total()),
    ids: asked > SELECTED_IDS_LIMIT ? null : idsAt(db, grid.runId, chosen),
  };
}

function idsAt(db: ReadableDb, runId: number, chosen: readonly Int32Array[]): string[] {
  const query = db.prepare<{ id: string }>(
    'SELECT id FROM run_comparisons WHERE run_id = ? AND position = ?',
  );
  return chosen.flatMap((positions) =>
    [...positions].flatMap((position) => query.get(runId, position)?.id ?? []),
  );
}
