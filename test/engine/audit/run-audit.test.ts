import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Period } from '../../../src/shared/period/period';
import { day } from '../../../src/shared/period/day';
import { decimal, sum, toText } from '../../../src/shared/money/decimal';
import { COMPARISON_SORTS } from '../../../src/shared/contract/audits';
import { engineClient } from '../../support/engine-client';
import { FIXTURES, fileWith } from '../workspace';

const SAMPLE_FILES = join(import.meta.dirname, '../../scenarios/sample-files');
const JUNE: Period = { from: day('2023-06-01'), to: day('2023-07-01') };
const EVERYTHING = { offset: 0, limit: 1000 };

async function sampleMonth() {
  const client = engineClient();
  const { paths } = await client.ask('workspace.openSample', {});
  await client.importFiles(paths);
  return client;
}

describe('an audit run', () => {
  it('needs something to audit', async () => {
    const { engine, ask, endOf } = engineClient();
    await ask('workspace.create', { path: null });
    expect(await endOf(ask('audits.start', { period: null }))).toMatchObject({
      event: 'jobs.failed',
      payload: { error: { code: 'no-usage' } },
    });
    expect(await ask('audits.latest', { period: null })).toBeNull();
    await engine.close();
  });

  it('says what became of the rows where none of them counts', async () => {
    const { engine, ask, endOf, importFiles } = engineClient();
    await ask('workspace.create', { path: null });
    await importFiles([
      fileWith(
        '日期,产品名称,SdkAppId,属性,用量单位,标准用量\n2023-06-01,实时音视频,1400000001,高清,分钟,x\n',
      ),
      join(FIXTURES, 'cn_transactions.csv'),
    ]);
    expect(await endOf(ask('audits.start', { period: null }))).toMatchObject({
      event: 'jobs.failed',
      payload: {
        error: {
          code: 'no-row-counts',
          params: { files: 2, rows: 9, quarantined: 1, ignored: 0, waiting: 0, checks: 8 },
        },
      },
    });
    await engine.close();
  });

  it('refuses a period of which nothing was imported, and says what there is', async () => {
    const { engine, ask, endOf } = await sampleMonth();
    const period: Period = { from: day('2023-07-01'), to: day('2023-08-01') };
    expect(await endOf(ask('audits.start', { period }))).toMatchObject({
      event: 'jobs.failed',
      payload: {
        error: {
          code: 'period-empty',
          params: { from: '2023-07-01', lastDay: '2023-07-31', lastCovered: '2023-06-30' },
        },
      },
    });
    await engine.close();
  });

  it('says that the account was assumed where none was stated', async () => {
    const { engine, ask, importFiles, audit } = engineClient();
    await ask('workspace.create', { path: null });
    await importFiles([join(SAMPLE_FILES, 'usage.csv')]);
    const run = await audit();
    expect(run.issues).toContainEqual(
      expect.objectContaining({ code: 'account-unstated', params: { site: 'cn' } }),
    );
    await engine.close();
  });

  it('replaces an earlier one that stood on the same facts, and only that', async () => {
    const { engine, ask, audit } = await sampleMonth();
    const first = await audit(JUNE);
    const whole = await audit();
    const again = await audit(JUNE);
    expect(again.id).not.toBe(first.id);
    expect({ ...again, id: first.id, createdAt: first.createdAt }).toEqual(first);
    const page = { ...EVERYTHING, runId: first.id };
    await expect(ask('audits.charges', page)).rejects.toThrow('run-missing');
    expect((await ask('audits.charges', { ...EVERYTHING, runId: whole.id })).total).toBe(310);
    await engine.close();
  });

  it('that is cancelled leaves nothing behind', async () => {
    const { engine, transport, ask, endOf } = await sampleMonth();
    const stop = transport.on('jobs.progressed', ({ jobId, kind }) => {
      if (kind === 'audit') void ask('jobs.cancel', { jobId });
    });
    expect(await endOf(ask('audits.start', { period: null }))).toMatchObject({
      event: 'jobs.cancelled',
    });
    stop();
    expect(await ask('audits.latest', { period: null })).toBeNull();
    await engine.close();
  });

  it('offers its comparisons in every order, whole, and sums what a filter leaves', async () => {
    const { engine, ask, audit } = await sampleMonth();
    const { id: runId, totals } = await audit(JUNE);
    const all = { onlyDiscrepancies: false };
    const natural = await ask('audits.comparisons', {
      runId,
      ...EVERYTHING,
      filter: all,
      sort: { by: 'periodStart', descending: false },
    });
    const ids = natural.rows.map(({ id }) => id).toSorted();
    expect(toText(sum(natural.rows.map((row) => decimal(row.difference))))).toBe(totals.difference);
    for (const by of COMPARISON_SORTS)
      for (const descending of [true, false]) {
        const { rows } = await ask('audits.comparisons', {
          runId,
          ...EVERYTHING,
          filter: all,
          sort: { by, descending },
        });
        expect(rows.map(({ id }) => id).toSorted()).toEqual(ids);
        if (by !== 'difference') continue;
        const values = rows.map((row) => Number(row.difference));
        expect(values).toEqual(values.toSorted((a, b) => (descending ? b - a : a - b)));
      }
    const sort = { by: 'magnitude', descending: true } as const;
    const filtered = await ask('audits.comparisons', {
      runId,
      ...EVERYTHING,
      filter: { onlyDiscrepancies: true, cause: ['old-price', 'discount-missing'] },
      sort,
    });
    expect(filtered).toMatchObject({ total: 2, difference: '16.4584' });
    const named = await ask('audits.comparisons', {
      runId,
      ...EVERYTHING,
      filter: { onlyDiscrepancies: true, text: '课堂' },
      sort,
    });
    expect(named.rows.length).toBeGreaterThan(0);
    expect(named.rows.map(({ appName }) => appName)).toEqual(named.rows.map(() => '课堂'));
    await engine.close();
  });

  it('explains a difference down to the rows of both files', async () => {
    const { engine, ask, audit } = await sampleMonth();
    const { id: runId } = await audit(JUNE);
    const explained = await ask('audits.explain', {
      runId,
      comparisonId: '2023-06-03/1400123456/av.hd',
    });
    expect(explained).toMatchObject({
      comparison: { causes: [{ cause: 'trial-not-applied', amount: '15.0444' }] },
      drawdowns: [{ day: '2023-06-03', source: 'trial', rawMinutes: 597 }],
      billLines: [{ amount: '15.0444' }],
      usageRowsTotal: 1,
      usageRows: [{ origin: { file: 'usage-2023-06.csv' } }],
      billRows: [{ origin: { file: 'bill-2023-06.csv' } }],
    });
    expect(explained.usageRows[0]?.raw).toContain(',1400123456,高清,分钟,597,');
    expect(explained.billRows[0]?.cells).toContain('15.04440000');
    expect(explained.expected.at(-1)?.value).toBe('0');
    expect(explained.billed.at(-1)?.value).toBe('15.0444');
    await engine.close();
  });
});
