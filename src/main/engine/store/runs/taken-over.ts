import type { ChargedDay } from '../../../../shared/contract/packages';
import { addDays, day, type Day } from '../../../../shared/period/day';
import type { ReadableDb } from '../workspace/connection';
import { dayNumber, dayOfNumber } from '../../../../shared/period/day-number';

/** What came after a source: another one, or pay-as-you-go (`by` is null), from that day on. */
export interface TakenOver {
  readonly on: Day;
  readonly by: string | null;
}

/** Applications and items that a source was drawn for in a run. */
const COVERED = `SELECT DISTINCT sdk_app_id, item FROM run_drawdowns INDEXED BY run_drawdowns_by_source
  WHERE run_id = ? AND source = ?`;

/** Draws stand in the order in which they were made: what follows the last one of the source came after it. */
export const NEXT_DRAW_SQL = `SELECT source, day FROM run_drawdowns
  WHERE run_id = ? AND position > (
      SELECT max(position) FROM run_drawdowns INDEXED BY run_drawdowns_by_source
      WHERE run_id = ? AND source = ?
    ) AND (sdk_app_id, item) IN (${COVERED})
  ORDER BY position LIMIT 1`;

/** Charges stand in the order of their periods, so the first that fits is the earliest. */
export const FIRST_CHARGED_SQL = `SELECT period_start, period_end FROM run_charges
  WHERE run_id = ? AND period_end > ? AND billable_minutes > 0 AND (sdk_app_id, item) IN (${COVERED})
  ORDER BY position LIMIT 1`;

/**
 * What the use that `source` had covered was drawn from, or charged as, when it no longer covered it. Charging can
 * begin before the last minute is drawn: what is left may be less than one minute of a dearer item takes.
 *
 * @param since the first day on which it was drawn.
 * @param endedOn the day it was used up, or the first one after it had expired; null: it can still be drawn.
 * @returns null where the run shows no such use.
 */
export function takenOver(
  db: ReadableDb,
  runId: number,
  of: { readonly source: string; readonly since: Day; readonly endedOn: Day | null },
): TakenOver | null {
  const { source, since, endedOn } = of;
  const drawn =
    endedOn === null
      ? undefined
      : db
          .prepare<{ source: string; day: string }>(NEXT_DRAW_SQL)
          .get(runId, runId, source, runId, source);
  const next = drawn ? { on: day(drawn.day), by: drawn.source } : null;
  const charged = db
    .prepare<{ period_start: bigint; period_end: bigint }>(FIRST_CHARGED_SQL)
    .get(runId, dayNumber(since), runId, source);
  if (!charged) return next;
  const start = dayOfNumber(charged.period_start);
  // A charge for a whole month says no day: what it charges came when all sources had ended.
  const spans = dayOfNumber(charged.period_end) !== addDays(start, 1);
  const on = spans ? endedOn : start;
  return on === null || (next && (spans || next.on <= on)) ? next : { on, by: null };
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
