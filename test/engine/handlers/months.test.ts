import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineClient } from '../../support/engine-client';

/** The sample month and the same exports as if of the month after it: two months in one workspace. */
const SAMPLE = join(import.meta.dirname, '../../../resources/sample-month');
const folder = mkdtempSync(join(tmpdir(), 'recount-months-'));
const client = engineClient();

/** Days move by one month; July has a day more than June, so each of them exists. */
function asOfJuly(name: string): string {
  const path = join(folder, name.replace('06', '07'));
  const text = readFileSync(join(SAMPLE, name), 'utf8');
  const moved = text.replaceAll('2023-07-', '2023-08-').replaceAll('2023-06-', '2023-07-');
  writeFileSync(path, moved.replaceAll('202306', '202307'));
  return path;
}

beforeAll(async () => {
  await client.ask('workspace.create', { path: null });
  await client.ask('account.setFromFile', { path: join(SAMPLE, 'account.json') });
  const names = ['usage-2023-06.csv', 'bill-2023-06.csv'];
  await client.importFiles([...names.map((name) => join(SAMPLE, name)), ...names.map(asOfJuly)]);
});
afterAll(async () => {
  await client.engine.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('month by month', () => {
  const periods = async () =>
    (await client.ask('audits.months', {})).map(({ period }) => period).toReversed();

  it('knows nothing of a month that was never audited, and audits none by itself', async () => {
    const asked = await periods();
    expect(asked.map(({ from }) => from)).toEqual(['2023-06-01', '2023-07-01']);
    const trend = await client.ask('months.trend', { periods: asked });
    expect(trend).toEqual(asked.map((period) => ({ period, run: null })));
    for (const period of asked) expect(await client.ask('audits.latest', { period })).toBeNull();
  });

  it('gives what the newest audit of each month says, to the last digit', async () => {
    const asked = await periods();
    for (const period of asked) await client.resultOf(client.ask('audits.start', { period }));
    const trend = await client.ask('months.trend', { periods: asked });
    for (const { period, run } of trend) {
      const latest = await client.ask('audits.latest', { period });
      const { billed, expected, difference, unexplained } = latest?.totals ?? {};
      expect(run).toMatchObject({ runId: latest?.id, billed, expected, difference, unexplained });
      expect(run?.current).toBe(true);
      const { total } = await client.ask('audits.comparisons', {
        runId: latest?.id ?? 0,
        offset: 0,
        limit: 1,
        filter: { onlyDiscrepancies: true },
        sort: { by: 'magnitude', descending: true },
      });
      expect(run?.differing).toBe(total);
    }
  });

  it('sums the metered minutes of each month as its charges do', async () => {
    const trend = await client.ask('months.trend', { periods: await periods() });
    const runIds = trend.map(({ run }) => run?.runId ?? 0);
    const use = await client.ask('months.use', { runIds });
    for (const runId of runIds) {
      const { rows } = await client.ask('audits.charges', { runId, offset: 0, limit: 1000 });
      const sums = new Map<string, number>();
      for (const { item, meteredMinutes } of rows)
        sums.set(item, (sums.get(item) ?? 0) + meteredMinutes);
      const own = use.filter((row) => row.runId === runId);
      expect(new Map(own.map(({ item, minutes }) => [item, minutes]))).toEqual(sums);
    }
  });

  it('says when a month no longer stands, and refuses a run that is not there', async () => {
    const account = JSON.parse(readFileSync(join(SAMPLE, 'account.json'), 'utf8')) as object;
    await client.ask('account.set', { json: JSON.stringify({ ...account, contract: [] }) });
    const trend = await client.ask('months.trend', { periods: await periods() });
    expect(trend.map(({ run }) => run?.current)).toEqual([false, false]);
    await expect(client.ask('months.use', { runIds: [999_999] })).rejects.toThrow('run-missing');
  });
});
