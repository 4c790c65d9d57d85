import { describe, expect, it } from 'vitest';
import type { ComparisonFilter } from '../../../src/shared/contract/audits';
import { GROUPINGS } from '../../../src/shared/contract/groups';
import { groupsSql } from '../../../src/main/engine/store/comparison-groups';
import { newWorkspace } from '../workspace';

/** Groups of a million rows are cut out of an order that is there: nothing is sorted to find them. */
const FILTERS: readonly Partial<ComparisonFilter>[] = [
  {},
  { status: ['over-billed'], item: ['av.hd', null] },
  { cause: ['old-price'], text: 'hd', sdkAppId: ['1400123456'] },
];
const cases = GROUPINGS.flatMap((by) =>
  FILTERS.flatMap((filter) =>
    [true, false].map((onlyDiscrepancies) => ({ by, filter: { ...filter, onlyDiscrepancies } })),
  ),
);

describe('query plans of groups', () => {
  it.each(cases)('by $by with $filter', ({ by, filter }) => {
    const sort = { by: 'key', descending: false } as const;
    const { text, params } = groupsSql({ runId: 1, filter, by, sort, offset: 0, limit: 9 }, ['1']);
    const plan = newWorkspace()
      .readable.prepare<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`)
      .all(...params)
      .map(({ detail }) => detail);
    expect(plan.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
    const reads = plan.filter((step) => /^(SCAN|SEARCH) (run_|c )/.test(step));
    expect(reads.length).toBeGreaterThan(0);
    for (const read of reads) expect(read).toMatch(/^SEARCH \w+ USING .*\(run_id=\?/);
  });
});
