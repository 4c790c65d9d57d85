import type { Input, Output } from '../../../shared/contract/contract';
import type { Grouping } from '../../../shared/contract/groups';
import { CAUSES } from '../../../shared/reconcile/result/discrepancy';
import type { ReadableDb } from '../store/workspace/connection';
import { amountText, appsNamed, type AppNames } from '../store/runs/run-comparisons';
import { AmountSum } from './amount-column';
import type { Marks } from './row-filter';
import type { CodedColumn, RunColumns } from './run-columns';
import type { RunGrid } from './run-grid';

type Question = Input<'groups.comparisons'>;

interface Group {
  readonly key: string | null;
  rows: number;
  readonly expected: AmountSum;
  readonly billed: AmountSum;
  readonly difference: AmountSum;
}

const newGroup = (key: string | null): Group => ({
  key,
  rows: 0,
  expected: new AmountSum(),
  billed: new AmountSum(),
  difference: new AmountSum(),
});

function add(group: Group, columns: RunColumns, position: number): void {
  group.rows += 1;
  columns.expected.addTo(group.expected, position);
  columns.billed.addTo(group.billed, position);
  columns.difference.addTo(group.difference, position);
}

const COLUMN_OF: Readonly<
  Record<Exclude<Grouping, 'cause'>, 'sdkAppId' | 'periodStart' | 'item' | 'status'>
> = { sdkAppId: 'sdkAppId', day: 'periodStart', item: 'item', status: 'status' };

function groupsByValue(columns: RunColumns, column: CodedColumn, marks: Marks): Group[] {
  const groups = column.values.map(newGroup);
  const { codes } = column;
  for (let position = 0; position < marks.length; position += 1) {
    const group = groups[codes[position] ?? 0];
    if (marks[position] === 1 && group) add(group, columns, position);
  }
  return groups;
}

/** A row with several causes counts in each of them. */
function groupsByCause(db: ReadableDb, grid: RunGrid, marks: Marks): Group[] {
  const query = db.prepare<{ positions: string }>(
    'SELECT json_group_array(position) AS positions FROM run_causes WHERE run_id = ? AND cause = ?',
  );
  return CAUSES.map((cause) => {
    const group = newGroup(cause);
    const positions = JSON.parse(query.get(grid.runId, cause)?.positions ?? '[]') as number[];
    for (const position of positions) if (marks[position] === 1) add(group, grid.columns, position);
    return group;
  });
}

type SummedGroup = ReturnType<typeof summed>;

function summed({ key, rows, ...sums }: Group) {
  const difference = sums.difference.total();
  return {
    key,
    rows,
    expected: sums.expected.total(),
    billed: sums.billed.total(),
    difference,
    magnitude: difference < 0n ? -difference : difference,
  };
}

/** As SQLite orders: rows that name none come first, texts by their bytes. */
function compareKeys(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return a < b ? -1 : 1;
}

function compareBy({ by, descending }: Question['sort']) {
  const direction = descending ? -1 : 1;
  return (a: SummedGroup, b: SummedGroup): number => {
    const first =
      by === 'key' ? compareKeys(a.key, b.key) : a[by] < b[by] ? -1 : a[by] > b[by] ? 1 : 0;
    return first === 0 ? compareKeys(a.key, b.key) : direction * first;
  };
}

/** A page of groups with their subtotals. */
export function comparisonGroups(
  db: ReadableDb,
  grid: RunGrid,
  { filter, by, sort, offset, limit }: Question,
  names: AppNames,
): Output<'groups.comparisons'> {
  const { marks } = grid.fitting(filter, appsNamed(names, filter.text ?? ''));
  const groups = (
    by === 'cause'
      ? groupsByCause(db, grid, marks)
      : groupsByValue(grid.columns, grid.columns[COLUMN_OF[by]], marks)
  )
    .filter(({ rows }) => rows > 0)
    .map(summed)
    .sort(compareBy(sort));
  return {
    total: groups.length,
    rows: groups.slice(offset, offset + limit).map((group) => ({
      key: group.key,
      name: by === 'sdkAppId' && group.key !== null ? (names.get(group.key) ?? null) : null,
      rows: group.rows,
      expected: amountText(group.expected),
      billed: amountText(group.billed),
      difference: amountText(group.difference),
    })),
  };
}
