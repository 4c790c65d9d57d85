import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeUsage } from '../../../scripts/bench-files.mjs';
import { engineClient, type EngineClient } from '../../support/engine-client';
import { opened, temporaryFolder } from '../workspace';
import { dump, lastImport } from './workspace-dump';

const ROWS = 12_000;

let client: EngineClient;
let path: string;
/** Two exports of the same days; the second restates every row of the first, and counts instead of it. */
beforeEach(async () => {
  const folder = temporaryFolder();
  path = join(folder, 'large.recount');
  const [first, second] = [join(folder, 'a.csv'), join(folder, 'b.csv')];
  writeUsage(first, ROWS);
  const [header = '', ...rows] = readFileSync(first, 'utf8').trimEnd().split('\n');
  const restated = rows.map((row) =>
    row.split(',').with(11, '1.2345').with(13, '1.2345').join(','),
  );
  writeFileSync(second, `${[header, ...restated].join('\n')}\n`);
  client = engineClient();
  await client.ask('workspace.create', { path });
  await client.importFiles([first]);
  await client.resultOf(client.ask('imports.start', { paths: [second], replace: true }));
}, 120_000);
afterEach(() => client.engine.close());

function content(): string {
  const beside = opened(path);
  const text = dump(beside.readable, lastImport(beside.readable));
  beside.close();
  return text;
}

const states = async () => (await client.imports()).map(({ id, state }) => `${id} ${state}`).join();

const ofHistory = () =>
  client.heard.flatMap(({ event, payload }) =>
    event === 'jobs.progressed' && (payload as { kind: string }).kind === 'history'
      ? [payload as { jobId: string; phase: string; done: number; total: number }]
      : [],
  );

describe('a step of very many rows', () => {
  it('says how far its undo is, answers others meanwhile, and comes back as it was', async () => {
    const after = content();
    const before = await states();
    const seen: string[] = [];
    const move = { ended: false };
    const undo = client.ask('history.undo', {}).finally(() => (move.ended = true));
    for (;;) {
      const now = await states();
      if (move.ended) break;
      seen.push(now);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await undo)?.state).toBe('undone');
    expect(seen.length).toBeGreaterThan(2);
    // Nobody sees a half of it.
    expect([before, await states()]).toEqual(expect.arrayContaining([...new Set(seen)]));
    const [first, ...later] = ofHistory();
    expect(first).toMatchObject({ phase: 'undoing', done: 0, total: expect.any(Number) as number });
    expect(first?.total).toBeGreaterThanOrEqual(ROWS);
    expect(later.at(-1)?.done).toBeGreaterThan(0);
    expect(content()).not.toBe(after);
    await client.ask('history.redo', {});
    expect(content()).toBe(after);
    expect(client.faults).toEqual([]);
  }, 120_000);

  it('is left as it was where its undo is cancelled', async () => {
    const before = content();
    const stop = client.transport.on('jobs.progressed', ({ jobId, kind, done }) => {
      if (kind === 'history' && done > 0) void client.ask('jobs.cancel', { jobId });
    });
    expect((await client.refusal('history.undo', {})).code).toBe('cancelled');
    stop();
    expect(content()).toBe(before);
    const { undo } = await client.ask('history.list', { offset: 0, limit: 1 });
    expect(undo).toMatchObject({ title: 'import', state: 'done' });
    // Nobody waits for it any more.
    expect((await client.ask('history.undo', {}))?.state).toBe('undone');
    expect(client.faults).toEqual([]);
  }, 120_000);
});
