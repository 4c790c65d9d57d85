import type { ReadableDb } from './connection';
import { itemRules } from './item-rules';
import { rowsOfImport } from './row-id';

/**
 * Text that is another one as soon as anything of the counted usage or the counted bill lines is: which imports are
 * live, which rows of them count, what the rows say in numbers, which rows a person wrote anew, and which items a person gave them. Reading it takes
 * one walk over the rows; reading and summing them takes many times as long.
 */
export function evidenceMark(db: ReadableDb): string {
  const imports = db
    .prepare(`SELECT id, sha256, profile FROM imports WHERE state = 'live' ORDER BY id`)
    .all();
  const usage = db.prepare(USAGE_MARK).get();
  const bill = db.prepare(BILL_MARK).get();
  const corrections = db.prepare(CORRECTIONS_MARK).get();
  return JSON.stringify(
    [imports, usage, bill, corrections, itemRules(db)],
    (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
  );
}

/** A number for each row, and sums of two residues of it: rows that exchange their values change the sum. */
const mark = (row: string, alias: string, kind: string) => `
  SELECT count(*) AS rows, sum((x % 1000003) * (x % 65521)) AS mark, sum(x % 999983) AS second FROM (
    SELECT ${row} AS x FROM imports i CROSS JOIN ${kind} ${alias} ON ${rowsOfImport(alias)}
    WHERE i.state = 'live')`;

const USAGE_MARK = mark(
  `abs(u.id + u.day * 31 + coalesce(u.start_second, -1) * 1009 + u.seconds * 7919
     + coalesce(u.minutes_e4, -1) * 104729 + coalesce(u.deducted_e4, -1) * 1299709
     + coalesce(u.duplicate_of, -1) * 13 + u.meter_id * 611953)`,
  'u',
  'usage_rows',
);

const BILL_MARK = mark(
  `abs(b.id + b.day * 31 + b.amount_e8 % 1000000007 * 1009 + coalesce(b.duplicate_of, -1) * 13)`,
  'b',
  'bill_lines',
);

const CORRECTIONS_MARK = `SELECT count(*) AS rows, max(corrected_at) AS latest FROM row_corrections`;
