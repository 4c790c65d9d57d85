import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparisonGroups } from '../../../src/main/engine/grid/grid-groups';
import { gridPage } from '../../../src/main/engine/grid/grid-page';
import { placeOfComparison } from '../../../src/main/engine/grid/grid-place';
import { selectedComparisons } from '../../../src/main/engine/grid/grid-selection';
import { readRunColumns } from '../../../src/main/engine/grid/run-columns';
import { RunGrid } from '../../../src/main/engine/grid/run-grid';
import type { WritableDb } from '../../../src/main/engine/store/workspace/connection';
import {
  comparisonPage,
  comparisonPieces,
} from '../../../src/main/engine/store/runs/run-comparisons';
import { COMPARISON_SORTS, type ComparisonFilter } from '../../../src/shared/contract/audits';
import { GROUPINGS, GROUP_SORTS } from '../../../src/shared/contract/groups';
import { day } from '../../../src/shared/period/day';
import { newWorkspace } from '../workspace';
import { groupsInSql } from './groups-in-sql';

/** The grid over columns in memory says exactly what SQLite says by itself, row by row and sum by sum. */
const RUN = 1;
const NAMES = new Map([['1400000001', 'Classroom']]);
const APPS = ['1400000001', '1400000002', null];
const ITEMS = [
  ['av.audio', 0],
  ['av.hd', 2],
  ['av.4k', 5],
  [null, 99],
] as const;
const STATUSES = [
  ['over-billed', 2],
  ['under-billed', 3],
  ['matched', 0],
] as const;
const DAYS = ['2023-06-01', '2023-06-02', '2023-06-03'].map(day);
const CAUSES = ['old-price', 'usage-missing'] as const;
const VERDICTS = ['accept', 'dispute'] as const;

const rowArbitrary = fc.record({
  app: fc.constantFrom(...APPS),
  item: fc.constantFrom(...ITEMS),
  status: fc.constantFrom(...STATUSES),
  day: fc.constantFrom(...DAYS),
  // Few different amounts, so that orders have ties; and the greatest there are.
  expected: fc.oneof(fc.bigInt(-2n, 2n), fc.bigInt(-(2n ** 56n), 2n ** 56n)),
  difference: fc.oneof(fc.bigInt(-2n, 2n), fc.bigInt(-(2n ** 55n), 2n ** 55n)),
  causes: fc.subarray([...CAUSES]),
  verdict: fc.option(fc.constantFrom(...VERDICTS)),
});
type Row = typeof rowArbitrary extends fc.Arbitrary<infer One> ? One : never;

const some = <T>(values: readonly T[]) =>
  fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined });
const filterArbitrary: fc.Arbitrary<ComparisonFilter> = fc.record({
  onlyDiscrepancies: fc.boolean(),
  status: some(STATUSES.map(([status]) => status)),
  cause: some(CAUSES),
  sdkAppId: some(APPS),
  item: some(ITEMS.map(([item]) => item)),
  periodStart: some(DAYS),
  decision: some([...VERDICTS, null]),
  text: fc.constantFrom(undefined, 'HD', 'over', 'price', 'classroom', '06-02/14', 'nothing such'),
});
const sortOf = <By extends string>(by: readonly By[]) =>
  fc.record({ by: fc.constantFrom(...by), descending: fc.boolean() });

function store(db: WritableDb, rows: readonly Row[]): void {
  db.exec(`DELETE FROM judgements; DELETE FROM runs;
    INSERT INTO runs VALUES (${RUN}, '', '', '', '', '{}', 0, '', 'CNY', NULL, NULL, '0', '0', '0', '0', '0', '0',
      '{}', '[]', '[]')`);
  const insert = db.prepare(
    `INSERT INTO run_comparisons VALUES (${Array.from({ length: 24 }, () => '?').join(', ')})`,
  );
  const cause = db.prepare('INSERT INTO run_causes VALUES (?, ?, ?)');
  const judge = db.prepare(`INSERT INTO judgements (kind, key, body) VALUES ('decision', ?, ?)`);
  rows.forEach((row, position) => {
    const { difference, expected } = row;
    const id = `${row.day}/${row.app ?? '-'}/${row.item[0] ?? '-'}#${position}`;
    const magnitude = difference < 0n ? -difference : difference;
    const [status, statusOrder] = row.status;
    insert.run(
      ...[RUN, position, id, status, statusOrder, difference === 0n ? 0 : 1, row.day, row.day],
      ...[row.app, row.item[0], row.item[1], null, null, null, null],
      ...[expected, expected + difference, difference, magnitude],
      ...['0', '0', '[]', '[]', '[]'],
    );
    for (const one of row.causes) cause.run(RUN, one, position);
    if (row.verdict !== null) judge.run(id, JSON.stringify({ verdict: row.verdict }));
  });
}

