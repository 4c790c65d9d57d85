import { invariant } from '../../../shared/invariant';
import type { Run } from '../../../shared/contract/audits';
import type { Handlers } from '../../../shared/contract/contract';
import { appNamesOf } from '../account/account-of-stored-run';
import { bridgesInTurns } from '../audit/bridges-of-run';
import { explainComparison } from '../audit/explain-comparison';
import { isCurrent } from '../audit/fingerprint';
import { inferReadings } from '../audit/infer-readings';
import { runAudit } from '../audit/run-audit';
import { evidenceOfRun, runFindings } from '../audit/run-findings';
import { applyRules } from '../decisions/apply-rules';
import { judgedRows } from '../decisions/judge-rows';
import type { EngineContext } from '../engine-context';
import { gridPage } from '../grid/grid-page';
import { readyGrid, runGrid } from '../grid/run-grids';
import type { ReadableDb } from '../store/workspace/connection';
import { hasConditions } from '../store/runs/comparison-query';
import { monthsWithRows } from '../store/evidence/months';
import { chargePage, drawdownPage } from '../store/runs/run-charges';
import { comparisonPage } from '../store/runs/run-comparisons';
import { turnsOf } from '../workspace-turn';
import { latestRun, requireRun, type StoredRun } from '../store/runs/runs';

type AuditMethod = Extract<keyof Handlers, `audits.${string}`>;

export function auditHandlers({
  session,
  jobs,
  changed,
}: EngineContext): Pick<Handlers, AuditMethod> {
  /** The connection to ask with, once the run is known to be there. */
  const withRun = (runId: number) => {
    const { readable } = session.require();
    return { readable, run: requireRun(readable, runId) };
  };
  return {
    'audits.months': () => monthsWithRows(session.require().readable),
    'audits.start': ({ period }) => {
      const workspace = session.require();
      const jobId = jobs.start('audit', async (control) => {
        const runId = await runAudit(workspace, period, control);
        const decided = applyRules(workspace, runId);
        changed('audits', ...(decided > 0 ? (['decisions'] as const) : []));
        return { runId };
      });
      return { jobId };
    },
    'audits.latest': ({ period }) => {
      const { readable } = session.require();
      const run = latestRun(readable, period);
      return run && runView(readable, run);
    },
    'audits.comparisons': async ({ runId, ...request }) => {
      const workspace = session.require();
      const { readable, run } = withRun(runId);
      // The first page need not wait for the columns: the discrepancies lie in an index, other orders SQLite sorts.
      const grid = hasConditions(request.filter)
        ? await runGrid(session, workspace, runId)
        : readyGrid(session, workspace, runId);
      const names = appNamesOf(run);
      const page = grid
        ? gridPage(readable, grid, request, names)
        : comparisonPage(readable, runId, request, names);
      return { ...page, rows: judgedRows(readable, run, page.rows) };
    },
    'audits.explain': ({ runId, comparisonId }) => {
      const { readable, run } = withRun(runId);
      const explanation = explainComparison(readable, run, comparisonId);
      const [comparison] = judgedRows(readable, run, [explanation.comparison]);
      invariant(comparison, 'one row is judged as one');
      return { ...explanation, comparison };
    },
    'audits.bridges': async ({ runId, by }) => {
      const [{ run }, workspace] = [withRun(runId), session.require()];
      return [...(await bridgesInTurns(workspace, run, by, turnsOf(session, workspace)))];
    },
    'audits.findings': async ({ runId }) => {
      const [{ run }, workspace] = [withRun(runId), session.require()];
      return [...(await runFindings(workspace, run, turnsOf(session, workspace)))];
    },
    'audits.evidence': ({ runId }) => evidenceOfRun(withRun(runId).run),
    'audits.infer': ({ period }) => {
      const { readable } = session.require();
      const jobId = jobs.start('inference', async (control) => ({
        inferences: await inferReadings(readable, period, control),
      }));
      return { jobId };
    },
    'audits.charges': ({ runId, ...page }) => chargePage(withRun(runId).readable, runId, page),
    'audits.drawdowns': ({ runId, ...page }) => drawdownPage(withRun(runId).readable, runId, page),
  };
}

function runView(db: ReadableDb, run: StoredRun): Run {
  return {
    id: run.id,
    createdAt: run.createdAt,
    engine: run.engine,
    priceBook: run.priceBook,
    currency: run.currency,
    period: run.period,
    totals: run.totals,
    counts: run.counts,
    otherLines: run.otherLines,
    bridge: run.bridge,
    issues: run.issues,
    current: isCurrent(db, run),
  };
}
