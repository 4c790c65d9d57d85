import { isItem } from '../../../../shared/catalog/item';
import type { Currency } from '../../../../shared/catalog/site';
import { decimal, fromScaled, ZERO, type Decimal } from '../../../../shared/money/decimal';
import { localTime } from '../../../../shared/period/local-time';
import type {
  BillTotal,
  BrokenBalance,
  CashEntry,
  Evidence,
  ListedPackage,
  StatedDraw,
} from '../../../../shared/reconcile/evidence/evidence';
import { invariant } from '../../../../shared/invariant';
import type { Origin } from '../../../../shared/issue';
import { coarserTotals } from './coarser-bills';
import type { ReadableDb } from '../workspace/connection';
import { dayOfNumber } from '../../../../shared/period/day-number';
import { originsOf } from '../imports/raw-rows';
import { isOfLiveImport } from '../workspace/row-id';

const E8 = 8;
const scaled = (value: bigint): Decimal => fromScaled(value, E8);
const orNull = (value: bigint | null): Decimal | null => (value === null ? null : scaled(value));

function withOrigins<Row extends { id: bigint }, T>(
  db: ReadableDb,
  rows: readonly Row[],
  make: (row: Row, origin: Origin) => T,
): T[] {
  const origins = originsOf(
    db,
    rows.map(({ id }) => Number(id)),
  );
  return rows.map((row) => {
    const origin = origins.get(Number(row.id));
    invariant(origin, `row ${row.id.toString()} has no origin`);
    return make(row, origin);
  });
}

interface TotalRow {
  id: bigint;
  day: bigint;
  dimension: BillTotal['dimension'];
  name: string;
  amount_e8: bigint;
  voucher_e8: bigint | null;
  free_credit_e8: bigint | null;
  cash_e8: bigint | null;
  currency: Currency;
}

/** Lines of summary bills. Of a month that was summed up more than once the newest import counts. */
export function billTotals(db: ReadableDb): BillTotal[] {
  const rows = db
    .prepare<TotalRow>(
      `SELECT t.* FROM bill_totals t WHERE ${isOfLiveImport('t')} AND (t.id >> 32) = (
         SELECT max(n.id >> 32) FROM bill_totals n
         WHERE n.day = t.day AND n.dimension = t.dimension AND n.currency = t.currency
           AND ${isOfLiveImport('n')}) ORDER BY t.id`,
    )
    .all();
  return withOrigins(db, rows, (row, origin) => ({
    origin,
    month: dayOfNumber(row.day),
    dimension: row.dimension,
    name: row.name,
    amount: scaled(row.amount_e8),
    voucher: orNull(row.voucher_e8),
    freeCredit: orNull(row.free_credit_e8),
    cash: orNull(row.cash_e8),
    currency: row.currency,
    rounding: ZERO,
  }));
}

interface CashRow {
  id: bigint;
  day: bigint;
  description: string;
  income_e8: bigint;
  expense_e8: bigint;
  currency: Currency;
}

/** Money movements, each once however many files hold it. */
export function cashEntries(db: ReadableDb): CashEntry[] {
  const rows = db
    .prepare<CashRow>(
      `SELECT c.* FROM cash_entries c
       WHERE c.duplicate_of IS NULL AND ${isOfLiveImport('c')} ORDER BY c.id`,
    )
    .all();
  return withOrigins(db, rows, (row, origin) => ({
    origin,
    day: dayOfNumber(row.day),
    description: row.description,
    income: scaled(row.income_e8),
    expense: scaled(row.expense_e8),
    currency: row.currency,
  }));
}

interface PackageRow {
  id: bigint;
  package_id: string;
  type: string;
  name: string;
  minutes: bigint;
  remaining: string | null;
  bought_at: string;
  expires_at: string | null;
  status: string;
}

