import type { BridgePartRow } from '../../../shared/contract/bridges';
import { toText } from '../../../shared/money/decimal';
import {
  BridgePartTally,
  bridgeParts,
  type BridgeDimension,
  type BridgePart,
} from '../../../shared/reconcile/bridge/bridge-by';
import { bridgeSums } from '../store/runs/bridge-sums';
import type { ReadableDb } from '../store/workspace/connection';
import type { StoredRun } from '../store/runs/runs';
import { appNamesOf } from '../account/account-of-stored-run';
import type { OpenWorkspace } from '../store/workspace/workspace-file';
import { judgedComparisons, judgedPieces } from './judged-comparisons';
import { KeptAnswers } from './kept-answers';
import { throughRun, type Turn } from './run-in-turns';

/** The bridge of a stored run by month, application or item, from the comparisons it kept. */
export function bridgesOfRun(db: ReadableDb, run: StoredRun, by: BridgeDimension): BridgePartRow[] {
  const parts = bridgeParts(by, bridgeSums(db, run.id, by), judgedComparisons(db, run.id));
  return rowsOf(run, by, parts);
}

/** The same while other questions are answered; worked out once for each run and dimension. */
export function bridgesInTurns(
  workspace: OpenWorkspace,
  run: StoredRun,
  by: BridgeDimension,
  turn: Turn,
): Promise<readonly BridgePartRow[]> {
  return KEPT.of(workspace, run, by, async () => {
    const { readable } = workspace;
    const tally = new BridgePartTally(by);
    const pieces = judgedPieces(readable, run.id);
    await throughRun(readable, run, pieces, (one) => tally.add(one), turn);
    return rowsOf(run, by, tally.parts(bridgeSums(readable, run.id, by)));
  });
}

const KEPT = new KeptAnswers<readonly BridgePartRow[]>();

function rowsOf(
  run: StoredRun,
  by: BridgeDimension,
  parts: readonly BridgePart[],
): BridgePartRow[] {
  const names = appNamesOf(run);
  return parts.map((part) => ({
    key: part.key,
    name: by === 'application' && part.key !== null ? (names.get(part.key) ?? null) : null,
    expected: toText(part.expected),
    billed: toText(part.billed),
    difference: toText(part.billed.minus(part.expected)),
    comparisons: part.comparisons,
    steps: part.steps.map((step) => ({ ...step, amount: toText(step.amount) })),
  }));
}
