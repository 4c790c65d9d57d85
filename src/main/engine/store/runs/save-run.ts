import type { Run } from '../../../../shared/contract/audits';
import type { Drawdown } from '../../../../shared/drawdown/drawdown';
import { invariant } from '../../../../shared/invariant';
import type { Issue } from '../../../../shared/issue';
import { toScaled, toText, type Decimal } from '../../../../shared/money/decimal';
import type { AuditResult } from '../../../../shared/reconcile/result/audit-result';
import { isDiscrepancy, type Comparison } from '../../../../shared/reconcile/result/discrepancy';
import { AMOUNT_SCALE } from '../evidence/bill-lines';
import { ChargePlaces } from './charge-places';
import { itemOrder, statusOrder } from './comparison-orders';
import type { Param, WritableDb } from '../workspace/connection';
import { decimalText } from './decimal-column';
import type { RunInput } from './runs';
import { insertCharges } from './save-charges';
import { WriteTurns } from '../workspace/write-turns';

export interface RunToSave {
  /** UTC, ISO 8601. */
  readonly createdAt: string;
  readonly engine: string;
  readonly priceBook: string;
  readonly fingerprint: string;
  /** account.json of the account that was used, stated or assumed. */
  readonly account: string;
  readonly accountStated: boolean;
  readonly policy: string;
  readonly inputs: readonly RunInput[];
  readonly result: AuditResult;
  readonly counts: Run['counts'];
  readonly bridge: Run['bridge'];
  readonly lineFindings: readonly LineFinding[];
}

/** What was found about one line of the bill; `lineId` is its id in bill_lines. */
export interface LineFinding {
  readonly lineId: number;
  readonly issue: Issue;
}

/** Rows that one statement writes: a call costs as much as several of them. */
const ROWS_PER_STATEMENT = 20;
/** Memory for pages while a run is written, and otherwise (SQLite's own default). */
const WRITING_CACHE_KIB = 65_536;
const RESTING_CACHE_KIB = 2_000;

/**
 * Writes a whole run in one transaction and answers its id. An earlier run of the same period that stood on
 * exactly the same facts is replaced: it says the same. `turn` is awaited between stretches of rows with
 * the number written so far; what it throws rolls everything back.
 */
export async function saveRun(
  db: WritableDb,
  run: RunToSave,
  turn: (rowsDone: number) => Promise<void>,
): Promise<number> {
  db.exec(`PRAGMA cache_size = ${-WRITING_CACHE_KIB}`);
  db.exec('BEGIN IMMEDIATE');
  try {
    deleteSameRuns(db, run);
    const runId = insertRun(db, run);
    const turns = new WriteTurns(turn);
    const insert = inserterOf(db, turns);
    const { charges, drawdowns, comparisons } = run.result;
    await insertCharges(db, runId, charges, turns);
    await insert('run_drawdowns', drawdowns, (drawdown) => drawdownValues(drawdown), runId);
    const places = new ChargePlaces(charges);
    await insert('run_comparisons', comparisons, (one) => comparisonValues(one, places), runId);
    insertCauses(db, runId, comparisons);
    insertLineFindings(db, runId, run.lineFindings);
    db.exec('COMMIT');
    return runId;
  } catch (thrown) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw thrown;
  } finally {
    db.exec(`PRAGMA cache_size = ${-RESTING_CACHE_KIB}`);
  }
}

function deleteSameRuns(db: WritableDb, run: RunToSave): void {
  const { period } = run.result;
  db.prepare('DELETE FROM runs WHERE period_from IS ? AND period_to IS ? AND fingerprint = ?').run(
    period?.from ?? null,
    period?.to ?? null,
    run.fingerprint,
  );
}