/** Packages of the console's lists, in the order in which they came. */
export function listedPackages(db: ReadableDb): ListedPackage[] {
  const rows = db
    .prepare<PackageRow>(
      `SELECT p.* FROM listed_packages p WHERE ${isOfLiveImport('p')} ORDER BY p.id`,
    )
    .all();
  return withOrigins(db, rows, (row, origin) => ({
    origin,
    id: row.package_id,
    type: row.type,
    name: row.name,
    minutes: Number(row.minutes),
    remaining: row.remaining === null ? null : decimal(row.remaining),
    boughtAt: localTime(row.bought_at),
    expiresAt: row.expires_at === null ? null : localTime(row.expires_at),
    status: row.status,
  }));
}

interface DrawRow {
  package_id: string;
  day: bigint;
  sdk_app_id: string;
  item: string | null;
  factor: string | null;
  rows: bigint;
  raw: bigint;
  deducted: bigint;
  balance_after_e8: bigint | null;
  last_row: bigint;
}

const COUNTED = `d.duplicate_of IS NULL AND ${isOfLiveImport('d')}`;

/** What the provider took, added up by package, day, application, tier and ratio. */
export function statedDraws(db: ReadableDb): StatedDraw[] {
  return db
    .prepare<DrawRow>(
      `SELECT package_id, day, sdk_app_id, item, factor, count(*) AS rows, sum(raw_e8) AS raw,
         sum(deducted_e8) AS deducted, balance_after_e8, max(id) AS last_row
       FROM stated_deductions d WHERE ${COUNTED}
       GROUP BY package_id, day, sdk_app_id, item, factor ORDER BY package_id, day, last_row`,
    )
    .all()
    .map((row) => {
      invariant(row.item === null || isItem(row.item), `unknown item ${row.item ?? ''}`);
      return {
        packageId: row.package_id,
        day: dayOfNumber(row.day),
        sdkAppId: row.sdk_app_id,
        item: row.item,
        rows: Number(row.rows),
        raw: scaled(row.raw),
        factor: row.factor === null ? null : decimal(row.factor),
        deducted: scaled(row.deducted),
        // A bare column beside max(id) is that row's (SQLite's documented rule).
        balanceAfter: orNull(row.balance_after_e8),
        lastRow: Number(row.last_row),
      };
    });
}

interface BrokenRow {
  id: bigint;
  package_id: string;
  expected: bigint;
  printed: bigint;
}

/** Where the provider's balances do not continue: within a row, or from one row of a package to the next. */
export function brokenBalances(db: ReadableDb): BrokenBalance[] {
  const rows = db
    .prepare<BrokenRow>(
      `WITH chain AS (
         SELECT id, package_id, balance_before_e8 AS before, balance_after_e8 AS after, deducted_e8,
           lag(balance_after_e8) OVER one AS previous, lag(id) OVER one AS previous_id
         FROM stated_deductions d
         WHERE ${COUNTED} AND balance_before_e8 IS NOT NULL AND balance_after_e8 IS NOT NULL
         WINDOW one AS (PARTITION BY package_id ORDER BY id)
       )
       SELECT id, package_id, before - deducted_e8 AS expected, after AS printed FROM chain
       WHERE before - deducted_e8 <> after
       UNION ALL
       SELECT id, package_id, previous, before FROM chain
       WHERE previous IS NOT NULL AND previous <> before AND previous_id >> 32 = id >> 32
       ORDER BY id LIMIT 200`,
    )
    .all();
  return withOrigins(db, rows, (row, origin) => ({
    origin,
    packageId: row.package_id,
    expected: scaled(row.expected),
    printed: scaled(row.printed),
  }));
}

/** Everything that the other exports of the account say. */
export function evidenceOf(db: ReadableDb): Evidence {
  return {
    totals: [...billTotals(db), ...coarserTotals(db)],
    cash: cashEntries(db),
    listed: listedPackages(db),
    stated: statedDraws(db),
    broken: brokenBalances(db),
  };
}
