import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../src/shared/period/day';
import { monthOf } from '../../../src/shared/period/period';
import { batchForecastSchema } from '../../../src/shared/contract/import-changes';
import { engineClient, RESOURCES, type EngineClient } from '../../support/engine-client';
import { fileWith, FIXTURES } from '../workspace';

const SAMPLE = join(RESOURCES, 'sample-month');
const USAGE = join(SAMPLE, 'usage-2023-06.csv');
const BILL = join(SAMPLE, 'bill-2023-06.csv');
const JUNE = monthOf(day('2023-06-01'));

let client: EngineClient;
beforeEach(async () => {
  client = engineClient();
  await client.ask('workspace.create', { path: null });
  const account = readFileSync(join(SAMPLE, 'account.json'), 'utf8');
  await client.ask('account.set', { json: account });
});
afterEach(() => client.engine.close());

async function foretold(...paths: string[]) {
  const result = await client.resultOf(client.ask('imports.forecast', { paths }));
  return batchForecastSchema.parse(result);
}

async function audited(): Promise<Set<string>> {
  const { runId } = (await client.resultOf(client.ask('audits.start', { period: JUNE }))) as {
    runId: number;
  };
  const page = await client.ask('audits.comparisons', {
    runId,
    offset: 0,
    limit: 1000,
    filter: { onlyDiscrepancies: true },
    sort: { by: 'magnitude', descending: true },
  });
  expect(page.rows.length).toBe(page.total);
  return new Set(page.rows.map(({ id }) => id));
}

describe('what would differ once files are imported', () => {
  it('is told of a month that has no audit yet, and is what the audit then finds', async () => {
    const { months, files } = await foretold(USAGE, BILL);
    expect(months).toEqual([{ period: JUNE, left: 7, change: null }]);
    expect(files).toMatchObject([
      { firstDay: '2023-06-01', lastDay: '2023-06-30', apps: 3, rows: 310 },
      { apps: 3, rows: 179 },
    ]);
    await client.importFiles([USAGE, BILL]);
    expect((await audited()).size).toBe(7);
  });

  it('is told by what goes away and what appears, and leaves nothing behind', async () => {
    await client.importFiles([BILL]);
    const before = await audited();
    const { months } = await foretold(USAGE);
    expect(await client.imports()).toHaveLength(1);
    await client.importFiles([USAGE]);
    const after = await audited();
    expect(months).toEqual([
      {
        period: JUNE,
        left: after.size,
        change: {
          removed: [...before].filter((id) => !after.has(id)).length,
          added: [...after].filter((id) => !before.has(id)).length,
        },
      },
    ]);
    expect(months?.[0]?.change?.removed).toBeGreaterThan(100);
    expect(client.faults).toEqual([]);
  });

  it('counts on no audit that something has changed since, and says nothing of files of no day', async () => {
    await client.importFiles([USAGE, BILL]);
    await audited();
    expect((await foretold(USAGE)).months).toEqual([]);
    const more = fileWith(
      '日期,产品名称,SdkAppId,属性,用量单位,标准用量\n2023-06-02,实时音视频,1400123456,高清,分钟,700\n',
    );
    expect((await foretold(more)).months).toMatchObject([{ change: { removed: 0 } }]);
    await client.ask('account.set', { json: JSON.stringify({ site: 'cn', name: 'B' }) });
    expect((await foretold(more)).months).toMatchObject([{ period: JUNE, change: null }]);
    expect((await foretold(join(FIXTURES, 'cn_L3_detail.csv'))).months).toHaveLength(1);
  });
});
