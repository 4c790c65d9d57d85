import type { ComparisonFilter } from '../../../shared/contract/audits';
import { CAUSES } from '../../../shared/reconcile/result/discrepancy';
import type { Param, ReadableDb } from '../store/workspace/connection';
import type { CodedColumn, RunColumns } from './run-columns';

/** One mark for each row of a run: 1 where it is meant. */
export type Marks = Uint8Array;

/** What a filter is applied to. */
export interface FilteredRun {
  readonly db: ReadableDb;
  readonly runId: number;
  readonly columns: RunColumns;
}

/**
 * The rows that fit: what comparison-query.ts says in SQL, condition by condition over the columns, so that no
 * row is looked up for it. `appsNamed`: applications whose name holds the text that is looked for.
 */
export function rowsThatFit(
  run: FilteredRun,
  filter: ComparisonFilter,
  appsNamed: readonly string[],
): Marks {
  const { columns } = run;
  const marks = filter.onlyDiscrepancies
    ? columns.discrepancy.slice()
    : new Uint8Array(columns.rows).fill(1);
  keepValues(marks, columns.status, filter.status);
  keepValues(marks, columns.sdkAppId, filter.sdkAppId);
  keepValues(marks, columns.item, filter.item);
  keepValues(marks, columns.periodStart, filter.periodStart);
  if (filter.cause) keepMarked(marks, withCauses(run, filter.cause));
  if (filter.decision) keepMarked(marks, decided(run, filter.decision));
  const text = filter.text?.trim().toLowerCase() ?? '';
  if (text !== '') keepMarked(marks, withText(run, text, appsNamed));
  return marks;
}

function keepMarked(marks: Marks, wanted: Marks): void {
  for (let position = 0; position < marks.length; position += 1)
    if (wanted[position] === 0) marks[position] = 0;
}

function keepValues(
  marks: Marks,
  column: CodedColumn,
  values: readonly (string | null)[] | undefined,
): void {
  if (!values) return;
  const wanted = codesOf(column, (value) => values.includes(value));
  const { codes } = column;
  for (let position = 0; position < marks.length; position += 1)
    if (wanted[codes[position] ?? 0] === 0) marks[position] = 0;
}

/** One mark for each different value. */
function codesOf({ values }: CodedColumn, fits: (value: string | null) => boolean): Uint8Array {
  return Uint8Array.from(values, (value) => (fits(value) ? 1 : 0));
}

/** Marks the positions that a query answers as one text. */
function mark(marks: Marks, run: FilteredRun, sql: string, ...params: readonly Param[]): void {
  const found = run.db.prepare<{ positions: string }>(sql).get(...params);
  for (const position of JSON.parse(found?.positions ?? '[]') as number[]) marks[position] = 1;
}

function withCauses(run: FilteredRun, causes: readonly string[]): Marks {
  const marks = new Uint8Array(run.columns.rows);
  mark(
    marks,
    run,
    `SELECT json_group_array(position) AS positions FROM run_causes
     WHERE run_id = ? AND cause IN (SELECT value FROM json_each(?))`,
    run.runId,
    JSON.stringify(causes),
  );
  return marks;
}

/** Rows with one of these verdicts; null: those that nobody decided. */
function decided(run: FilteredRun, verdicts: readonly (string | null)[]): Marks {
  const marks = new Uint8Array(run.columns.rows);
  const decisions = `FROM judgements j CROSS JOIN run_comparisons c INDEXED BY run_comparisons_by_id
    ON c.run_id = ? AND c.id = j.key WHERE j.kind = 'decision'`;
  if (verdicts.includes(null)) {
    const any = new Uint8Array(run.columns.rows);
    mark(any, run, `SELECT json_group_array(c.position) AS positions ${decisions}`, run.runId);
    for (let position = 0; position < marks.length; position += 1)
      if (any[position] === 0) marks[position] = 1;
  }
  mark(
    marks,
    run,
    `SELECT json_group_array(c.position) AS positions ${decisions}
       AND json_extract(j.body, '$.verdict') IN (SELECT value FROM json_each(?))`,
    run.runId,
    JSON.stringify(verdicts),
  );
  return marks;
}

/** In the id, the status, the name of a cause or the name of the application. */
function withText(run: FilteredRun, text: string, appsNamed: readonly string[]): Marks {
  const { columns } = run;
  const marks = withCauses(
    run,
    CAUSES.filter((cause) => cause.includes(text)),
  );
  mark(
    marks,
    run,
    `SELECT json_group_array(position) AS positions FROM run_comparisons
     INDEXED BY run_comparisons_by_id WHERE run_id = ? AND instr(lower(id), ?) > 0`,
    run.runId,
    text,
  );
  const statuses = codesOf(columns.status, (status) => status?.includes(text) ?? false);
  const apps = codesOf(columns.sdkAppId, (app) => app !== null && appsNamed.includes(app));
  for (let position = 0; position < marks.length; position += 1)
    if (
      statuses[columns.status.codes[position] ?? 0] === 1 ||
      apps[columns.sdkAppId.codes[position] ?? 0] === 1
    )
      marks[position] = 1;
  return marks;
}
