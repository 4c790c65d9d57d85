import { setImmediate as nextTurn } from 'node:timers/promises';
import { accountToJson } from '../../../shared/account/account-file';
import type { Run } from '../../../shared/contract/audits';
import { EngineFailure, engineError } from '../../../shared/contract/error';
import type { BillLine } from '../../../shared/bill/bill-line';
import type { Issue } from '../../../shared/issue';
import { toText } from '../../../shared/money/decimal';
import { addDays, type Day } from '../../../shared/period/day';
import { dayOfTime } from '../../../shared/period/local-time';
import type { Period } from '../../../shared/period/period';
import { auditing } from '../../../shared/reconcile/audit';
import type { MatchPin } from '../../../shared/reconcile/match/match-pin';
import type { AuditStep } from '../../../shared/reconcile/result/audit-steps';
import type { AuditResult } from '../../../shared/reconcile/result/audit-result';
import { bridgeOf } from '../../../shared/reconcile/bridge/bridge';
import { STATUSES, type Comparison } from '../../../shared/reconcile/result/discrepancy';
import type { UsageSeries } from '../../../shared/usage/usage-series';
import { auditPins } from '../store/judgements/judgement-records';
import { throwIfCancelled, type JobControl } from '../jobs';
import type { ReadableDb } from '../store/workspace/connection';
import { evidenceMark } from '../store/evidence/evidence-mark';
import { listImports } from '../store/imports/imports';
import type { RunInput } from '../store/runs/runs';
import { rowOfOrigin } from '../store/imports/later-origins';
import { saveRun, type LineFinding } from '../store/runs/save-run';
import type { OpenWorkspace } from '../store/workspace/workspace-file';
import { ENGINE_VERSION } from '../version';
import { accountOfRun, type AccountOfRun } from '../account/account-of-run';
import { canonicalJson } from '../store/canonical-json';
import { excludedRows } from './excluded-rows';
import { fingerprintOf } from './fingerprint';
import { forgetAudit, keptAudit, type KeptAudit } from './kept-audit';
import { nothingToAudit } from './nothing-to-audit';
import { openApplicationIssues } from './open-applications';
import { otherEvidence } from './other-evidence';
import type { HashedPriceBook } from './price-books';
import { priceBookInUse } from './price-book-in-use';

/**
 * Recomputes the bill of a period (null: of everything) from what is in the workspace, compares, and keeps
 * the run. Answers its id. Throws `no-usage` or `no-row-counts` where there is nothing to audit, and
 * `period-empty` where nothing of it falls in the period: a wrong month must not look like a right bill.
 */
export async function runAudit(
  workspace: OpenWorkspace,
  period: Period | null,
  { signal, progress }: JobControl,
): Promise<number> {
  const { readable, writable } = workspace;
  /** Shows the phase and lets messages in, a cancellation among them, before the next stretch of work. */
  const begin = async (phase: string, done = 0, total: number | null = null) => {
    progress({ phase, done, total });
    await nextTurn();
    throwIfCancelled(signal);
  };

  const { kept, of, priceBook, pins, fingerprint, inputs } = await readTogether(
    workspace,
    period,
    begin,
  );
  const { usage, lines, memory } = kept;
  const { series } = usage;
  if (series.length === 0 && lines.length === 0) throw new EngineFailure(nothingToAudit(readable));

  await begin('computing');
  const input = {
    ...{ account: of.account, priceBook: priceBook.book, pins },
    ...{ usage, billLines: lines, period },
  };
  const result = await remembering(workspace, () =>
    inSteps(auditing(input, memory), ({ phase, done, total }) => begin(phase, done, total)),
  );
  if (period) requireContent(period, result, series, lines);

  const total = result.charges.length + result.drawdowns.length + result.comparisons.length;
  await begin('storing', 0, total);
  return await saveRun(
    writable,
    {
      createdAt: new Date().toISOString(),
      engine: ENGINE_VERSION,
      priceBook: priceBook.hash,
      fingerprint,
      account: accountToJson(of.account),
      accountStated: of.stated,
      policy: canonicalJson(of.account.policy),
      inputs,
      result: {
        ...result,
        issues: [
          ...accountIssues(of),
          ...excludedRows(readable, period),
          ...openApplicationIssues(readable),
          ...result.issues,
          ...otherEvidence(readable, of, lines, result),
        ],
      },
      counts: countsOf(result.comparisons),
      bridge: bridgeSteps(result),
      lineFindings: findingsByLine(result.issues),
    },
    (done) => begin('storing', done, total),
  );
}

