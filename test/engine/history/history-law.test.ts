import fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OpenWorkspace } from '../../../src/main/engine/store/workspace/workspace-file';
import { verifyTrail } from '../../../src/main/engine/store/history/trail';
import { engineClient, type EngineClient } from '../../support/engine-client';
import { Random } from '../../support/random';
import { HISTORY_ACTS } from '../history-acts';
import { opened, temporaryFolder } from '../workspace';
import { dump, laterThatCount, lastImport } from './workspace-dump';

/** More on demand: RECOUNT_CASES=100. */
const CASES = Number(process.env['RECOUNT_CASES'] ?? 6);

/** A workspace as it was when a step was the last that stood. */
interface Moment {
  readonly step: number;
  readonly content: string;
  readonly lastImport: number;
}

const lastStep = async (client: EngineClient) =>
  (await client.ask('history.list', { offset: 0, limit: 1 })).undo?.id ?? 0;

async function momentOf(client: EngineClient, { readable }: OpenWorkspace): Promise<Moment> {
  const last = lastImport(readable);
  return { step: await lastStep(client), content: dump(readable, last), lastImport: last };
}

function expectMoment({ readable }: OpenWorkspace, moment: Moment, note: string): void {
  // Compared as one text first: a difference of a thousand lines is no message.
  const now = dump(readable, moment.lastImport);
  if (now !== moment.content) expect(now.split('\n'), note).toEqual(moment.content.split('\n'));
  expect(laterThatCount(readable, moment.lastImport), note).toBe(0);
}

describe('undo and redo of whatever a person did', () => {
  it('bring the workspace to what it was, byte for byte, in any order of steps and over a restart', async () => {
    const names = Object.keys(HISTORY_ACTS);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...names, ...names.filter((name) => /^imports/.test(name))), {
          minLength: 6,
          maxLength: 14,
        }),
        fc.array(fc.nat({ max: 20 }), { minLength: 3, maxLength: 6 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        async (acts, places, seed) => {
          const path = join(temporaryFolder(), 'law.recount');
          let client = engineClient();
          const random = new Random(seed);
          await client.ask('workspace.create', { path });
          const beside = opened(path);
          const moments = [await momentOf(client, beside)];
          for (const name of acts) {
            await HISTORY_ACTS[name]?.(client, random);
            const moment = await momentOf(client, beside);
            const known = moments.at(-1);
            // What changed nothing is no step, and what is no step changed nothing.
            if (known?.step === moment.step)
              expect(moment.content === known.content, `${name} without a step`).toBe(true);
            else moments.push(moment);
          }
          for (const place of places) {
            const moment = moments[place % moments.length];
            if (!moment) continue;
            await client.ask('history.goTo', { step: moment.step });
            expectMoment(beside, moment, `step ${moment.step} of ${acts.join(', ')}`);
            if (random.chance(0.3)) {
              await client.engine.close();
              client = engineClient();
              await client.ask('workspace.open', { path });
            }
          }
          for (const moment of moments.toReversed()) {
            await client.ask('history.goTo', { step: moment.step });
            expectMoment(beside, moment, `step ${moment.step} of ${acts.join(', ')}`);
          }
          expect(await client.ask('history.undo', {})).toBeNull();
          expect(verifyTrail(beside.readable)).toMatchObject({ ok: true });
          beside.close();
          expect(client.faults).toEqual([]);
          await client.engine.close();
        },
      ),
      { numRuns: CASES },
    );
  }, 240_000);

  it('is tried with every act there is: each of them makes a step somewhere', async () => {
    const client = engineClient();
    await client.ask('workspace.create', { path: join(temporaryFolder(), 'acts.recount') });
    const random = new Random(1);
    const idle = new Set(Object.keys(HISTORY_ACTS));
    // Some need what others leave behind.
    for (let round = 0; round < 12 && idle.size > 0; round += 1)
      for (const [name, act] of Object.entries(HISTORY_ACTS)) {
        const before = await lastStep(client);
        await act(client, random);
        if ((await lastStep(client)) !== before) idle.delete(name);
      }
    expect([...idle]).toEqual([]);
    await client.engine.close();
  }, 120_000);
});
