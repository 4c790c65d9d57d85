import { expect, it } from 'vitest';
import { SIDES_SQL } from '../../../../src/main/engine/store/runs/comparison-sides';
import { newWorkspace } from '../../workspace';

it('the sides of a page are found by its ids, not by reading the run for each of them', () => {
  const { readable } = newWorkspace();
  const plan = readable
    .prepare<{ detail: string }>(`EXPLAIN QUERY PLAN ${SIDES_SQL}`)
    .all('[]', 1)
    .map(({ detail }) => detail);
  expect(plan[0]).toMatch(/^SCAN wanted/);
  expect(plan[1]).toMatch(/run_comparisons_by_id \(run_id=\? AND id=\?\)/);
  expect(plan.some((step) => step.startsWith('SCAN b'))).toBe(false);
});
