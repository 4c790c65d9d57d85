import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMPARISON_SORTS, type ComparisonFilter } from '../../../src/shared/contract/audits';
import { pageSql, totalSql } from '../../../src/main/engine/store/runs/comparison-query';
import { CHARGE_ON_SQL } from '../../../src/main/engine/store/runs/charge-on';
import type { Param } from '../../../src/main/engine/store/workspace/connection';
import {
  KIND_SQL,
  LAST_PIECE_SQL,
  PIECE_AT_SQL,
} from '../../../src/main/engine/store/runs/charge-pieces';
import { DRAWN_DAYS_SQL, DRAWS_OF_DAY_SQL } from '../../../src/main/engine/store/runs/run-charges';
import { day } from '../../../src/shared/period/day';
import {
  openWorkspace,
  type OpenWorkspace,
} from '../../../src/main/engine/store/workspace/workspace-file';

/** The first page of 400,000 rows is read along an index, and nothing is ever looked for in another run. */
const folder = mkdtempSync(join(tmpdir(), 'recount-plans-'));
let workspace: OpenWorkspace;

beforeAll(() => {
  const opened = openWorkspace(join(folder, 'plans.recount'), 'create');
  if (!opened.ok) throw new Error(opened.error.code);
  workspace = opened.value;
});
afterAll(() => {
  workspace.close();
  rmSync(folder, { recursive: true });
});

function planOf(sql: string, params: readonly Param[]): string[] {
  return workspace.readable
    .prepare<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...params)
    .map(({ detail }) => detail);
}

const FILTERS: readonly Partial<ComparisonFilter>[] = [
  {},
  { status: ['over-billed', 'not-billed'] },
  { cause: ['old-price'] },
  { sdkAppId: ['1400123456', null], item: ['av.hd'], periodStart: [day('2023-06-01')] },
  { text: 'hd', cause: ['old-price'], status: ['over-billed'], sdkAppId: ['1400123456'] },
];
const cases = COMPARISON_SORTS.flatMap((by) =>
  [true, false].flatMap((descending) =>
    [true, false].flatMap((onlyDiscrepancies) =>
      FILTERS.map((filter) => ({
        sort: { by, descending },
        filter: { ...filter, onlyDiscrepancies },
      })),
    ),
  ),
);

/** Steps that read a run must be held to it. */
function expectOfOneRun(plan: readonly string[]): void {
  const reads = plan.filter((step) => /^(SCAN|SEARCH) run_/.test(step));
  expect(reads.length).toBeGreaterThan(0);
  for (const read of reads) expect(read).toMatch(/^SEARCH run_\w+ USING .*\(run_id=\?/);
}

/** Neither does anything sort. */
function expectBounded(plan: readonly string[]): void {
  expectOfOneRun(plan);
  expect(plan.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
}

describe('query plans', () => {
  it.each(cases)('a page by $sort with $filter', ({ sort, filter }) => {
    const { text, params } = pageSql(1, filter, sort, ['1400123456']);
    expectOfOneRun(planOf(text, [...params, 100, 0]));
  });

  it.each(cases.filter(({ sort }) => sort.by === 'difference' && sort.descending))(
    'the sum over $filter',
    ({ filter }) => {
      const { text, params } = totalSql(1, filter, []);
      expectBounded(planOf(text, params));
    },
  );

  it.each(['periodStart', 'magnitude'] as const)(
    'discrepancies by %s without other filters are found in the index alone, however deep they lie',
    (by) => {
      const sort = { by, descending: true };
      const { text, params } = pageSql(1, { onlyDiscrepancies: true }, sort, [], 'position');
      const plan = planOf(text, [...params, 100, 500_000]);
      expectBounded(plan);
      expect(plan.join()).toContain('COVERING INDEX');
    },
  );

  it('all comparisons as computed are read along the table', () => {
    const sort = { by: 'periodStart', descending: false } as const;
    const { text, params } = pageSql(1, { onlyDiscrepancies: false }, sort, [], 'position');
    expectBounded(planOf(text, [...params, 100, 500_000]));
  });

  it('the sum over the discrepancies reads the index alone', () => {
    const { text, params } = totalSql(1, { onlyDiscrepancies: true }, []);
    expect(planOf(text, params).join()).toContain('COVERING INDEX');
  });

  it.each([
    [CHARGE_ON_SQL, 6],
    [PIECE_AT_SQL, 2],
    [LAST_PIECE_SQL, 1],
    [KIND_SQL, 2],
    ['SELECT * FROM run_drawdowns WHERE run_id = ? AND position >= ? ORDER BY position LIMIT ?', 3],
    ['SELECT max(position) AS last FROM run_drawdowns WHERE run_id = ?', 1],
    [
      `SELECT * FROM run_drawdowns WHERE run_id = ? AND sdk_app_id = ? AND item = ? AND day >= ?
       AND day < ? ORDER BY day, position`,
      5,
    ],
    ['SELECT * FROM run_comparisons WHERE run_id = ? AND id = ?', 2],
    [DRAWN_DAYS_SQL, 2],
    [DRAWS_OF_DAY_SQL, 5],
  ])('%s', (sql, count) => {
    expectBounded(planOf(sql, Array<Param>(count).fill(1)));
  });
});
