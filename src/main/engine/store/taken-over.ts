import type { ChargedDay } from '../../../shared/contract/packages';
import { addDays, day, type Day } from '../../../shared/period/day';
import type { ReadableDb } from './connection';
import { dayNumber, dayOfNumber } from './day-number';

/** What came after a source: another one, or pay-as-you-go (`by` is null), from that day on. */
export interface TakenOver {
  readonly on: Day;
  readonly by: string | null;
}

/** Applications and items that a source was drawn for in a run. */
const COVERED = `SELECT DISTINCT sdk_app_id, item FROM run_drawdowns INDEXED BY run_drawdowns_by_source
  WHERE run_id = ? AND source = ?`;

export const NEXT_DRAW_SQL = `SELECT source, day FROM run_drawdowns
  WHERE run_id = ? AND source <> ? AND day >= ? AND (sdk_app_id, item) IN (${COVERED})
  ORDER BY day, position LIMIT 1`;

/** Charges stand in the order of their periods, so the first that fits is the earliest. */
export const FIRST_CHARGED_SQL = `SELECT period_start FROM run_charges
  WHERE run_id = ? AND period_end > ? AND billable_minutes > 0 AND (sdk_app_id, item) IN (${COVERED})
  ORDER BY position LIMIT 1`;

/**
 * What covered or charged the use that `source` had covered, from `endedOn` on: the day it was used up, or the
 * first one after it had expired. Null where the run has no such use.
 */
export function takenOver(
  db: ReadableDb,
  runId: number,
  { source, endedOn }: { readonly source: string; readonly endedOn: Day },
): TakenOver | null {
  const drawn = db
    .prepare<{ source: string; day: string }>(NEXT_DRAW_SQL)
    .get(runId, source, endedOn, runId, source);
  const charged = db
    .prepare<{ period_start: bigint }>(FIRST_CHARGED_SQL)
    .get(runId, dayNumber(endedOn), runId, source);
  const next = drawn ? { on: day(drawn.day), by: drawn.source } : null;
  if (!charged) return next;
  const start = dayOfNumber(charged.period_start);
  // A charge for a whole month begins before the source ended; what it charges came after all sources.
  const spans = start < endedOn;
  const on = spans ? endedOn : start;
  return next && (spans || next.on <= on) ? next : { on, by: null };
}

interface ChargedRow {
  period_start: bigint;
  period_end: bigint;
  minutes: bigint;
}

/**
 * Minutes left for pay-as-you-go on each day, of items that some source was drawn for. Null where a charge stands
 * for more than a day, so that no day has a number of its own.
 */
export function chargedDays(db: ReadableDb, runId: number): ChargedDay[] | null {
  const rows = db
    .prepare<ChargedRow>(
      `SELECT period_start, max(period_end) AS period_end, sum(billable_minutes) AS minutes
       FROM run_charges
       WHERE run_id = ? AND item IN (SELECT DISTINCT item FROM run_drawdowns WHERE run_id = ?)
       GROUP BY period_start ORDER BY period_start`,
    )
    .all(runId, runId);
  const days = rows.map((row) => ({
    day: dayOfNumber(row.period_start),
    minutes: Number(row.minutes),
    end: dayOfNumber(row.period_end),
  }));
  if (days.some((one) => one.end !== addDays(one.day, 1))) return null;
  return days.map(({ day: on, minutes }) => ({ day: on, minutes }));
}
