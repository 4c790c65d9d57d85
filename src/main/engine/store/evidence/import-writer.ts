import { invariant } from '../../../../shared/invariant';
import type { Issue } from '../../../../shared/issue';
import type { UsageSource } from '../../../../shared/usage/usage-series';
import type { BillRow } from '../../reading/rows/bill-reader';
import type { EvidenceRow } from '../../reading/layout/evidence-row';
import type { RowRefusal } from '../../reading/cells/row-outcome';
import type { UsageRow } from '../../reading/rows/usage-reader';
import { billLineWriter } from './bill-line-writer';
import type { Param, WritableDb } from '../workspace/connection';
import { countEvidenceWrite } from './evidence-mark';
import { evidenceWriter } from './evidence-writer';
import { meterIds, type Meter } from './meter-ids';
import { slotId } from '../workspace/row-id';

/** Rows per statement: each call into SQLite has a price, whatever it carries. */
const ROWS_AT_ONCE = 50;
const USAGE_COLUMNS = 7;

function insertUsage(rows: number): string {
  const places = `(${'?, '.repeat(USAGE_COLUMNS - 1)}?)`;
  return `INSERT INTO usage_rows (id, meter_id, day, start_second, seconds, minutes_e4, deducted_e4)
    VALUES ${Array<string>(rows).fill(places).join(', ')}`;
}

/** Writes the rows of one import inside the caller's transaction, and is not kept beyond it. */
export interface ImportWriter {
  /** Answers the id of the row's meter. `slot`: the measurement's place in a row that has several. */
  readonly usage: (row: number, value: UsageRow, slot?: number) => number;
  /** Id of the meter that such a row counts. */
  readonly meter: (value: Meter) => number;
  /** As `usage` for a row of one measurement whose meter is known. */
  readonly measured: (
    row: number,
    meter: number,
    day: number,
    startSecond: number | null,
    seconds: number,
    minutesE4: number | null,
    deductedE4: number | null,
  ) => void;
  readonly bill: (row: number, value: BillRow) => void;
  readonly evidence: (row: number, value: EvidenceRow) => void;
  readonly quarantine: (row: number, refusal: RowRefusal, line: number, raw: string) => void;
  readonly issue: (issue: Issue) => void;
  /** A piece of the file's text, compressed, beginning with the row `first`. */
  readonly chunk: (piece: StoredPiece) => void;
  /** Writes what is still held back. */
  readonly flush: () => void;
}

export interface StoredPiece {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstLine: number;
  readonly firstDay: number | null;
  readonly lastDay: number | null;
  readonly text: Uint8Array;
}

export function importWriter(
  db: WritableDb,
  importId: number,
  source: UsageSource,
  slots: number,
): ImportWriter {
  invariant(db.inTransaction, 'rows of an import are written in a transaction');
  countEvidenceWrite(db);
  const idOf = (row: number, slot = 0) => slotId(importId, row, slots, slot);
  const manyUsage = db.prepare(insertUsage(ROWS_AT_ONCE));
  const oneUsage = db.prepare(insertUsage(1));
  const oneQuarantined = db.prepare(
    'INSERT INTO quarantined_rows (id, code, params, line, column_name, raw) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const oneIssue = db.prepare(
    'INSERT INTO import_issues (import_id, severity, code, params, line, column_name) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const oneChunk = db.prepare(
    'INSERT INTO raw_chunks (id, last_id, first_line, first_day, last_day, text) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const meterOf = meterIds(db, source);
  const oneBill = billLineWriter(db);
  const oneEvidence = evidenceWriter(db);
  let held: Param[] = [];

  const flush = () => {
    for (let at = 0; at < held.length; at += USAGE_COLUMNS)
      oneUsage.run(...held.slice(at, at + USAGE_COLUMNS));
    held = [];
  };
  const hold = (
    id: number,
    meter: number,
    day: number,
    startSecond: number | null,
    seconds: number,
    minutesE4: number | null,
    deductedE4: number | null,
  ) => {
    held.push(id, meter, day, startSecond, seconds, minutesE4, deductedE4);
    if (held.length >= ROWS_AT_ONCE * USAGE_COLUMNS) {
      manyUsage.run(...held);
      held = [];
    }
  };
  return {
    usage: (row, value, slot = 0) => {
      const meter = meterOf(value);
      const { day, startSecond, seconds, minutesE4, deductedE4 } = value;
      hold(idOf(row, slot), meter, day, startSecond, seconds, minutesE4, deductedE4);
      return meter;
    },
    meter: meterOf,
    measured: (row, ...numbers) => hold(idOf(row), ...numbers),
    bill: (row, value) => oneBill(idOf(row), value),
    evidence: (row, value) => oneEvidence(idOf(row), value),
    quarantine: (row, refusal, line, raw) =>
      oneQuarantined.run(
        idOf(row),
        refusal.code,
        JSON.stringify(refusal.params),
        line,
        refusal.column,
        raw,
      ),
    issue: ({ severity, code, params, origin }) =>
      oneIssue.run(
        importId,
        severity,
        code,
        JSON.stringify(params),
        origin?.line ?? null,
        origin?.column ?? null,
      ),
    chunk: (piece) =>
      oneChunk.run(
        idOf(piece.firstRow),
        idOf(piece.lastRow, slots - 1),
        piece.firstLine,
        piece.firstDay,
        piece.lastDay,
        piece.text,
      ),
    flush,
  };
}
