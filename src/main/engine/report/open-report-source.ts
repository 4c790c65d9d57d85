import type { Issue } from '../../../shared/issue';
import { accountOfStoredRun, appNamesOf } from '../account/account-of-stored-run';
import { billLineRow } from '../audit/bill-line-row';
import { bridgesOfRun } from '../audit/bridges-of-run';
import { coverageOfRun } from '../audit/coverage-of-period';
import { billingNow } from '../estimate/billing-today';
import { priceBookOfRun } from '../audit/price-book-in-use';
import { billLinesById } from '../store/evidence/bill-lines';
import { allDecisions } from '../store/judgements/judgement-records';
import { signOffActs } from '../store/judgements/sign-offs';
import type { ReadableDb } from '../store/workspace/connection';
import { importIssues } from '../store/imports/imports';
import { quarantinePage } from '../store/imports/quarantine';
import { restatedInPeriod } from '../store/evidence/restated-in-period';
import { restatedRowPage } from '../store/evidence/restatement-pages';
import { runBillLineIds } from '../store/runs/run-bill-lines';
import { chargePage, drawdownPage } from '../store/runs/run-charges';
import { comparisonPieces } from '../store/runs/run-comparisons';
import { requireRun, runInputs, type RunInput } from '../store/runs/runs';
import type { ReportSource } from './report-source';

const PAGE = 1000;

/**
 * Everything a report of the run shows. Throws `run-missing`, also while rows are read: a report is never half
 * empty because its run went away.
 */
export function openReportSource(db: ReadableDb, runId: number): ReportSource {
  const run = requireRun(db, runId);
  const inputs = runInputs(db, runId);
  const account = accountOfStoredRun(run);
  const names = appNamesOf(run);
  // Another program on the same workspace may audit anew meanwhile and put its run in the place of this one.
  const rowsOfRun = <Row>(fetch: (page: PageRequest) => readonly Row[]) =>
    eachOf((page) => {
      const rows = fetch(page);
      requireRun(db, runId);
      return rows;
    });
  return {
    run,
    account,
    accountName: run.accountStated ? account.name : null,
    accountStated: run.accountStated,
    maskedWith: null,
    policy: { ...account.policy },
    priceBook: priceBookOfRun(db, run).book,
    inputs,
    decisions: allDecisions(db),
    signOff: signOffActs(db, run.period),
    discrepancies: function* () {
      for (const rows of comparisonPieces(db, runId, { onlyDiscrepancies: true }, names)) {
        requireRun(db, runId);
        yield* rows;
      }
    },
    charges: () => rowsOfRun((page) => chargePage(db, runId, page).rows),
    drawdowns: () => rowsOfRun((page) => drawdownPage(db, runId, page).rows),
    bridges: (by) => bridgesOfRun(db, run, by),
    coverage: remembered((asOf: string) => coverageOfRun(db, run, billingNow(Date.parse(asOf)))),
    restated: function* () {
      for (const { restatementId, newer, older } of restatedInPeriod(db, run.period))
        for (const row of eachOf(
          (page) => restatedRowPage(db, restatementId, page, run.period).rows,
        ))
          yield { newer, older, row };
    },
    billLines: function* () {
      for (const ids of runBillLineIds(db, runId, run.otherLines))
        yield* billLinesById(db, ids).map(billLineRow);
      requireRun(db, runId);
    },
    issues: function* () {
      yield* run.issues;
      for (const input of inputs) yield* issuesOfInput(db, input);
    },
  };
}

/** The calendar is asked for by cover and sheet alike: it is worked out once. */
function remembered<Value>(make: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

interface PageRequest {
  readonly offset: number;
  readonly limit: number;
}

/**
 * Row after row, fetched in pages: between two pages the connection is free, so that a window can go on
 * asking while a report is written.
 */
function* eachOf<Row>(fetch: (page: PageRequest) => readonly Row[]): Generator<Row> {
  for (let offset = 0; ; offset += PAGE) {
    const rows = fetch({ offset, limit: PAGE });
    yield* rows;
    if (rows.length < PAGE) return;
  }
}

/** What was noticed in a file, and its rows that could not be read, which are left out of every sum. */
function* issuesOfInput(db: ReadableDb, { importId }: RunInput): Generator<Issue> {
  yield* eachOf((page) => importIssues(db, importId, page).rows);
  for (const row of eachOf((page) => quarantinePage(db, importId, 'open', page).rows))
    yield { severity: 'error', code: row.code, params: row.params, origin: row.origin };
}
