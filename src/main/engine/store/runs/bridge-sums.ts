import { fromScaled, ZERO } from '../../../../shared/money/decimal';
import type { BridgeDimension, BridgeSum } from '../../../../shared/reconcile/bridge/bridge-by';
import { AMOUNT_SCALE } from '../evidence/bill-lines';
import { ChargePieces, type ChargeKind, type ChargePiece } from './charge-pieces';
import type { ReadableDb } from '../workspace/connection';
import { amountOf } from './packed-charge';

/** What the comparisons of a part share. */
const COMPARED: Readonly<Record<BridgeDimension, { key: string; shown: string }>> = {
  month: { key: 'substr(period_start, 1, 7)', shown: 'substr(period_start, 1, 7)' },
  application: { key: 'sdk_app_id', shown: 'sdk_app_id' },
  item: { key: 'item_order', shown: 'min(item)' },
};

/** What the charges of a part share. */
const CHARGED: Readonly<Record<BridgeDimension, (piece: ChargePiece, kind: ChargeKind) => string>> =
  {
    month: ({ periodStart }) => periodStart.slice(0, 7),
    application: (_piece, { sdkAppId }) => sdkAppId,
    item: (_piece, { item }) => item,
  };

interface SumRow {
  key: string | null;
  rows: bigint;
  expected_e8: bigint;
  billed_e8: bigint;
}

/** What the comparisons of a run come to, by month, application or item; without a bill, what its charges do. */
export function bridgeSums(db: ReadableDb, runId: number, by: BridgeDimension): BridgeSum[] {
  const compared = comparedSums(db, runId, by);
  return compared.length > 0 ? compared : chargedSums(db, runId, by);
}

function comparedSums(db: ReadableDb, runId: number, by: BridgeDimension): BridgeSum[] {
  const { key, shown } = COMPARED[by];
  return db
    .prepare<SumRow>(
      `SELECT ${shown} AS key, count(*) AS rows, sum(expected_amount_e8) AS expected_e8,
         sum(billed_amount_e8) AS billed_e8
       FROM run_comparisons NOT INDEXED WHERE run_id = ? GROUP BY ${key}`,
    )
    .all(runId)
    .map((row) => ({
      key: row.key,
      expected: fromScaled(row.expected_e8, AMOUNT_SCALE),
      billed: fromScaled(row.billed_e8, AMOUNT_SCALE),
      comparisons: Number(row.rows),
    }));
}

function chargedSums(db: ReadableDb, runId: number, by: BridgeDimension): BridgeSum[] {
  const pieces = new ChargePieces(db, runId);
  const sums = new Map<string, bigint>();
  for (const piece of pieces.from(0))
    for (const charge of piece.charges) {
      const key = CHARGED[by](piece, pieces.kindOf(charge));
      sums.set(key, (sums.get(key) ?? 0n) + amountOf(charge));
    }
  return [...sums].map(([key, amount]) => ({
    key,
    expected: fromScaled(amount, AMOUNT_SCALE),
    billed: ZERO,
    comparisons: 0,
  }));
}