/**
 * Everything an audit starts from, of one state of the workspace: files may come in while it is read, and a run must
 * not be named after rows that it does not hold. What changed meanwhile is read again.
 */
async function readTogether(
  workspace: OpenWorkspace,
  period: Period | null,
  begin: (phase: string) => Promise<void>,
): Promise<Together> {
  const { readable } = workspace;
  for (;;) {
    const kept = await keptAudit(workspace, begin);
    const of = accountOfRun(readable);
    const together = {
      kept,
      of,
      priceBook: priceBookInUse(readable, of.account.site),
      pins: auditPins(readable),
      fingerprint: fingerprintOf(readable),
      inputs: inputsOf(readable, period),
    };
    if (evidenceMark(workspace) === kept.mark) return together;
  }
}

interface Together {
  readonly kept: KeptAudit;
  readonly of: AccountOfRun;
  readonly priceBook: HashedPriceBook;
  readonly pins: readonly MatchPin[];
  readonly fingerprint: string;
  readonly inputs: readonly RunInput[];
}

/** Computes, and between two steps lets messages in. */
async function inSteps<T>(
  steps: Generator<AuditStep, T>,
  between: (step: AuditStep) => Promise<void>,
): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await between(step.value);
  }
}

/** An audit that throws or is cancelled leaves its memory half-way: the next one starts without. */
async function remembering<T>(workspace: OpenWorkspace, compute: () => Promise<T>): Promise<T> {
  try {
    return await compute();
  } catch (thrown) {
    forgetAudit(workspace);
    throw thrown;
  }
}

/** An issue about a line carries that line's own origin, the very object, so no two files can be mistaken. */
function findingsByLine(issues: readonly Issue[]): LineFinding[] {
  return issues.flatMap((issue) => {
    const lineId = issue.origin && rowOfOrigin(issue.origin);
    return lineId === undefined ? [] : [{ lineId, issue }];
  });
}

function accountIssues({ stated, account }: AccountOfRun): Issue[] {
  if (stated) return [];
  return [{ severity: 'warning', code: 'account-unstated', params: { site: account.site } }];
}

/**
 * The files that an audit of the period can stand on: all but those of later days. What a later month brings changes
 * nothing in an earlier one, so that its reports go on being verified; a late line for the period does.
 */
function inputsOf(db: ReadableDb, period: Period | null): RunInput[] {
  const isLater = (firstDay: Day | null) =>
    period !== null && firstDay !== null && firstDay >= period.to;
  return listImports(db)
    .filter(({ state, firstDay }) => state === 'live' && !isLater(firstDay))
    .map((file) => ({
      importId: file.id,
      path: file.path,
      fileName: file.fileName,
      sha256: file.sha256,
      profile: file.profile,
      encoding: file.encoding,
      rows: file.rows,
      accepted: file.accepted,
      quarantined: file.quarantined,
      duplicates: file.duplicates,
      ignored: file.ignored,
    }));
}

function countsOf(comparisons: readonly Comparison[]): Run['counts'] {
  const counts = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Run['counts'];
  for (const { status } of comparisons) counts[status] += 1;
  return counts;
}

function bridgeSteps(result: AuditResult): Run['bridge'] {
  return bridgeOf(result).map((step) => ({ ...step, amount: toText(step.amount) }));
}

/** Throws `period-empty`, naming the days that the workspace does cover. */
function requireContent(
  period: Period,
  { charges, comparisons, otherLines }: AuditResult,
  series: readonly UsageSeries[],
  lines: readonly BillLine[],
): void {
  if (charges.length > 0 || comparisons.length > 0 || otherLines.length > 0) return;
  const days = [
    ...series.map(({ day }) => day),
    ...lines.flatMap(({ usageStart }) => (usageStart ? [dayOfTime(usageStart)] : [])),
  ].sort();
  const [firstCovered, lastCovered] = [days[0] ?? '–', days.at(-1) ?? '–'];
  const lastDay = addDays(period.to, -1);
  throw new EngineFailure(
    engineError('period-empty', { from: period.from, lastDay, firstCovered, lastCovered }),
  );
}
