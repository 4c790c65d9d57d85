import { mkdtempSync, readFileSync, readdirSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { engineClient } from '../support/engine-client';

/**
 * Whole stories in the product's own formats. Each folder holds account.json, usage.csv, bill.csv, perhaps
 * other exports (which come after the bill, by name), and
 * expected.json: the JSON of `recount audit --json`, restricted to what the story is about. Objects need to
 * have the keys named there; lists need to have exactly the entries named there, in that order.
 * `story` says in one sentence where the numbers come from.
 */
const FOLDER = import.meta.dirname;
const stories = readdirSync(FOLDER).filter((name) =>
  existsSync(join(FOLDER, name, 'expected.json')),
);
const expectedSchema = z.looseObject({ story: z.string() });

async function auditOf(folder: string): Promise<unknown> {
  const client = engineClient();
  const reports = mkdtempSync(join(tmpdir(), 'recount-scenario-'));
  try {
    await client.ask('workspace.create', { path: null });
    await client.ask('account.setFromFile', { path: join(folder, 'account.json') });
    const others = readdirSync(folder).filter(
      (name) => /\.(?:csv|xlsx)$/.test(name) && !['usage.csv', 'bill.csv'].includes(name),
    );
    const names = ['usage.csv', 'bill.csv', ...others.sort()];
    const outcomes = await client.importFiles(names.map((name) => join(folder, name)));
    expect(outcomes).toMatchObject(names.map(() => ({ outcome: 'imported' })));
    const run = await client.audit();
    const { files } = z
      .object({ files: z.tuple([z.string()]) })
      .parse(
        await client.resultOf(
          client.ask('reports.write', {
            runId: run.id,
            folder: reports,
            formats: ['json'],
            language: 'en',
          }),
        ),
      );
    expect(client.faults).toEqual([]);
    return JSON.parse(readFileSync(files[0], 'utf8'));
  } finally {
    await client.engine.close();
    rmSync(reports, { recursive: true, force: true });
  }
}

describe('scenarios', () => {
  it.each(stories)('%s', async (name) => {
    const folder = join(FOLDER, name);
    const { story, ...expected } = expectedSchema.parse(
      JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')),
    );
    expect(await auditOf(folder), story).toMatchObject(expected);
  });
});
