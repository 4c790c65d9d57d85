import type { ChargeRow, DrawdownRow } from '../../../../shared/contract/audits';
import type { DrawnDay } from '../../../../shared/contract/packages';
import { isItem, type Item } from '../../../../shared/catalog/item';
import { invariant } from '../../../../shared/invariant';
import { toText } from '../../../../shared/money/decimal';
import { day, type Day } from '../../../../shared/period/day';
import type { Period } from '../../../../shared/period/period';
import type { ComputedDraw } from '../../../../shared/reconcile/evidence/compare-draws';
import { ChargePieces, type ChargePiece } from './charge-pieces';
import type { ReadableDb } from '../workspace/connection';
import { decimalAmountOf, type PackedCharge } from './packed-charge';

interface PageRequest {
  readonly offset: number;
  readonly limit: number;
}

/** Expected lines of a run, in (period, application, item) order. */
export function chargePage(db: ReadableDb, runId: number, { offset, limit }: PageRequest) {
  const pieces = new ChargePieces(db, runId);
  const rows: ChargeRow[] = [];
  for (const piece of pieces.from(offset)) {
    const first = Math.max(offset - piece.first, 0);
    for (const charge of piece.charges.slice(first, first + limit - rows.length))
      rows.push(chargeRow(pieces, piece, charge));
    if (rows.length >= limit) break;
  }
  return { total: pieces.total, rows };
}

/** The charges at these positions of the run, in their order. */
export function chargesAt(
  db: ReadableDb,
  runId: number,
  positions: readonly number[],
): ChargeRow[] {
  const pieces = new ChargePieces(db, runId);
  let piece: ChargePiece | null = null;
  return [...new Set(positions)]
    .sort((a, b) => a - b)
    .flatMap((position) => {
      if (!piece || position >= piece.first + piece.charges.length) piece = pieces.at(position);
      const charge = piece?.charges[position - piece.first];
      return piece && charge ? [chargeRow(pieces, piece, charge)] : [];
    });
}

interface StoredDrawdown {
  day: string;
  start: string | null;
  sdk_app_id: string;
  item: string;
  source: string;
  raw_minutes: bigint;
  ratio: bigint;
  deducted: bigint;
  balance_after: bigint;
}

/** Deductions of a run, in the order in which they were made. */
export function drawdownPage(db: ReadableDb, runId: number, page: PageRequest) {
  const rows = db
    .prepare<StoredDrawdown>(
      'SELECT * FROM run_drawdowns WHERE run_id = ? AND position >= ? ORDER BY position LIMIT ?',
    )
    .all(runId, page.offset, page.limit)
    .map(drawdownRow);
  return { total: drawdownsIn(db, runId), rows };
}

/** Deductions for one application and item on the days of the period, in order. */
export function drawdownsOf(
  db: ReadableDb,
  runId: number,
  of: { readonly period: Period; readonly sdkAppId: string; readonly item: Item },
): DrawdownRow[] {
  return db
    .prepare<StoredDrawdown>(
      `SELECT * FROM run_drawdowns
       WHERE run_id = ? AND sdk_app_id = ? AND item = ? AND day >= ? AND day < ?
       ORDER BY day, position`,
    )
    .all(runId, of.sdkAppId, of.item, of.period.from, of.period.to)
    .map(drawdownRow);
}

export const DRAWN_DAYS_SQL = `SELECT day, count(*) AS draws, sum(raw_minutes) AS raw_minutes,
    sum(deducted) AS deducted, max(position) AS last, balance_after
  FROM run_drawdowns INDEXED BY run_drawdowns_by_source
  WHERE run_id = ? AND source = ? GROUP BY day ORDER BY day`;

interface StoredDrawnDay {
  day: string;
  draws: bigint;
  raw_minutes: bigint;
  deducted: bigint;
  /** SQLite takes a bare column beside one max() from the row that holds the maximum: the day's last draw. */
  balance_after: bigint;
}

