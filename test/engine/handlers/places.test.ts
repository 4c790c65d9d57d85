import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMPARISON_SORTS } from '../../../src/shared/contract/audits';
import { BILL_LINE_SORTS } from '../../../src/shared/contract/bills';
import type { Input } from '../../../src/shared/contract/contract';
import { engineClient } from '../../support/engine-client';

/** A row's place is where the page has it, in every order and filter, and only where the filter lets it in. */
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

const PAGE = { offset: 0, limit: 1000 };
const DIRECTIONS = [true, false];

describe('the place of a comparison', () => {
  it.each(COMPARISON_SORTS)('by %s is its place on the pages', async (by) => {
    for (const descending of DIRECTIONS) {
      const question = { runId, filter: { onlyDiscrepancies: true }, sort: { by, descending } };
      const { rows } = await client.ask('audits.comparisons', { ...question, ...PAGE });
      expect(rows.length).toBeGreaterThan(1);
      for (const [place, { id }] of rows.entries())
        expect(await client.ask('places.comparison', { ...question, comparisonId: id })).toEqual({
          place,
        });
    }
  });

  it('is none where the row agrees, does not fit or is not known', async () => {
    const sort = { by: 'magnitude', descending: true } as const;
    const all = { runId, filter: { onlyDiscrepancies: false }, sort };
    const { rows } = await client.ask('audits.comparisons', { ...all, ...PAGE });
    const agreeing = rows.find(({ status }) => status === 'matched')?.id ?? '';
    const place = rows.findIndex(({ id }) => id === agreeing);
    expect(await client.ask('places.comparison', { ...all, comparisonId: agreeing })).toEqual({
      place,
    });
    const only = { ...all, filter: { onlyDiscrepancies: true } };
    for (const comparisonId of [agreeing, 'no such'])
      expect(await client.ask('places.comparison', { ...only, comparisonId })).toEqual({
        place: null,
      });
  });

  it('refuses an unknown run', async () => {
    const question = {
      ...{ runId: runId + 99, comparisonId: '' },
      filter: { onlyDiscrepancies: true },
      sort: { by: 'magnitude', descending: true } as const,
    };
    expect(await client.refusal('places.comparison', question)).toMatchObject({
      code: 'run-missing',
    });
  });
});

describe('the place of a line of the bill', () => {
  // Lines without a day, an application or an item are among them, and stand where SQLite puts them.
  it.each(BILL_LINE_SORTS)('by %s is its place on the pages', async (by) => {
    for (const descending of DIRECTIONS) {
      const question = {
        ...{ runId, period, filter: { onlyFindings: false }, sort: { by, descending } },
      };
      const { rows } = await client.ask('bills.page', { ...question, ...PAGE });
      const some = rows.flatMap(({ line }, place) =>
        place % 17 === 0 || line.item === null || place === rows.length - 1
          ? [{ lineId: line.id, place }]
          : [],
      );
      expect(
        some.some(({ lineId }) => rows.find(({ line }) => line.id === lineId)?.line.item),
      ).toBe(true);
      for (const { lineId, place } of some)
        expect(await client.ask('places.billLine', { ...question, lineId })).toEqual({ place });
    }
  });

  it('is none where it does not fit or is not known', async () => {
    const sort = { by: 'file', descending: false } as const;
    const question = { runId, period, filter: { onlyFindings: false }, sort };
    const { rows } = await client.ask('bills.page', { ...question, ...PAGE });
    const plain = rows.find(({ findings }) => findings.length === 0)?.line.id ?? 0;
    const narrow = { ...question, filter: { onlyFindings: true } };
    expect(await client.ask('places.billLine', { ...narrow, lineId: plain })).toEqual({
      place: null,
    });
    expect(await client.ask('places.billLine', { ...question, lineId: 1 })).toEqual({
      place: null,
    });
    const noRun = { ...question, runId: null, lineId: plain };
    expect((await client.ask('places.billLine', noRun)).place).not.toBeNull();
  });
});
