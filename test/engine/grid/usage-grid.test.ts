import fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { usageGrid } from '../../../src/main/engine/grid/usage-grids';
import { ITEMS } from '../../../src/shared/catalog/item';
import { USAGE_SORTS } from '../../../src/shared/contract/usage';
import { addDays, day } from '../../../src/shared/period/day';
import { FIXTURES, imported, newWorkspace } from '../workspace';
import { usageByDay, usagePage } from './usage-in-sql';

/** Use that is summed once and cut into pages says exactly what SQLite says by summing it for each question. */
const SAMPLE = join(import.meta.dirname, '../../../resources/sample-month/usage-2023-06.csv');
const JUNE = { from: day('2023-06-01'), to: day('2023-07-01') };
const FILES = [
  SAMPLE,
  join(FIXTURES, 'cn_usage_detail_rav_5min.csv'),
  join(FIXTURES, 'trtc_console_usage_daily.csv'),
];

const some = <T>(values: readonly T[]) =>
  fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined });
const questions = fc.record({
  period: fc.constantFrom(JUNE, { from: day('2023-06-03'), to: day('2023-06-09') }),
  filter: fc.record({
    sdkAppId: some(['1400123456', '1400654321', '1400000000']),
    item: some(ITEMS.slice(0, 8)),
    day: some([0, 1, 4].map((days) => addDays(JUNE.from, days))),
    onlyGaps: fc.boolean(),
  }),
  sort: fc.record({ by: fc.constantFrom(...USAGE_SORTS), descending: fc.boolean() }),
  offset: fc.nat(40),
  limit: fc.integer({ min: 1, max: 100 }),
  by: fc.constantFrom('sdkAppId' as const, 'item' as const),
  series: fc.integer({ min: 1, max: 4 }),
});

describe('the grid of use', () => {
  it('pages, sums and draws as SQLite does by itself', async () => {
    const workspace = newWorkspace();
    for (const file of FILES) await imported(workspace, file);
    const { readable } = workspace;
    const all = usageGrid(workspace, JUNE).page(
      { onlyGaps: false },
      { by: 'day', descending: false },
      { offset: 0, limit: 1000 },
    );
    expect(all.total).toBeGreaterThan(50);
    expect(all.sums.consoleSeconds).not.toBeNull();
    fc.assert(
      fc.property(questions, ({ period, filter, sort, offset, limit, by, series }) => {
        const grid = usageGrid(workspace, period);
        const whole = usagePage(readable, { period, filter, sort, offset: 0, limit: 1000 });
        expect(grid.page(filter, sort, { offset, limit })).toEqual({
          total: whole.total,
          sums: whole.sums,
          rows: whole.rows.slice(offset, offset + limit),
        });
        expect(grid.series(filter, by, series)).toEqual(
          usageByDay(readable, { period, filter, by, series }),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('is summed again once other files count', async () => {
    const workspace = newWorkspace();
    const total = () =>
      usageGrid(workspace, JUNE).page(
        { onlyGaps: false },
        { by: 'day', descending: false },
        { offset: 0, limit: 1 },
      ).total;
    expect(total()).toBe(0);
    await imported(workspace, SAMPLE);
    expect(total()).toBeGreaterThan(0);
    expect(usageGrid(workspace, JUNE)).toBe(usageGrid(workspace, JUNE));
  });
});
