import type { Account } from '../../../shared/account/account';
import { deriveFacts } from '../../../shared/account/derive';
import { CURRENCY_OF_SITE } from '../../../shared/catalog/site';
import type { Coverage } from '../../../shared/contract/coverage';
import { ZERO, toText, type Decimal } from '../../../shared/money/decimal';
import { addDays } from '../../../shared/period/day';
import { dayOfTime, type LocalTime } from '../../../shared/period/local-time';
import type { Period } from '../../../shared/period/period';
import { indexPriceBook } from '../../../shared/pricing/list-price';
import type { PriceBook } from '../../../shared/pricing/price-book';
import { coverageOf, type CoverageCell } from '../../../shared/settlement/coverage';
import { Rates } from '../../../shared/settlement/rate';
import type { ReadableDb } from '../store/workspace/connection';
import { coveredBills, coveredUsage, dueAmounts } from '../store/runs/coverage';
import { listImports } from '../store/imports/imports';
import { monthsWithRows } from '../store/evidence/months';
import { latestRun, type StoredRun } from '../store/runs/runs';
import { accountOfRun } from '../account/account-of-run';
import { accountOfStoredRun } from '../account/account-of-stored-run';
import { isCurrent } from './fingerprint';
import { priceBookInUse, priceBookOfRun } from './price-book-in-use';
import { SharedCells } from './shared-cells';

/** Days beside the period that tell what is expected at its ends. */
const BESIDE = 7;

/** What days are held against: whose they are, by which prices, and what an audit says is due on them. */
interface Ground {
  readonly account: Account;
  readonly book: PriceBook;
  /** null: no audit says it. */
  readonly runId: number | null;
}

/** Which days of a period are there, at a moment on the billing clock, with the money at risk of each gap. */
export function coverageOfPeriod(db: ReadableDb, period: Period, now: LocalTime): Coverage {
  const { account } = accountOfRun(db);
  const run = latestRun(db, period);
  const ground = {
    account,
    book: priceBookInUse(db, account.site).book,
    runId: run && isCurrent(db, run) ? run.id : null,
  };
  return coverageOn(db, ground, period, now);
}

/** The same of a stored run: by its account, its prices and its charges. A run of everything: from its first month to its last. */
export function coverageOfRun(db: ReadableDb, run: StoredRun, now: LocalTime): Coverage {
  const ground = {
    account: accountOfStoredRun(run),
    book: priceBookOfRun(db, run).book,
    runId: run.id,
  };
  return coverageOn(db, ground, run.period ?? monthsOf(db, now), now);
}

function monthsOf(db: ReadableDb, now: LocalTime): Period {
  const months = monthsWithRows(db);
  const [last, first] = [months[0]?.period, months.at(-1)?.period];
  // A run without a month to look at has no day that could be missing.
  if (!first || !last) return { from: dayOfTime(now), to: dayOfTime(now) };
  return { from: first.from, to: last.to };
}

function coverageOn(
  db: ReadableDb,
  { account, book, runId }: Ground,
  period: Period,
  now: LocalTime,
): Coverage {
  const rates = new Rates(deriveFacts(account), indexPriceBook(book), null);
  const due = runId === null ? null : dueAmounts(db, runId);
  const wide = { from: addDays(period.from, -BESIDE), to: addDays(period.to, BESIDE) };
  const rows = coverageOf({
    period,
    now,
    usage: coveredUsage(db, wide),
    bills: coveredBills(db, period),
    dueOn: (day, sdkAppId) => due && (due.get(`${day}/${sdkAppId}`) ?? ZERO),
    perMinute: (sdkAppId, item, day) => rates.at(sdkAppId, item, day)?.perMinute ?? null,
  });
  const cells = rows.flatMap((row) => row.cells);
  const count = (status: CoverageCell['status']) =>
    cells.filter((cell) => cell.status === status).length;
  const names = new Map(account.apps.map(({ sdkAppId, name }) => [sdkAppId, name]));
  const shared = new SharedCells();
  const fileNames = new Map(listImports(db).map(({ id, fileName }) => [id, fileName]));
  return {
    period,
    currency: CURRENCY_OF_SITE[account.site],
    asOf: now,
    rows: rows.map(({ sdkAppId, kind, cells: days }) => ({
      sdkAppId,
      appName: names.get(sdkAppId) ?? null,
      kind,
      cells: shared.row(
        days.map((cell) => ({
          ...cell,
          atRisk: cell.atRisk && toText(cell.atRisk),
          sources: [...cell.sources],
          files: cell.files.map((id) => fileNames.get(id) ?? String(id)),
        })),
      ),
    })),
    atRisk: sumOf(cells),
    missing: count('missing'),
    double: count('double'),
    notFinal: count('not-final'),
  };
}

/** Null where a gap cannot be priced: a sum of the others would say too little. */
function sumOf(cells: readonly CoverageCell[]): string | null {
  let sum: Decimal = ZERO;
  for (const { status, atRisk } of cells) {
    if (status !== 'missing') continue;
    if (atRisk === null) return null;
    sum = sum.plus(atRisk);
  }
  return toText(sum);
}
