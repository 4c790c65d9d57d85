import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '../../../src/shared/contract/jobs';
import { engineClient, type EngineClient } from '../../support/engine-client';
import { opened, temporaryFolder } from '../workspace';
import { dump, lastImport } from './workspace-dump';

/** A day in the tiers of the console, again and again; more rows than are done without being told of. */
const NAMELESS = `日期,语音(分钟),标清(分钟),高清(分钟),全高清(分钟)\n${'2023-06-02,3,5,1,0\n'.repeat(10_500)}`;
const SEGMENTS = [
  'SDKAppID,RoomId,UserId,From,To,Kind,Resolution',
  ...Array.from(
    { length: 10_500 },
    (_, row) =>
      `1400000001,room-${row % 50},user-${row % 2100},2023-06-02 10:00:00,2023-06-02 10:30:00,video,640x480`,
  ),
].join('\n');

const stating = (facts: Readonly<Record<string, unknown>>) => ({
  json: JSON.stringify({ site: 'cn', ...facts }),
});
const APP = { apps: [{ sdkAppId: '1400000001' }] };

let client: EngineClient;
let path: string;
beforeEach(async () => {
  path = join(temporaryFolder(), 'large.recount');
  client = engineClient();
  await client.ask('workspace.create', { path });
  await client.ask('account.set', stating({}));
}, 60_000);
afterEach(() => client.engine.close());

async function imported(text: string): Promise<number> {
  const file = join(temporaryFolder(), 'usage.csv');
  writeFileSync(file, text);
  await client.importFiles([file]);
  return (await client.imports())[0]?.id ?? 0;
}

function content(): string {
  const beside = opened(path);
  const text = dump(beside.readable, lastImport(beside.readable));
  beside.close();
  return text;
}

const told = (phase: string) =>
  client.heard.flatMap(({ event, payload }) =>
    event === 'jobs.progressed' && (payload as Job).phase === phase ? [payload as Job] : [],
  );

/** Calls off every job of `phase` at its first word: it is heard at the first pause, with rows already written. */
const callOff = (phase: string) =>
  client.transport.on('jobs.progressed', ({ jobId, phase: now }) => {
    if (now === phase) void client.ask('jobs.cancel', { jobId });
  });

describe('what is said of very many rows', () => {
  it.each([
    ['rows that name no application', NAMELESS, APP],
    ['received pictures', SEGMENTS, { site: 'intl', firstAppOn: '2022-01-01' }],
  ])(
    'by another account is told while it is done, and called off whole: %s',
    async (_, text, facts) => {
      await imported(text);
      const before = content();
      const stop = callOff('following-account');
      expect((await client.refusal('account.set', stating(facts))).code).toBe('cancelled');
      stop();
      expect(content()).toBe(before);
      expect((await client.ask('history.list', { offset: 0, limit: 1 })).undo?.title).toBe(
        'import',
      );

      await client.ask('account.set', stating(facts));
      expect(told('following-account').at(-1)?.done).toBeGreaterThanOrEqual(10_500);
      expect(content()).not.toBe(before);
      await client.ask('history.undo', {});
      expect(content()).toBe(before);
      expect(client.faults).toEqual([]);
    },
    120_000,
  );

  it('an account that changes nothing of them is taken over at once', async () => {
    await imported(SEGMENTS);
    await client.ask('account.set', stating({ name: 'A' }));
    expect(told('following-account')).toEqual([]);
  }, 120_000);

  it('by whose application they are is told while it is done, and called off whole', async () => {
    const importId = await imported(NAMELESS);
    const before = content();
    const say = { importId, sdkAppId: '1400000002' };
    const stop = callOff('saying-application');
    expect((await client.refusal('imports.sayApplication', say)).code).toBe('cancelled');
    stop();
    expect(content()).toBe(before);

    expect((await client.ask('imports.sayApplication', say)).application).toEqual({
      sdkAppId: '1400000002',
      by: 'said',
    });
    expect(told('saying-application').at(-1)?.done).toBeGreaterThanOrEqual(10_500);
    expect(client.faults).toEqual([]);
  }, 120_000);
});