/** A source's ledger in days, with what it held after each. */
export function drawnDays(db: ReadableDb, runId: number, source: string): DrawnDay[] {
  return db
    .prepare<StoredDrawnDay>(DRAWN_DAYS_SQL)
    .all(runId, source)
    .map((row) => ({
      day: day(row.day),
      draws: Number(row.draws),
      rawMinutes: Number(row.raw_minutes),
      deducted: Number(row.deducted),
      balanceAfter: Number(row.balance_after),
    }));
}

/** Items that any source was drawn for. */
export function drawnItems(db: ReadableDb, runId: number): Item[] {
  return db
    .prepare<{ item: string }>('SELECT DISTINCT item FROM run_drawdowns WHERE run_id = ?')
    .all(runId)
    .map(({ item }) => itemOf(item));
}

export const DRAWS_OF_DAY_SQL = `SELECT * FROM run_drawdowns INDEXED BY run_drawdowns_by_source
  WHERE run_id = ? AND source = ? AND day = ? ORDER BY position LIMIT ? OFFSET ?`;

/** A source's draws on one day, in order. */
export function drawsOfDay(
  db: ReadableDb,
  runId: number,
  of: PageRequest & { readonly source: string; readonly day: Day },
) {
  const size = db
    .prepare<{ total: bigint }>(
      `SELECT count(*) AS total FROM run_drawdowns INDEXED BY run_drawdowns_by_source
       WHERE run_id = ? AND source = ? AND day = ?`,
    )
    .get(runId, of.source, of.day);
  return {
    total: Number(size?.total ?? 0),
    rows: db
      .prepare<StoredDrawdown>(DRAWS_OF_DAY_SQL)
      .all(runId, of.source, of.day, of.limit, of.offset)
      .map(drawdownRow),
  };
}

interface SummedDraw {
  source: string;
  day: string;
  sdk_app_id: string;
  item: string;
  raw: bigint;
  ratio: bigint;
  deducted: bigint;
}

/** A run's draws added up by source, day, application and item. */
export function drawnSums(db: ReadableDb, runId: number): ComputedDraw[] {
  return db
    .prepare<SummedDraw>(
      `SELECT source, day, sdk_app_id, item, sum(raw_minutes) AS raw, max(ratio) AS ratio,
         sum(deducted) AS deducted
       FROM run_drawdowns WHERE run_id = ? GROUP BY source, day, sdk_app_id, item`,
    )
    .all(runId)
    .map((row) => ({
      source: row.source,
      day: day(row.day),
      sdkAppId: row.sdk_app_id,
      item: itemOf(row.item),
      raw: Number(row.raw),
      ratio: Number(row.ratio),
      deducted: Number(row.deducted),
    }));
}

/** Positions are dense from 0, so the last one tells the size without a count. */
function drawdownsIn(db: ReadableDb, runId: number): number {
  const row = db
    .prepare<{ last: bigint | null }>(
      'SELECT max(position) AS last FROM run_drawdowns WHERE run_id = ?',
    )
    .get(runId);
  return row?.last == null ? 0 : Number(row.last) + 1;
}

function itemOf(text: string): Item {
  invariant(isItem(text), `unknown item ${text} in a run`);
  return text;
}

function chargeRow(pieces: ChargePieces, piece: ChargePiece, charge: PackedCharge): ChargeRow {
  const [, seconds, metered, low, trial, fromPackages, billable, , carried = 0] = charge;
  const { periodStart, periodEnd, chargedOn } = piece;
  const kind = pieces.kindOf(charge);
  return {
    id: `${periodStart}/${kind.sdkAppId}/${kind.item}`,
    periodStart,
    periodEnd,
    chargedOn,
    seconds,
    carriedSeconds: carried,
    meteredMinutes: metered,
    meteredMinutesLow: low,
    trialMinutes: trial,
    packageMinutes: fromPackages,
    billableMinutes: billable,
    ...kind,
    amount: toText(decimalAmountOf(charge)),
  };
}

function drawdownRow(row: StoredDrawdown): DrawdownRow {
  return {
    day: day(row.day),
    start: row.start,
    sdkAppId: row.sdk_app_id,
    item: itemOf(row.item),
    source: row.source,
    rawMinutes: Number(row.raw_minutes),
    ratio: Number(row.ratio),
    deducted: Number(row.deducted),
    balanceAfter: Number(row.balance_after),
  };
}
