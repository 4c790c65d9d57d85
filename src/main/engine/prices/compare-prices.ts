import { setImmediate as nextTurn } from 'node:timers/promises';
import type { z } from 'zod';
import type { Account } from '../../../shared/account/account';
import { deriveFacts } from '../../../shared/account/derive';
import { EngineFailure, engineError } from '../../../shared/contract/error';
import type {
  PriceComparison,
  PriceVersion,
  priceComparisonSchema,
} from '../../../shared/contract/price-books';
import type { Issue } from '../../../shared/issue';
import { sum, toText } from '../../../shared/money/decimal';
import type { Day } from '../../../shared/period/day';
import type { Period } from '../../../shared/period/period';
import { bookOnDay } from '../../../shared/pricing/book-on-day';
import type { PriceBook } from '../../../shared/pricing/price-book';
import type { Charge } from '../../../shared/settlement/charge';
import { compareCosts, type CostRow } from '../../../shared/settlement/compare-costs';
import { expectedBill } from '../../../shared/settlement/expected-bill';
import { accountOfRun } from '../account/account-of-run';
import { keptAudit } from '../audit/kept-audit';
import { priceBookInUse } from '../audit/price-book-in-use';
import { shippedPriceBook, type HashedPriceBook } from '../audit/price-books';
import { throwIfCancelled, type JobControl } from '../jobs';
import type { ReadableDb } from '../store/workspace/connection';
import { ownPriceBook } from '../store/price-books';
import type { OpenWorkspace } from '../store/workspace/workspace-file';
import { readBookFile } from './read-book-file';

type Side = PriceComparison['a'];

interface ChosenVersion extends HashedPriceBook {
  readonly fileName: string | null;
  readonly account: Account;
}

/**
 * What the use in a workspace costs under two versions of prices and terms, by month and item. Both draw the same
 * minutes from trial and packages where the books have the same package ratios. Throws `no-usage`,
 * `price-book-missing`, `price-book-other-site` and what reading a file can throw.
 */
export async function comparePrices(
  workspace: OpenWorkspace,
  {
    a,
    b,
    period,
  }: { readonly a: PriceVersion; readonly b: PriceVersion; readonly period: Period | null },
  { signal, progress }: JobControl,
): Promise<PriceComparison> {
  const begin = async (phase: string, done = 0, total: number | null = null) => {
    progress({ phase, done, total });
    await nextTurn();
    throwIfCancelled(signal);
  };
  const { readable } = workspace;
  const { account } = accountOfRun(readable);
  const versions = [
    await chosenVersion(readable, account, a),
    await chosenVersion(readable, account, b),
  ] as const;
  const { usage } = await keptAudit(workspace, begin);
  if (usage.series.length === 0) throw new EngineFailure(engineError('no-usage'));
  const cost = async (version: ChosenVersion, done: number) => {
    await begin('comparing-prices', done, 2);
    const facts = deriveFacts(version.account);
    return expectedBill({ facts, priceBook: version.book, usage, period });
  };
  const billA = await cost(versions[0], 0);
  const billB = await cost(versions[1], 1);
  const sideA = sideOf(versions[0], billA.charges, billA.issues);
  const sideB = sideOf(versions[1], billB.charges, billB.issues);
  const rows = compareCosts(billA.charges, billB.charges);
  return {
    site: account.site,
    currency: versions[0].book.currency,
    a: sideA,
    b: sideB,
    change: changeOf(rows),
    months: monthsOf(rows),
  };
}

async function chosenVersion(
  db: ReadableDb,
  account: Account,
  { book: wanted, on, contract }: PriceVersion,
): Promise<ChosenVersion> {
  const { site } = account;
  const own = ownPriceBook(db, site);
  const chosen = async (): Promise<HashedPriceBook & { readonly fileName: string | null }> => {
    if (typeof wanted === 'object') return await readBookFile(wanted.path);
    if (wanted === 'own' && own === null)
      throw new EngineFailure(engineError('price-book-missing', { site }));
    if (wanted === 'built-in') return { ...shippedPriceBook(site), fileName: null };
    return { ...priceBookInUse(db, site), fileName: own?.fileName ?? null };
  };
  const { book, hash, fileName } = await chosen();
  if (book.site !== site)
    throw new EngineFailure(
      engineError('price-book-other-site', { site, bookSite: book.site, file: fileName ?? '' }),
    );
  return {
    book: on === null ? book : versionOn(book, on),
    hash,
    fileName,
    account: contract ? account : { ...account, contract: [] },
  };
}

function versionOn(book: PriceBook, on: Day): PriceBook {
  const frozen = bookOnDay(book, on);
  if (frozen.prices.length === 0)
    throw new EngineFailure(engineError('price-day-empty', { day: on }));
  return frozen;
}

function sideOf(
  { hash, fileName }: ChosenVersion,
  charges: readonly Charge[],
  issues: readonly Issue[],
): Side {
  return {
    hash,
    fileName,
    amount: toText(sum(charges.map(({ amount }) => amount))),
    unpriced: issues
      .filter(({ code }) => code === 'price-missing')
      .map(({ params }) => unpricedOf(params)),
  };
}

type Unpriced = z.infer<typeof priceComparisonSchema>['a']['unpriced'][number];

/** `price-missing` is written by PriceFindings with exactly these. */
function unpricedOf({ item, sdkAppId, firstDay, lastDay, minutes }: Issue['params']): Unpriced {
  return { item, sdkAppId, firstDay, lastDay, minutes } as Unpriced;
}

function monthsOf(rows: readonly CostRow[]): PriceComparison['months'] {
  const months = [...new Set(rows.map(({ month }) => month))];
  return months.map((month) =>
    monthOf(
      month,
      rows.filter((row) => row.month === month),
    ),
  );
}

function monthOf(month: Day, ofMonth: readonly CostRow[]): PriceComparison['months'][number] {
  return {
    month,
    amountA: toText(sum(ofMonth.map(({ amountA }) => amountA))),
    amountB: toText(sum(ofMonth.map(({ amountB }) => amountB))),
    change: changeOf(ofMonth),
    items: ofMonth.map(({ item, minutesA, minutesB, amountA, amountB }) => ({
      item,
      minutesA,
      minutesB,
      amountA: toText(amountA),
      amountB: toText(amountB),
      change: toText(amountB.minus(amountA)),
    })),
  };
}

function changeOf(rows: readonly CostRow[]): string {
  return toText(sum(rows.map(({ amountA, amountB }) => amountB.minus(amountA))));
}
