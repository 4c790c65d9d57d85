import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '../../../src/shared/contract/jobs';
import { writeUsage } from '../../../scripts/bench-files.mjs';
import { engineClient, type EngineClient } from '../../support/engine-client';
import { temporaryFolder } from '../workspace';

const ROWS = 12_000;

let client: EngineClient;
let second: string;
/** One export is there; the second restates every row of it. */
beforeEach(async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'large.recount');
  const first = join(folder, 'a.csv');
  second = join(folder, 'b.csv');
  writeUsage(first, ROWS);
  const [header = '', ...rows] = readFileSync(first, 'utf8').trimEnd().split('\n');
  const restated = rows.map((row) =>
    row.split(',').with(11, '1.2345').with(13, '1.2345').join(','),
  );
  writeFileSync(second, `${[header, ...restated].join('\n')}\n`);
  client = engineClient();
  await client.ask('workspace.create', { path });
  await client.importFiles([first]);
}, 120_000);
afterEach(() => client.engine.close());

const states = async () =>
  (await client.imports()).map(({ id, state, accepted }) => `${id} ${state} ${accepted}`).join();
const replaceByIt = () => client.ask('imports.start', { paths: [second], replace: true });
const settled = () =>
  client.heard.flatMap(({ event, payload }) =>
    event === 'jobs.progressed' && (payload as Job).phase === 'settling' ? [payload as Job] : [],
  );

describe('an import that restates very many rows', () => {
  it('says that it is compared with the others, and answers others meanwhile with what was', async () => {
    const before = await states();
    const seen: string[] = [before];
    const work = { ended: false };
    const end = client.resultOf(replaceByIt()).finally(() => (work.ended = true));
    for (;;) {
      seen.push(await states());
      if (work.ended) break;
      await new Promise((resolve) => setImmediate(resolve));
    }
    await end;
    const after = await states();
    // Nobody sees a half of it.
    expect([...new Set([...seen, after])]).toEqual([before, after]);
    expect(seen.filter((one) => one === before).length).toBeGreaterThan(2);
    expect(after).toContain('1 live 0');
    expect(settled().at(-1)).toMatchObject({ subject: 'b.csv', total: null });
    expect(settled().at(-1)?.done).toBeGreaterThanOrEqual(ROWS);
    expect(client.faults).toEqual([]);
  }, 120_000);

  it('is taken back and comes again as it was', async () => {
    await client.resultOf(replaceByIt());
    const [newest] = (await client.imports()).toSorted((a, b) => b.id - a.id);
    const importId = newest?.id ?? 0;
    const after = await states();
    await client.ask('imports.undo', { importId });
    expect(await states()).toContain(`1 live ${ROWS}`);
    await client.ask('imports.redo', { importId });
    expect(await states()).toBe(after);
    await client.ask('imports.keepBoth', { importId });
    expect(await states()).toContain(`1 live ${ROWS}`);
    await client.ask('imports.replace', { importId });
    expect(await states()).toBe(after);
    // Each of them was seen, and could have been called off.
    const told = client.heard.flatMap(({ event, payload }) =>
      event === 'jobs.progressed' && (payload as Job).kind === 'history' ? [payload as Job] : [],
    );
    expect([...new Set(told.map(({ jobId }) => jobId))]).toHaveLength(4);
    expect([...new Set(told.map(({ phase }) => phase))]).toEqual([
      'taking-back',
      'bringing-back',
      'settling',
    ]);
    expect(told.at(-1)?.done).toBeGreaterThanOrEqual(ROWS);
    expect(client.faults).toEqual([]);
  }, 120_000);
});
