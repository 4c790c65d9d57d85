import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../../src/shared/contract/contract';
import { decimal, sum, toText } from '../../../src/shared/money/decimal';
import { engineClient } from '../../support/engine-client';

/** Choosing rows of the sample month's grids by place, as the window does. */
const client = engineClient();
let runId = 0;
let period: Input<'bills.page'>['period'] = null;
beforeAll(async () => {
  const { paths } = await client.ask('workspace.openSample', {});
  await client.resultOf(client.ask('imports.start', { paths }));
  const [month] = await client.ask('audits.months', {});
  period = month?.period ?? null;
  await client.resultOf(client.ask('audits.start', { period }));
  runId = (await client.ask('audits.latest', { period }))?.id ?? 0;
});
afterAll(() => client.engine.close());

const together = (values: readonly string[]) => toText(sum(values.map((value) => decimal(value))));

describe('chosen comparisons', () => {
  const filter = { onlyDiscrepancies: false };
  const sort = { by: 'billedAmount', descending: true } as const;

  it('are those that stand at these places of the grid, summed exactly', async () => {
    const page = await client.ask('audits.comparisons', {
      ...{ runId, filter, sort },
      offset: 0,
      limit: 1000,
    });
    const ranges = [
      { from: 0, to: 1 },
      { from: 3, to: 9 },
    ];
    const rows = [...page.rows.slice(0, 1), ...page.rows.slice(3, 9)];
    expect(await client.ask('selections.comparisons', { runId, filter, sort, ranges })).toEqual({
      rows: 7,
      expected: together(rows.map((row) => row.expectedAmount)),
      billed: together(rows.map((row) => row.billedAmount)),
      difference: together(rows.map((row) => row.difference)),
      ids: rows.map(({ id }) => id),
    });
  });

  it('all of a filter come to what the filter comes to, whatever lies beyond the end', async () => {
    const only = { onlyDiscrepancies: true };
    const page = await client.ask('audits.comparisons', {
      ...{ runId, filter: only, sort },
      offset: 0,
      limit: 1,
    });
    const all = await client.ask('selections.comparisons', {
      ...{ runId, filter: only, sort },
      ranges: [{ from: 0, to: 9_000 }],
    });
    expect(all.rows).toBe(page.total);
    expect(all.difference).toBe(page.difference);
    expect(all.ids).toHaveLength(page.total);
  });

  it('too many to list are only summed', async () => {
    const many = await client.ask('selections.comparisons', {
      ...{ runId, filter, sort },
      ranges: [{ from: 0, to: 1_000_000 }],
    });
    expect(many.ids).toBeNull();
    expect(many.rows).toBeGreaterThan(7);
  });

  it('none come to nothing', async () => {
    const none = await client.ask('selections.comparisons', { runId, filter, sort, ranges: [] });
    expect(none).toEqual({ rows: 0, expected: '0', billed: '0', difference: '0', ids: [] });
  });
});

describe('chosen lines of the bill', () => {
  it('are summed as the page shows them', async () => {
    const question = {
      ...{ runId, period, filter: { onlyFindings: false } },
      sort: { by: 'amount', descending: true } as const,
    };
    const { rows } = await client.ask('bills.page', { ...question, offset: 2, limit: 5 });
    const ranges = [{ from: 2, to: 7 }];
    expect(await client.ask('selections.billLines', { ...question, ranges })).toEqual({
      rows: 5,
      amount: together(rows.map(({ line }) => line.amount)),
      ids: rows.map(({ line }) => line.id),
    });
  });
});
