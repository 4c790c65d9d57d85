import type { Origin } from '../../../../shared/issue';
import { invariant } from '../../../../shared/invariant';
import { fromScaled, type Decimal } from '../../../../shared/money/decimal';
import { addDays } from '../../../../shared/period/day';
import type { Period } from '../../../../shared/period/period';
import { AMOUNT_SCALE } from './bill-lines';
import type { ReadableDb } from '../workspace/connection';
import { dayNumber } from '../../../../shared/period/day-number';
import { originsOf } from '../imports/raw-rows';

/** What the provider changed from one export to the next, as far as it is of one period. */
export interface RestatedPeriod {
  readonly restatementId: number;
  readonly kind: 'usage' | 'bill';
  readonly newer: string;
  readonly older: string;
  readonly changed: number;
  readonly added: number;
  readonly gone: number;
  /** By how much the billed amount went up; null for usage. */
  readonly amount: Decimal | null;
  /** By how much the measured seconds went up; null for a bill. */
  readonly seconds: number | null;
  /** Where the row that moved most stands: in the newer file, or in the older one where it is gone. */
  readonly largest: Origin;
}

/** SQL that keeps the restated rows `w` of the days from one to another, both as YYYYMMDD and included. */
export const RESTATED_DAYS = `coalesce(
    (SELECT b.day FROM bill_lines b WHERE b.id = coalesce(w.newer_row, w.older_row)),
    (SELECT u.day FROM usage_rows u WHERE u.id = coalesce(w.newer_row, w.older_row))
  ) BETWEEN ? AND ?`;

/** The days of a period for {@link RESTATED_DAYS}; null: all there are. */
export function restatedDays(period: Period | null): readonly [number, number] {
  return period ? [dayNumber(period.from), dayNumber(addDays(period.to, -1))] : [0, 99_991_231];
}

interface Row {
  id: bigint;
  kind: 'usage' | 'bill';
  newer_name: string;
  older_name: string;
  changed: bigint;
  added: bigint;
  gone: bigint;
  amount_e8: bigint | null;
  seconds: bigint | null;
  largest: bigint;
  row: bigint;
}

/** Restatements that are in force and touch the period, by the names of their files. */
export function restatedInPeriod(db: ReadableDb, period: Period | null): RestatedPeriod[] {
  const rows = db
    .prepare<Row>(
      `SELECT r.id, n.kind, n.file_name AS newer_name, o.file_name AS older_name,
         sum(w.change = 'changed') AS changed, sum(w.change = 'added') AS added,
         sum(w.change = 'gone') AS gone, sum(w.amount_e8) AS amount_e8, sum(w.seconds) AS seconds,
         -- Bare columns beside max() are of the row that has it (SQLite's documented rule).
         max(abs(coalesce(w.amount_e8, w.seconds))) AS largest,
         coalesce(w.newer_row, w.older_row) AS row
       FROM restatements r
         JOIN imports n ON n.id = r.newer_id JOIN imports o ON o.id = r.older_id
         JOIN restated_rows w ON w.restatement_id = r.id
       WHERE n.state = 'live' AND o.state = 'live' AND ${RESTATED_DAYS}
       GROUP BY r.id ORDER BY n.file_name, o.file_name, r.id`,
    )
    .all(...restatedDays(period));
  const origins = originsOf(
    db,
    rows.map(({ row }) => Number(row)),
  );
  return rows.map((row) => {
    const largest = origins.get(Number(row.row));
    invariant(largest, `row ${row.row} has no origin`);
    return {
      restatementId: Number(row.id),
      kind: row.kind,
      newer: row.newer_name,
      older: row.older_name,
      changed: Number(row.changed),
      added: Number(row.added),
      gone: Number(row.gone),
      amount: row.amount_e8 === null ? null : fromScaled(row.amount_e8, AMOUNT_SCALE),
      seconds: row.seconds === null ? null : Number(row.seconds),
      largest,
    };
  });
}