describe('the grid of a run', () => {
  it('pages, sums, groups and selects as SQLite does by itself', async () => {
    const { writable, readable } = newWorkspace();
    await fc.assert(
      fc.asyncProperty(
        fc.array(rowArbitrary, { maxLength: 40 }),
        fc.array(
          fc.record({
            filter: filterArbitrary,
            sort: sortOf(COMPARISON_SORTS),
            by: fc.constantFrom(...GROUPINGS),
            groupSort: sortOf(GROUP_SORTS),
            offset: fc.nat(12),
            limit: fc.integer({ min: 1, max: 12 }),
          }),
          { minLength: 4, maxLength: 8 },
        ),
        async (rows, questions) => {
          store(writable, rows);
          const columns = await readRunColumns(readable, RUN, () => Promise.resolve());
          const grid = new RunGrid(readable, RUN, columns);
          for (const { filter, sort, by, groupSort, offset, limit } of questions) {
            const page = { filter, sort, offset, limit };
            const expected = comparisonPage(readable, RUN, page, NAMES);
            expect(gridPage(readable, grid, page, NAMES)).toEqual(expected);

            const groups = { runId: RUN, filter, by, sort: groupSort, offset, limit };
            const all = groupsInSql(readable, { ...groups, offset: 0, limit: 1000 }, NAMES);
            expect(comparisonGroups(readable, grid, groups, NAMES)).toEqual({
              total: all.total,
              rows: all.rows.slice(offset, offset + limit),
            });

            const ranges = [{ from: offset, to: offset + limit }];
            const chosen = selectedComparisons(
              readable,
              grid,
              { runId: RUN, filter, sort, ranges },
              NAMES,
            );
            expect(chosen.ids).toEqual(expected.rows.map(({ id }) => id));
            expect(chosen.rows).toBe(expected.rows.length);

            const among = { filter, sort, offset: 0, limit: 99 };
            const fitting = comparisonPage(readable, RUN, among, NAMES).rows.map(({ id }) => id);
            for (const { id } of readable
              .prepare<{ id: string }>('SELECT id FROM run_comparisons')
              .all()) {
              const asked = { runId: RUN, comparisonId: id, filter, sort };
              const place = fitting.indexOf(id);
              expect(placeOfComparison(readable, grid, asked, NAMES)).toBe(
                place < 0 ? null : place,
              );
            }

            const inOrder = { by: 'periodStart', descending: false } as const;
            expect([...comparisonPieces(readable, RUN, filter, NAMES)].flat()).toEqual(
              comparisonPage(readable, RUN, { filter, sort: inOrder, offset: 0, limit: 99 }, NAMES)
                .rows,
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('hears of decisions that were made after it was read', async () => {
    const { writable, readable } = newWorkspace();
    const row = { app: '1', item: ITEMS[0], status: STATUSES[0], day: day('2023-06-01') };
    const amounts = { expected: 1n, difference: 1n, causes: [], verdict: null };
    store(writable, [{ ...row, ...amounts, app: '1400000001' }]);
    const columns = await readRunColumns(readable, RUN, () => Promise.resolve());
    const grid = new RunGrid(readable, RUN, columns);
    const filter: ComparisonFilter = { onlyDiscrepancies: false, decision: ['accept'] };
    expect(grid.fitting(filter, []).rows).toBe(0);
    writable.exec(
      `INSERT INTO judgements (kind, key, body)
       SELECT 'decision', id, '{"verdict":"accept"}' FROM run_comparisons`,
    );
    expect(grid.fitting(filter, []).rows).toBe(1);
  });

  it('refuses a run whose rows went while they were read', async () => {
    const { writable, readable } = newWorkspace();
    const row = { app: '1400000001', item: ITEMS[0], status: STATUSES[0], day: day('2023-06-01') };
    store(writable, [{ ...row, expected: 1n, difference: 1n, causes: [], verdict: null }]);
    await expect(
      readRunColumns(readable, RUN, () => {
        writable.exec('DELETE FROM run_comparisons');
        return Promise.resolve();
      }),
    ).rejects.toMatchObject({ error: { code: 'run-missing' } });
  });
});
