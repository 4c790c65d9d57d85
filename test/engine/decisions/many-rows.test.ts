import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engineClient, RESOURCES, type EngineClient } from '../../support/engine-client';
import { temporaryFolder } from '../workspace';

const DAYS = 25;
const APPS = 400;
const ROWS = DAYS * APPS;
/** Every row of the run differs: one step over all of them is still to feel like one. */
const MOST_SECONDS = 2;
const MONTH = { from: '2023-06-01', to: '2023-07-01' } as never;

/** Usage of many applications on many days, and a bill with one line: all other charges were not billed. */
function files(): string[] {
  const folder = temporaryFolder();
  const sample = (name: string) =>
    readFileSync(join(RESOURCES, 'sample-month', name), 'utf8').split(/\r?\n/);
  const [usageHead = '', like = ''] = sample('usage-2023-06.csv');
  const usage = [usageHead];
  for (let day = 1; day <= DAYS; day += 1)
    for (let app = 0; app < APPS; app += 1)
      usage.push(
        like
          .replaceAll('2023-06-01', `2023-06-${String(day).padStart(2, '0')}`)
          .replace('1400123456', String(1_500_000_000 + app))
          .replace('276,276', `${1000 + day + app},0`),
      );
  const bill = sample('bill-2023-06.csv');
  const line = bill.find((text) => text.includes('实时音视频') && text.includes('按量计费'));
  const paths = [join(folder, 'usage.csv'), join(folder, 'bill.csv')] as const;
  writeFileSync(paths[0], usage.join('\n'));
  writeFileSync(paths[1], [bill[0], line].join('\n'));
  return [...paths];
}

let client: EngineClient;
beforeEach(() => {
  client = engineClient();
});
afterEach(() => client.engine.close());

/** Seconds of processor time, so that other work on the machine does not count. */
async function seconds(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

describe('a decision about 10,000 rows', () => {
  it('is one step that is made, undone and redone within two seconds, and stands in the chain', async () => {
    await client.ask('workspace.create', { path: null });
    await client.importFiles(files());
    await client.ask('account.set', {
      json: JSON.stringify({
        name: 'Many',
        site: 'cn',
        trial: null,
        apps: [],
        registeredOn: '2021-05-01',
        firstAppOn: '2021-05-01',
        payAsYouGo: { enabledOn: '2021-05-01', method: 'first-app' },
      }),
    });
    const run = await client.audit(MONTH);
    const filter = { onlyDiscrepancies: true };
    const decided = async () =>
      (await client.ask('decisions.list', { period: MONTH, offset: 0, limit: 1 })).total;
    const set = await seconds(async () => {
      const { changed } = await client.ask('decisions.set', {
        runId: run.id,
        rows: { filter },
        verdict: 'dispute',
        note: 'asked for, ticket 77',
      });
      expect(changed).toBeGreaterThanOrEqual(ROWS);
    });
    const all = await decided();
    expect(all).toBeGreaterThanOrEqual(ROWS);
    const undo = await seconds(() => client.ask('history.undo', {}));
    expect(await decided()).toBe(0);
    const redo = await seconds(() => client.ask('history.redo', {}));
    expect(await decided()).toBe(all);
    const clear = await seconds(() =>
      client.ask('decisions.clear', { runId: run.id, rows: { filter } }),
    );
    expect(await decided()).toBe(0);
    const check = await client.ask('trail.verify', {});
    expect(check).toMatchObject({ ok: true });
    for (const time of [set, undo, redo, clear]) expect(time).toBeLessThan(MOST_SECONDS);
  }, 120_000);
});