function insertRun(db: WritableDb, run: RunToSave): number {
  const { totals, period, currency, issues, otherLines } = run.result;
  const values: Param[] = [
    run.createdAt,
    run.engine,
    run.priceBook,
    run.fingerprint,
    run.account,
    run.accountStated ? 1 : 0,
    run.policy,
    currency,
    period?.from ?? null,
    period?.to ?? null,
    toText(totals.billed),
    toText(totals.expected),
    toText(totals.difference),
    toText(totals.explained),
    toText(totals.unexplained),
    toText(totals.otherLines),
    JSON.stringify(run.counts),
    JSON.stringify(run.bridge),
    JSON.stringify(issues),
  ];
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO runs (created_at, engine, price_book, fingerprint, account, account_stated, policy,
         currency, period_from, period_to, billed, expected, difference, explained, unexplained,
         other_lines, counts, bridge, issues)
       VALUES (${places(values.length)})`,
    )
    .run(...values);
  const runId = Number(lastInsertRowid);
  const input = db.prepare(`INSERT INTO run_inputs VALUES (${places(9)})`);
  run.inputs.forEach(
    ({ importId, path, fileName, sha256, profile, encoding, ...tally }, position) =>
      input.run(
        runId,
        position,
        importId,
        path,
        fileName,
        sha256,
        profile,
        encoding,
        JSON.stringify(tally),
      ),
  );
  const other = db.prepare(`INSERT INTO run_other_lines VALUES (${places(4)})`);
  for (const { bucket, amount, lineIds } of otherLines)
    other.run(runId, bucket, toText(amount), JSON.stringify(lineIds));
  return runId;
}

type RunTable = 'run_drawdowns' | 'run_comparisons';

function inserterOf(db: WritableDb, turns: WriteTurns) {
  return async <T>(
    table: RunTable,
    rows: readonly T[],
    valuesOf: (row: T) => readonly Param[],
    runId: number,
  ): Promise<void> => {
    let columns = 0;
    const statement = (count: number) => {
      const row = `(${places(columns)})`;
      return db.prepare(
        `INSERT INTO ${table} VALUES ${Array.from({ length: count }, () => row).join(', ')}`,
      );
    };
    let insert: ReturnType<typeof statement> | null = null;
    let values: Param[] = [];
    for (const [position, row] of rows.entries()) {
      const before = values.length;
      values.push(runId, position, ...valuesOf(row));
      columns = values.length - before;
      if (values.length === columns * ROWS_PER_STATEMENT) {
        insert ??= statement(ROWS_PER_STATEMENT);
        insert.run(...values);
        values = [];
      }
      const pause = turns.after(1);
      if (pause) await pause;
    }
    if (values.length > 0) statement(values.length / columns).run(...values);
  };
}

function insertCauses(db: WritableDb, runId: number, comparisons: readonly Comparison[]): void {
  const insert = db.prepare('INSERT OR IGNORE INTO run_causes VALUES (?, ?, ?)');
  for (const [position, { causes }] of comparisons.entries())
    for (const { cause } of causes) insert.run(runId, cause, position);
}

function places(count: number): string {
  return Array.from({ length: count }, () => '?').join(', ');
}

/** Amounts of the computation have at most 8 decimals; this holds them to it. */
function scaled(amount: Decimal): bigint {
  return amount.isZero() ? 0n : toScaled(amount, AMOUNT_SCALE);
}

function drawdownValues(drawdown: Drawdown): Param[] {
  return [
    drawdown.day,
    drawdown.start,
    drawdown.sdkAppId,
    drawdown.item,
    drawdown.source,
    drawdown.rawMinutes,
    drawdown.ratio,
    drawdown.deducted,
    drawdown.balanceAfter,
  ];
}

const text = (value: Decimal | null): string | null => (value === null ? null : decimalText(value));

/** Quantities are as many as there are rows, so their texts are not remembered. Where both agree, one serves both. */
function quantities({ expectedQuantity, billedQuantity }: Comparison): Param[] {
  const expected = expectedQuantity && toText(expectedQuantity);
  if (billedQuantity === expectedQuantity) return [expected, expected];
  return [expected, billedQuantity && toText(billedQuantity)];
}

/** Expected, billed, their difference and its size. Where both agree, one writing serves both. */
function amounts({ expectedAmount, billedAmount, difference }: Comparison): Param[] {
  const expected = scaled(expectedAmount);
  if (difference.isZero()) return [expected, expected, 0n, 0n];
  const apart = scaled(difference);
  return [expected, scaled(billedAmount), apart, apart < 0n ? -apart : apart];
}

function comparisonValues(one: Comparison, places: ChargePlaces): Param[] {
  const positions = one.chargeIds.map((id) => {
    const position = places.of(id);
    // Asked for every charge: the message is only made where it is needed.
    if (position === undefined)
      invariant(false, `${one.id} compares a charge ${id} that was not made`);
    return position;
  });
  return [
    one.id,
    one.status,
    statusOrder(one.status),
    isDiscrepancy(one) ? 1 : 0,
    one.periodStart,
    one.periodEnd,
    one.sdkAppId,
    one.item,
    itemOrder(one.item),
    ...quantities(one),
    text(one.expectedPrice),
    text(one.billedPrice),
    ...amounts(one),
    decimalText(one.tolerance),
    decimalText(one.unexplained),
    one.causes.length === 0 ? '[]' : causesText(one),
    `[${positions.join(',')}]`,
    `[${one.billLineIds.join(',')}]`,
  ];
}

function causesText({ causes }: Comparison): string {
  return JSON.stringify(causes.map((share) => ({ ...share, amount: toText(share.amount) })));
}

function insertLineFindings(db: WritableDb, runId: number, findings: readonly LineFinding[]): void {
  const insert = db.prepare('INSERT INTO run_line_findings VALUES (?, ?, ?, ?, ?, ?)');
  findings.forEach(({ lineId, issue }, position) => {
    insert.run(runId, lineId, position, issue.severity, issue.code, JSON.stringify(issue.params));
  });
}
