import type { Run } from '../../../../shared/contract/audits';
import { EngineFailure, engineError } from '../../../../shared/contract/error';
import type { Currency } from '../../../../shared/catalog/site';
import type { Bucket } from '../../../../shared/bill/bill-line';
import { day } from '../../../../shared/period/day';
import type { Period } from '../../../../shared/period/period';
import type { ReadableDb } from '../workspace/connection';

/** A stored run without the question whether it still stands (see audit/fingerprint.ts). */
export interface StoredRun extends Omit<Run, 'current'> {
  readonly fingerprint: string;
  /** The whole account the run was made with, as account.json. */
  readonly account: string;
  readonly accountStated: boolean;
  /** The choices of the account's `policy`, as JSON. */
  readonly policy: string;
}

/** One imported file a run stands on. */
export interface RunInput {
  readonly importId: number;
  readonly path: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly profile: string;
  readonly encoding: string;
  readonly rows: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly duplicates: number;
  readonly ignored: number;
}

interface RunRow {
  id: bigint;
  created_at: string;
  engine: string;
  price_book: string;
  fingerprint: string;
  account: string;
  account_stated: bigint;
  policy: string;
  currency: Currency;
  period_from: string | null;
  period_to: string | null;
  billed: string;
  expected: string;
  difference: string;
  explained: string;
  unexplained: string;
  other_lines: string;
  counts: string;
  bridge: string;
  issues: string;
}

/** Null where there is no such run. */
export function findRun(db: ReadableDb, runId: number): StoredRun | null {
  const row = db.prepare<RunRow>('SELECT * FROM runs WHERE id = ?').get(runId);
  return row ? storedRun(db, row) : null;
}

/** Whether it is still there: an audit of the same inputs takes the place of the one before. */
export function hasRun(db: ReadableDb, runId: number): boolean {
  return db.prepare('SELECT 1 FROM runs WHERE id = ?').get(runId) !== undefined;
}

/** Throws `run-missing`. */
export function requireRun(db: ReadableDb, runId: number): StoredRun {
  const run = findRun(db, runId);
  if (!run) throw new EngineFailure(engineError('run-missing', { run: runId }));
  return run;
}

/** The newest run of exactly this period (null: of everything). */
export function latestRun(db: ReadableDb, period: Period | null): StoredRun | null {
  const row = db
    .prepare<RunRow>(
      `SELECT * FROM runs WHERE period_from IS ? AND period_to IS ? ORDER BY id DESC LIMIT 1`,
    )
    .get(period?.from ?? null, period?.to ?? null);
  return row ? storedRun(db, row) : null;
}

interface InputRow {
  import_id: bigint;
  path: string;
  file_name: string;
  sha256: string;
  profile: string;
  encoding: string;
  tally: string;
}

/** The files a run stands on, in the order of their import. */
export function runInputs(db: ReadableDb, runId: number): RunInput[] {
  return db
    .prepare<InputRow>('SELECT * FROM run_inputs WHERE run_id = ? ORDER BY position')
    .all(runId)
    .map((row) => ({
      importId: Number(row.import_id),
      path: row.path,
      fileName: row.file_name,
      sha256: row.sha256,
      profile: row.profile,
      encoding: row.encoding,
      ...(JSON.parse(row.tally) as Tally),
    }));
}

export type Tally = Pick<RunInput, 'rows' | 'accepted' | 'quarantined' | 'duplicates' | 'ignored'>;

/** Ids in bill_lines of the lines in one bucket beside the settlement. */
export function otherLineIds(db: ReadableDb, runId: number, bucket: Bucket): number[] {
  const row = db
    .prepare<{ bill_line_ids: string }>(
      'SELECT bill_line_ids FROM run_other_lines WHERE run_id = ? AND bucket = ?',
    )
    .get(runId, bucket);
  return row ? (JSON.parse(row.bill_line_ids) as number[]) : [];
}

function storedRun(db: ReadableDb, row: RunRow): StoredRun {
  return {
    id: Number(row.id),
    createdAt: row.created_at,
    engine: row.engine,
    priceBook: row.price_book,
    fingerprint: row.fingerprint,
    account: row.account,
    accountStated: row.account_stated === 1n,
    policy: row.policy,
    currency: row.currency,
    period:
      row.period_from === null || row.period_to === null
        ? null
        : { from: day(row.period_from), to: day(row.period_to) },
    totals: {
      billed: row.billed,
      expected: row.expected,
      difference: row.difference,
      explained: row.explained,
      unexplained: row.unexplained,
      otherLines: row.other_lines,
    },
    // The three JSON columns hold what `saveRun` wrote from the same types.
    counts: JSON.parse(row.counts) as Run['counts'],
    bridge: JSON.parse(row.bridge) as Run['bridge'],
    issues: JSON.parse(row.issues) as Run['issues'],
    otherLines: otherLines(db, Number(row.id)),
  };
}

function otherLines(db: ReadableDb, runId: number): Run['otherLines'] {
  return db
    .prepare<{ bucket: Bucket; amount: string; lines: bigint }>(
      `SELECT bucket, amount, json_array_length(bill_line_ids) AS lines
       FROM run_other_lines WHERE run_id = ? ORDER BY bucket`,
    )
    .all(runId)
    .map(({ bucket, amount, lines }) => ({ bucket, amount, lines: Number(lines) }));
}
