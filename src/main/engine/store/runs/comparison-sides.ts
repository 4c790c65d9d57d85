import type { ReadableDb } from '../workspace/connection';

/** How many charges and lines a comparison has, and which. */
export interface MetSidesOfRow {
  readonly charges: number;
  readonly lines: number;
  readonly linesWithoutDays: number;
  readonly billLineIds: readonly number[];
}

interface SidesRow {
  id: string;
  charges: bigint;
  lines: bigint;
  without_days: bigint;
  bill_line_ids: string;
}

/** Driven by the ids asked for (CROSS JOIN keeps the order): a page must not cost more in a longer run. */
export const SIDES_SQL = `
  SELECT c.id, json_array_length(c.charge_positions) AS charges,
    json_array_length(c.bill_line_ids) AS lines, c.bill_line_ids,
    (SELECT count(*) FROM json_each(c.bill_line_ids) j CROSS JOIN bill_lines b ON b.id = j.value
     WHERE b.usage_start IS NULL) AS without_days
  FROM json_each(?) wanted
  CROSS JOIN run_comparisons c INDEXED BY run_comparisons_by_id
    ON c.run_id = ? AND c.id = wanted.value`;

/** The sides of these comparisons of a run, by comparison id. */
export function metSides(
  db: ReadableDb,
  runId: number,
  ids: readonly string[],
): ReadonlyMap<string, MetSidesOfRow> {
  const rows = db.prepare<SidesRow>(SIDES_SQL).all(JSON.stringify(ids), runId);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        charges: Number(row.charges),
        lines: Number(row.lines),
        linesWithoutDays: Number(row.without_days),
        billLineIds: JSON.parse(row.bill_line_ids) as number[],
      },
    ]),
  );
}

/**
 * The id of the comparison of a run that holds a bill line; null where none does. Reads the run's comparisons
 * once through: it is asked for one line that a person opened.
 */
export function comparisonOfLine(db: ReadableDb, runId: number, lineId: number): string | null {
  const row = db
    .prepare<{ id: string }>(
      `SELECT c.id FROM run_comparisons c
       WHERE c.run_id = ? AND instr(c.bill_line_ids, ?) > 0
         AND EXISTS (SELECT 1 FROM json_each(c.bill_line_ids) WHERE value = ?)
       LIMIT 1`,
    )
    .get(runId, String(lineId), lineId);
  return row?.id ?? null;
}
