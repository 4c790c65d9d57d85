import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../../src/shared/contract/contract';
import { GROUPINGS, GROUP_SORTS } from '../../../src/shared/contract/groups';
import { USAGE_SORTS } from '../../../src/shared/contract/usage';
import { decimal, sum, toText } from '../../../src/shared/money/decimal';
import { day } from '../../../src/shared/period/day';
import { engineClient } from '../../support/engine-client';

/** Groups, use and named views of the sample month, as its grids ask for them. */
const client = engineClient();
const period = { from: day('2023-06-01'), to: day('2023-07-01') };
let runId = 0;
beforeAll(async () => {
  const { paths } = await client.ask('workspace.openSample', {});
  await client.resultOf(client.ask('imports.start', { paths }));
  await client.resultOf(client.ask('audits.start', { period }));
  runId = (await client.ask('audits.latest', { period }))?.id ?? 0;
});
afterAll(() => client.engine.close());

const page = { offset: 0, limit: 1000 };
const groups = (of: Partial<Input<'groups.comparisons'>>) =>
  client.ask('groups.comparisons', {
    ...{ runId, ...page, by: 'item', filter: { onlyDiscrepancies: false } },
    sort: { by: 'key', descending: false },
    ...of,
  });
const together = (values: readonly string[]) => toText(sum(values.map((value) => decimal(value))));

describe('groups of comparisons', () => {
  it.each(GROUPINGS.filter((by) => by !== 'cause'))('by %s add up to the whole', async (by) => {
    const run = await client.ask('audits.latest', { period });
    const { rows, total } = await groups({ by });
    expect(total).toBe(rows.length);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(total);
    expect(together(rows.map((row) => row.expected))).toBe(run?.totals.expected);
    expect(together(rows.map((row) => row.difference))).toBe(run?.totals.difference);
    expect(rows.reduce((all, row) => all + row.rows, 0)).toBe(310);
  });

  it.each(GROUPINGS)('by %s lead to exactly their rows', async (by) => {
    const found = await groups({ by, filter: { onlyDiscrepancies: true } });
    expect(found.total).toBeGreaterThan(0);
    const column = by === 'day' ? 'periodStart' : by;
    for (const group of found.rows) {
      const filter = { onlyDiscrepancies: true, [column]: [group.key] };
      const rows = await client.ask('audits.comparisons', {
        ...{ runId, filter, ...page },
        sort: { by: 'magnitude', descending: true },
      });
      expect(rows).toMatchObject({ total: group.rows, difference: group.difference });
    }
  });

  it.each(GROUP_SORTS)('come in the order of %s, both ways, by page', async (by) => {
    const up = await groups({ by: 'day', sort: { by, descending: false } });
    const rest = await groups({ by: 'day', sort: { by, descending: false }, offset: 7, limit: 3 });
    expect(rest).toEqual({ total: up.total, rows: up.rows.slice(7, 10) });
    const values = up.rows.map((row) =>
      by === 'key' ? row.key : by === 'magnitude' ? row.difference.replace('-', '') : row[by],
    );
    const ordered = values.toSorted((a, b) =>
      by === 'key'
        ? String(a).localeCompare(String(b))
        : decimal(String(a)).cmp(decimal(String(b))),
    );
    expect(values).toEqual(ordered);
  });
});

describe('use', () => {
  const usage = (of: Partial<Input<'usage.page'>> = {}) =>
    client.ask('usage.page', {
      ...{ period, ...page, filter: { onlyGaps: false } },
      sort: { by: 'day', descending: false },
      ...of,
    });

  it('is summed over all rows that fit, and the same rows come in every order', async () => {
    const all = await usage();
    const keys = (rows: typeof all.rows) =>
      rows.map((row) => `${row.day}/${row.sdkAppId}/${row.item}`).toSorted();
    expect(all.total).toBe(310);
    expect(all.sums.billingSeconds).toBe(
      all.rows.reduce((seconds, row) => seconds + (row.billingSeconds ?? 0), 0),
    );
    expect(all.sums.consoleSeconds).toBeNull();
    for (const by of USAGE_SORTS)
      expect(keys((await usage({ sort: { by, descending: true } })).rows)).toEqual(keys(all.rows));
  });

  it('is narrowed by application, item and day, and says where two numbers differ', async () => {
    const all = await usage();
    const [one] = all.rows;
    if (!one) throw new Error('the sample month has no use');
    const filter = { sdkAppId: [one.sdkAppId], item: [one.item], day: [one.day], onlyGaps: false };
    expect(await usage({ filter })).toMatchObject({ total: 1, rows: [one], apps: all.apps });
    expect((await usage({ filter: { onlyGaps: true } })).total).toBe(0);
  });

  it('is drawn by day, and what is not drawn by itself is drawn together', async () => {
    const all = await usage();
    for (const series of [1, 12]) {
      const drawn = await client.ask('usage.series', {
        ...{ period, filter: { onlyGaps: false }, by: 'item', series },
      });
      expect(drawn.reduce((seconds, part) => seconds + part.seconds, 0)).toBe(
        all.sums.billingSeconds,
      );
      expect(new Set(drawn.map(({ key }) => key)).size).toBeLessThanOrEqual(series + 1);
    }
  });

  it('leads to the rows of the file', async () => {
    const { rows } = await usage();
    const row = rows.find(({ billingSeconds }) => (billingSeconds ?? 0) > 0);
    if (!row) throw new Error('the sample month has no use');
    const raw = await client.ask('usage.raw', {
      ...{ day: row.day, sdkAppId: row.sdkAppId, item: row.item },
    });
    expect(raw.total).toBe(row.rows);
    expect(raw.rows[0]?.raw).toContain(row.sdkAppId);
  });
});

describe('named views', () => {
  const view = {
    grid: 'differences',
    filter: { onlyDiscrepancies: true, cause: ['old-price'] },
    sort: { by: 'magnitude', descending: true },
    group: null,
    layout: { columns: ['status', 'difference'], widths: { status: 140 } },
  } satisfies Input<'views.save'>['view'];

  it('are kept by grid and name, replaced and removed', async () => {
    await client.ask('views.save', { name: ' Old prices ', view });
    await client.ask('views.save', { name: 'All', view: { ...view, group: 'day' } });
    await client.ask('views.save', { name: 'All', view });
    expect(await client.ask('views.list', { grid: 'differences' })).toEqual([
      { name: 'All', view },
      { name: 'Old prices', view },
    ]);
    expect(await client.ask('views.list', { grid: 'bills' })).toEqual([]);
    await client.ask('views.remove', { grid: 'differences', name: 'All' });
    expect(await client.ask('views.list', { grid: 'differences' })).toHaveLength(1);
  });
});
