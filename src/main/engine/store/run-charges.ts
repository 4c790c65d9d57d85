import type { ChargeRow, DrawdownRow } from '../../../shared/contract/audits';
import type { DrawnDay } from '../../../shared/contract/packages';
import { isItem, type Item } from '../../../shared/catalog/item';
import { invariant } from '../../../shared/invariant';
import { fromScaled, toText } from '../../../shared/money/decimal';
import { day, type Day } from '../../../shared/period/day';
import type { Period } from '../../../shared/period/period';
import type { ComputedDraw } from '../../../shared/reconcile/evidence/compare-draws';
import { AMOUNT_SCALE } from './bill-lines';
import type { ReadableDb } from './connection';
import { dayOfNumber } from './day-number';

interface PageRequest {
  readonly offset: number;
  readonly limit: number;
}

interface StoredCharge {
  period_start: bigint;
  period_end: bigint;
  charged_on: bigint;
  sdk_app_id: string;
  item: string;
  seconds: bigint | null;
  metered_minutes: bigint;
  metered_minutes_low: bigint;
  trial_minutes: bigint;
  package_minutes: bigint;
  billable_minutes: bigint;
  price_id: string;
  era: string;
  list_price: string;
  discount: string;
  unit_price: string;
  amount_e8: bigint;
  contract_reference: string | null;
}

const PRICED_CHARGES = `SELECT run_charges.*, run_rates.* FROM run_charges
  JOIN run_rates ON run_rates.run_id = run_charges.run_id AND run_rates.id = run_charges.rate`;

export const CHARGE_PAGE_SQL = `${PRICED_CHARGES}
  WHERE run_charges.run_id = ? AND position >= ? ORDER BY position LIMIT ?`;

export const CHARGES_AT_SQL = `${PRICED_CHARGES}
  WHERE run_charges.run_id = ? AND position IN (SELECT value FROM json_each(?)) ORDER BY position`;

/** Expected lines of a run, in (period, application, item) order. */
export function chargePage(db: ReadableDb, runId: number, page: PageRequest) {
  const rows = db
    .prepare<StoredCharge>(CHARGE_PAGE_SQL)
    .all(runId, page.offset, page.limit)
    .map(chargeRow);
  return { total: sizeOf(db, 'run_charges', runId), rows };
}

/** The charges at these positions of the run. */
export function chargesAt(
  db: ReadableDb,
  runId: number,
  positions: readonly number[],
): ChargeRow[] {
  return db
    .prepare<StoredCharge>(CHARGES_AT_SQL)
    .all(runId, JSON.stringify(positions))
    .map(chargeRow);
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
  return { total: sizeOf(db, 'run_drawdowns', runId), rows };
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
function sizeOf(db: ReadableDb, table: 'run_charges' | 'run_drawdowns', runId: number): number {
  const row = db
    .prepare<{ last: bigint | null }>(`SELECT max(position) AS last FROM ${table} WHERE run_id = ?`)
    .get(runId);
  return row?.last == null ? 0 : Number(row.last) + 1;
}

function itemOf(text: string): Item {
  invariant(isItem(text), `unknown item ${text} in a run`);
  return text;
}

function chargeRow(row: StoredCharge): ChargeRow {
  const periodStart = dayOfNumber(row.period_start);
  return {
    id: `${periodStart}/${row.sdk_app_id}/${row.item}`,
    periodStart,
    periodEnd: dayOfNumber(row.period_end),
    chargedOn: dayOfNumber(row.charged_on),
    sdkAppId: row.sdk_app_id,
    item: itemOf(row.item),
    seconds: row.seconds === null ? null : Number(row.seconds),
    meteredMinutes: Number(row.metered_minutes),
    meteredMinutesLow: Number(row.metered_minutes_low),
    trialMinutes: Number(row.trial_minutes),
    packageMinutes: Number(row.package_minutes),
    billableMinutes: Number(row.billable_minutes),
    priceId: row.price_id,
    era: row.era,
    listPrice: row.list_price,
    discount: row.discount,
    unitPrice: row.unit_price,
    amount: toText(fromScaled(row.amount_e8, AMOUNT_SCALE)),
    contractReference: row.contract_reference,
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
