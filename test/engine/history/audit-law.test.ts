import fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { engineClient, type EngineClient } from '../../support/engine-client';
import { Random } from '../../support/random';
import { saidOfRun } from '../audit/said-of-run';
import { HISTORY_ACTS } from '../history-acts';
import { temporaryFolder } from '../workspace';

/** More on demand: RECOUNT_CASES=100. */
const CASES = Number(process.env['RECOUNT_CASES'] ?? 3);

/** Acts that surely change the audit, whatever comes by chance. */
const SURE = [
  ['agrees prices', 'imports usage with other numbers', 'decides'],
  [1, 2, 3],
  7,
] as const;

/** What an audit says while a step is the last that stands. */
interface Moment {
  readonly step: number;
  readonly said: string;
}

/** The audit comes first: a rule that decides by itself makes a step in it. */
async function momentOf(client: EngineClient): Promise<Moment> {
  const said = JSON.stringify(await saidOfRun(client), null, 1);
  const { undo } = await client.ask('history.list', { offset: 0, limit: 1 });
  return { step: undo?.id ?? 0, said };
}

function expectSaid(found: Moment, { step, said }: Moment, note: string): void {
  expect(found.step, note).toBe(step);
  // Compared as one text first: a difference in a thousand rows is no message.
  if (found.said !== said) expect(found.said.split('\n'), note).toEqual(said.split('\n'));
}

/** The sample month in a file, so that there is always something to audit and to find. */
async function sampleAt(path: string): Promise<EngineClient> {
  const client = engineClient();
  const { paths } = await client.ask('workspace.openSample', {});
  await client.importFiles(paths);
  await client.ask('workspace.saveCopy', { path });
  return client;
}

describe('an audit after undo and redo', () => {
  it(
    'says what it said before the steps that were undone, and after them when they are redone',
    async () => {
      let moved = 0;
      let different = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.constantFrom(...Object.keys(HISTORY_ACTS)), { minLength: 4, maxLength: 9 }),
          fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 2, maxLength: 4 }),
          fc.integer({ min: 1, max: 1_000_000 }),
          async (acts, counts, seed) => {
            const path = join(temporaryFolder(), 'law.recount');
            let client = await sampleAt(path);
            const random = new Random(seed);
            const moments = [await momentOf(client)];
            for (const name of acts) {
              await HISTORY_ACTS[name]?.(client, random);
              const moment = await momentOf(client);
              if (moments.at(-1)?.step !== moment.step) moments.push(moment);
            }
            const last = moments.length - 1;
            const end = moments[last];
            if (!end) throw new Error('there is no beginning');
            for (const count of counts) {
              const k = Math.min(count, last);
              const before = moments[last - k];
              if (!before) throw new Error(`there is no moment ${k} steps ago`);
              const note = `${k} undone of ${acts.join(', ')}`;
              // One act may have been two steps, where a rule decided in the audit after it.
              for (;;) {
                const { undo } = await client.ask('history.list', { offset: 0, limit: 1 });
                if ((undo?.id ?? 0) <= before.step) break;
                await client.ask('history.undo', {});
                moved += 1;
              }
              if (before.said !== end.said) different += 1;
              if (random.chance(0.4)) {
                // Nothing that the engine still knows of the later audit can help it.
                await client.engine.close();
                client = engineClient();
                await client.ask('workspace.open', { path });
              }
              expectSaid(await momentOf(client), before, note);
              while (await client.ask('history.redo', {}));
              expectSaid(await momentOf(client), end, `redone: ${note}`);
            }
            expect(client.faults).toEqual([]);
            await client.engine.close();
          },
        ),
        { numRuns: CASES + 1, examples: [[[...SURE[0]], [...SURE[1]], SURE[2]]] },
      );
      // Whoever moves nothing, or changes nothing that matters, proves nothing.
      expect(moved).toBeGreaterThan(0);
      expect(different).toBeGreaterThan(0);
    },
    180_000 + CASES * 30_000,
  );
});
