import { compareItems, isItem, type Item } from '../../../../shared/catalog/item';
import { invariant } from '../../../../shared/invariant';
import { decimal, fromScaled, type Decimal } from '../../../../shared/money/decimal';
import type { MonthShare } from '../../../../shared/reconcile/bridge/month-bridge';
import { AMOUNT_SCALE } from '../evidence/bill-lines';
import { ChargePieces, type ChargeKind } from './charge-pieces';
import type { ReadableDb } from '../workspace/connection';
import { amountOf } from './packed-charge';

function itemOf(text: string | null): Item | null {
  invariant(text === null || isItem(text), `unknown item ${text ?? ''} in a run`);
  return text;
}

/** What a run expected, by application and item. */
export function expectedShares(db: ReadableDb, runId: number): MonthShare[] {
  const pieces = new ChargePieces(db, runId);
  const sums = new Map<string, { kind: ChargeKind; minutes: bigint; amount: bigint }>();
  for (const { charges } of pieces.from(0))
    for (const charge of charges) {
      const kind = pieces.kindOf(charge);
      const key = `${kind.sdkAppId}/${kind.item}`;
      const sum = sums.get(key) ?? { kind, minutes: 0n, amount: 0n };
      sum.minutes += BigInt(charge[6]);
      sum.amount += amountOf(charge);
      sums.set(key, sum);
    }
  return [...sums.values()].map(({ kind, minutes, amount }) => ({
    sdkAppId: kind.sdkAppId,
    item: kind.item,
    minutes: decimal(minutes),
    amount: fromScaled(amount, AMOUNT_SCALE),
  }));
}

interface BilledRow {
  sdk_app_id: string | null;
  item: string | null;
  billed_quantity: string | null;
  billed_amount_e8: bigint;
}

/** What a run found billed, by application and item; quantities are decimal text and are summed here. */
export function billedShares(db: ReadableDb, runId: number): MonthShare[] {
  const sums = new Map<string, { row: BilledRow; minutes: Decimal | null; amount: bigint }>();
  const rows = db
    .prepare<BilledRow>(
      `SELECT sdk_app_id, item, billed_quantity, billed_amount_e8
       FROM run_comparisons NOT INDEXED WHERE run_id = ? AND bill_line_ids <> '[]'`,
    )
    .iterate(runId);
  for (const row of rows) {
    const key = `${row.sdk_app_id ?? ''}/${row.item ?? ''}`;
    const minutes = row.billed_quantity === null ? null : decimal(row.billed_quantity);
    const known = sums.get(key);
    if (!known) sums.set(key, { row, minutes, amount: row.billed_amount_e8 });
    else {
      known.amount += row.billed_amount_e8;
      known.minutes = known.minutes && minutes ? known.minutes.plus(minutes) : null;
    }
  }
  return [...sums.values()].map(({ row, minutes, amount }) => ({
    sdkAppId: row.sdk_app_id,
    item: itemOf(row.item),
    minutes,
    amount: fromScaled(amount, AMOUNT_SCALE),
  }));
}

/** Minutes that a run metered, by item, whoever paid for them. */
export function meteredShares(db: ReadableDb, runId: number): { item: Item; minutes: number }[] {
  const pieces = new ChargePieces(db, runId);
  const sums = new Map<Item, number>();
  for (const { charges } of pieces.from(0))
    for (const charge of charges) {
      const { item } = pieces.kindOf(charge);
      sums.set(item, (sums.get(item) ?? 0) + charge[2]);
    }
  return [...sums]
    .map(([item, minutes]) => ({ item, minutes }))
    .sort((a, b) => compareItems(a.item, b.item));
}
