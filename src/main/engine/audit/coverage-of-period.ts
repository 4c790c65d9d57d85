import type { Account } from '../../../shared/account/account';
import { deriveFacts } from '../../../shared/account/derive';
import { CURRENCY_OF_SITE } from '../../../shared/catalog/site';
import type { Coverage } from '../../../shared/contract/coverage';
import { addDays } from '../../../shared/period/day';
import { dayOfTime, type LocalTime } from '../../../shared/period/local-time';
import type { Period } from '../../../shared/period/period';
import { indexPriceBook } from '../../../shared/pricing/list-price';
import type { PriceBook } from '../../../shared/pricing/price-book';
import { CoverageCalendar } from '../../../shared/settlement/coverage';
import { compareText } from '../../../shared/usage/group-usage';
import { Rates } from '../../../shared/settlement/rate';
import type { ReadableDb } from '../store/workspace/connection';
import { CoveredDays } from '../store/evidence/covered-usage';
import { coveredBills, DueAmounts } from '../store/runs/coverage';
import { listImports } from '../store/imports/imports';
import { monthsWithRows } from '../store/evidence/months';
import { latestRun, type StoredRun } from '../store/runs/runs';
import { accountOfRun } from '../account/account-of-run';
import { accountOfStoredRun } from '../account/account-of-stored-run';
import { CoverageRows } from './coverage-rows';
import { fingerprintOf } from './fingerprint';
import { priceBookInUse, priceBookOfRun } from './price-book-in-use';

/** Days beside the period that tell what is expected at its ends. */
const BESIDE = 7;

/** What days are held against: whose they are, by which prices, and what an audit says is due on them. */
export interface CoverageGround {
  readonly account: Account;
  readonly book: PriceBook;
  /** null: no audit says it. */
  readonly runId: number | null;
}

/** What the days of a period are held against now, by whatever `fingerprint` names. */
export interface PeriodGround extends CoverageGround {
  readonly fingerprint: string;
}

/** By today's account and prices, and by the newest audit of the period where that still holds. */
export function groundOfPeriod(db: ReadableDb, period: Period): PeriodGround {
  const { account } = accountOfRun(db);
  const fingerprint = fingerprintOf(db);
  const run = latestRun(db, period);
  return {
    account,
    book: priceBookInUse(db, account.site).book,
    runId: run?.fingerprint === fingerprint ? run.id : null,
    fingerprint,
  };
}

/** The calendar of a stored run: by its account, its prices and its charges. A run of everything: from its first month to its last. */
export function coverageOfRun(db: ReadableDb, run: StoredRun, now: LocalTime): Coverage {
  const ground = {
    account: accountOfStoredRun(run),
    book: priceBookOfRun(db, run).book,
    runId: run.id,
  };
  const steps = coverageInSteps(db, ground, run.period ?? monthsOf(db, now), now);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function monthsOf(db: ReadableDb, now: LocalTime): Period {
  const months = monthsWithRows(db);
  const [last, first] = [months[0]?.period, months.at(-1)?.period];
  // A run without a month to look at has no day that could be missing.
  if (!first || !last) return { from: dayOfTime(now), to: dayOfTime(now) };
  return { from: first.from, to: last.to };
}

/** So many applications are worked out before others are given way. */
const APPS_AT_ONCE = 50;

/**
 * Which days of a period are there, at a moment on the billing clock, with the money at risk of each gap; rows by
 * application, as text. Gives way between pieces of its work.
 */
export function* coverageInSteps(
  db: ReadableDb,
  { account, book, runId }: CoverageGround,
  period: Period,
  now: LocalTime,
): Generator<undefined, Coverage> {
  const rates = new Rates(deriveFacts(account), indexPriceBook(book), null);
  const used = new CoveredDays(db, {
    from: addDays(period.from, -BESIDE),
    to: addDays(period.to, BESIDE),
  });
  yield* used.read();
  const bills = coveredBills(db, period);
  yield;
  const due = new DueAmounts();
  // Without any bill no line is missing from it.
  const dueRun = bills.length === 0 ? null : runId;
  if (dueRun !== null) yield* due.read(db, dueRun);
  const calendar = new CoverageCalendar({
    period,
    now,
    bills,
    dueOn: (day, sdkAppId) => (dueRun === null ? null : due.at(day, sdkAppId)),
    perMinute: (sdkAppId, item, day) => rates.at(sdkAppId, item, day)?.perMinute ?? null,
  });
  const rows = new CoverageRows(account, listImports(db));
  const apps = [...new Set([...used.apps, ...calendar.billedApps])].sort(compareText);
  for (const [place, sdkAppId] of apps.entries()) {
    for (const row of calendar.rowsOf(sdkAppId, used.of(sdkAppId))) rows.add(row);
    if (place % APPS_AT_ONCE === APPS_AT_ONCE - 1) yield;
  }
  return { period, currency: CURRENCY_OF_SITE[account.site], asOf: now, ...rows.summed() };
}
