import type { Input } from '../../../shared/contract/contract';
import type { Coverage, CoveragePage } from '../../../shared/contract/coverage';
import type { LocalTime } from '../../../shared/period/local-time';
import type { Period } from '../../../shared/period/period';
import { evidenceMark } from '../store/evidence/evidence-mark';
import { hasRun } from '../store/runs/runs';
import type { OpenWorkspace } from '../store/workspace/workspace-file';
import { coverageInSteps, groundOfPeriod, type PeriodGround } from './coverage-of-period';
import { gapsFirst, widestOf } from './coverage-rows';
import type { Turn } from './run-in-turns';

/** A calendar in both of its orders. */
interface KeptCalendar {
  readonly coverage: Coverage;
  readonly rows: Readonly<Record<Input<'coverage.page'>['order'], Coverage['rows']>>;
  readonly widest: CoveragePage['widest'];
}

interface Kept {
  readonly mark: string;
  readonly calendar: Promise<KeptCalendar>;
}

/** Months that are looked at in turn. */
const KEPT_PERIODS = 2;
/** Milliseconds of work after which others are given way. */
const AT_ONCE = 30;

/** Of each open workspace, as long as all that a calendar says still holds; they go when it is closed. */
const CALENDARS = new WeakMap<OpenWorkspace, Map<string, Kept>>();

/**
 * Some rows of the calendar of a period. It is worked out once, while other questions are answered, and again after
 * anything was written that it stands on.
 */
export async function coveragePage(
  workspace: OpenWorkspace,
  { period, order, offset, limit }: Input<'coverage.page'>,
  now: LocalTime,
  turn: Turn,
): Promise<CoveragePage> {
  const { coverage, rows, widest } = await calendarOf(workspace, period, now, turn);
  return {
    ...coverage,
    rows: rows[order].slice(offset, offset + limit),
    total: coverage.rows.length,
    widest,
  };
}

function calendarOf(
  workspace: OpenWorkspace,
  period: Period,
  now: LocalTime,
  turn: Turn,
): Promise<KeptCalendar> {
  const calendars = CALENDARS.get(workspace) ?? new Map<string, Kept>();
  CALENDARS.set(workspace, calendars);
  const key = `${period.from} ${period.to}`;
  const ground = groundOfPeriod(workspace.readable, period);
  // What a day is expected to have changes at midnight and at 09:00.
  const mark = [
    evidenceMark(workspace),
    ground.fingerprint,
    ground.runId,
    now.slice(0, 'YYYY-MM-DDTHH'.length),
  ].join(' ');
  const known = calendars.get(key);
  if (known?.mark === mark) return known.calendar;
  const calendar = worked(workspace, ground, period, now, turn);
  const kept = { mark, calendar };
  calendars.delete(key);
  calendars.set(key, kept);
  for (const oldest of [...calendars.keys()].slice(0, Math.max(0, calendars.size - KEPT_PERIODS)))
    calendars.delete(oldest);
  calendar.catch(() => {
    // What failed is tried again by the next question.
    if (calendars.get(key) === kept) calendars.delete(key);
  });
  return calendar;
}

async function worked(
  workspace: OpenWorkspace,
  ground: PeriodGround,
  period: Period,
  now: LocalTime,
  turn: Turn,
): Promise<KeptCalendar> {
  const { readable } = workspace;
  const mark = evidenceMark(workspace);
  const steps = coverageInSteps(readable, ground, period, now);
  let rested = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) {
      const coverage = step.value;
      const rows = { application: coverage.rows, gaps: gapsFirst(coverage.rows) };
      return { coverage, rows, widest: widestOf(coverage.rows) };
    }
    if (performance.now() - rested < AT_ONCE) continue;
    await turn();
    rested = performance.now();
    // Half of it would be of before and half of after what was written meanwhile.
    const replaced = ground.runId !== null && !hasRun(readable, ground.runId);
    if (replaced || evidenceMark(workspace) !== mark)
      return await calendarOf(workspace, period, now, turn);
  }
}
