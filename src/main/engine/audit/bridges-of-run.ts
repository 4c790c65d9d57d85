import type { BridgePartRow } from '../../../shared/contract/bridges';
import { toText } from '../../../shared/money/decimal';
import { bridgeParts, type BridgeDimension } from '../../../shared/reconcile/bridge/bridge-by';
import { bridgeSums } from '../store/runs/bridge-sums';
import type { ReadableDb } from '../store/workspace/connection';
import type { StoredRun } from '../store/runs/runs';
import { appNamesOf } from '../account/account-of-stored-run';
import { judgedComparisons } from './judged-comparisons';

/** The bridge of a stored run by month, application or item, from the comparisons it kept. */
export function bridgesOfRun(db: ReadableDb, run: StoredRun, by: BridgeDimension): BridgePartRow[] {
  const names = appNamesOf(run);
  return bridgeParts(by, bridgeSums(db, run.id, by), judgedComparisons(db, run.id)).map((part) => ({
    key: part.key,
    name: by === 'application' && part.key !== null ? (names.get(part.key) ?? null) : null,
    expected: toText(part.expected),
    billed: toText(part.billed),
    difference: toText(part.billed.minus(part.expected)),
    comparisons: part.comparisons,
    steps: part.steps.map((step) => ({ ...step, amount: toText(step.amount) })),
  }));
}
