import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BILL_LINE_SORTS } from '../../../../src/shared/contract/bills';
import { day } from '../../../../src/shared/period/day';
import {
  billLinePageSql,
  billLineTotalSql,
} from '../../../../src/main/engine/store/evidence/bill-line-query';
import type { Param } from '../../../../src/main/engine/store/workspace/connection';
import {
  openWorkspace,
  type OpenWorkspace,
} from '../../../../src/main/engine/store/workspace/workspace-file';

/** A page of a long bill is read along an index, never sorted. */
const folder = mkdtempSync(join(tmpdir(), 'recount-bill-plans-'));
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

const planOf = (sql: string, params: readonly Param[]) =>
  workspace.readable
    .prepare<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...params)
    .map(({ detail }) => detail);

const period = { from: day('2023-06-01'), to: day('2023-07-01') };
const selection = {
  period,
  runId: 1,
  filter: { onlyFindings: true, bucket: 'settlement', text: 'hd' },
} as const;

describe('query plans of the bill', () => {
  it.each(BILL_LINE_SORTS)('a page by %s is not sorted', (by) => {
    for (const descending of [true, false]) {
      const { text, params } = billLinePageSql(selection, { by, descending });
      const plan = planOf(text, [...params, 100, 0]);
      expect(plan.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
      expect(plan.filter((step) => /^SCAN (?!b\b)/.test(step))).toEqual([]);
    }
  });

  it('the days of the period are looked up, not looked for', () => {
    for (const { text, params } of [billLineTotalSql(selection)])
      expect(planOf(text, params)[0]).toMatch(/^SEARCH b USING INDEX bill_lines_by_day \(day>/);
    const { text, params } = billLinePageSql(selection, { by: 'day', descending: false });
    expect(planOf(text, [...params, 1, 0])[0]).toMatch(/^SEARCH b USING INDEX bill_lines_by_day/);
  });
});
