import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Day } from '../../../src/shared/period/day';
import { temporaryFolder } from '../workspace';
import { auditedSample, type AuditedSample } from './sample-client';

let sample: AuditedSample;
beforeEach(async () => {
  sample = await auditedSample();
});
afterEach(() => sample.client.engine.close());

interface Answer {
  readonly total: number;
  readonly rows: readonly unknown[];
}

/** Pages of two, one after the other, are the whole list, and each says how long that is. */
async function expectPages(
  list: (page: { offset: number; limit: number }) => Promise<Answer>,
  length: number,
): Promise<void> {
  const whole = await list({ offset: 0, limit: 1000 });
  expect(whole).toMatchObject({ total: length });
  expect(whole.rows).toHaveLength(length);
  const read: unknown[] = [];
  for (let offset = 0; offset < length; offset += 2) {
    const { total, rows } = await list({ offset, limit: 2 });
    expect(total).toBe(length);
    expect(rows.length).toBe(Math.min(2, length - offset));
    read.push(...rows);
  }
  expect(read).toEqual(whole.rows);
  expect(await list({ offset: length, limit: 2 })).toEqual({ total: length, rows: [] });
}

describe('lists that grow with the work on a workspace are read in pages', () => {
  it('rules, those that ended among them', async () => {
    const { client } = sample;
    const rule = { item: null, sdkAppId: null, verdict: 'accept', note: '' } as const;
    const end = { cap: '9', until: '2024-01-01' as Day, automatic: false };
    for (const cause of ['old-price', 'tax', 'wrong-tier', 'line-missing', 'day-shifted'] as const)
      await client.ask('rules.add', { ...rule, ...end, cause });
    await client.ask('rules.end', { id: 2 });
    await expectPages((page) => client.ask('rules.list', page), 5);
    const { rows } = await client.ask('rules.list', { offset: 1, limit: 2 });
    expect(rows.map(({ id, endedAt }) => [id, endedAt !== null])).toEqual([
      [2, true],
      [3, false],
    ]);
  });

  it('what was said about matches, and of it what is about certain lines', async () => {
    const { client, run, differences } = sample;
    const linesOf = async (comparisonId: string) =>
      (await client.ask('audits.explain', { runId: run.id, comparisonId })).billLines;
    const billed = (await differences(run.id)).filter(({ billedAmount }) => billedAmount !== '0');
    const parted = billed.slice(0, 4).map(({ id }) => id);
    const lineIds = [];
    for (const id of parted) {
      lineIds.push((await linesOf(id)).map((line) => line.id));
      await client.ask('matches.split', { runId: run.id, comparisonId: id });
    }
    await expectPages((page) => client.ask('matches.pins', page), lineIds.flat().length);
    for (const ids of lineIds) {
      const about = await client.ask('matches.pins', { lineIds: ids, offset: 0, limit: 9 });
      expect(about.total).toBe(ids.length);
      expect(about.rows.map(({ line }) => line?.id).sort()).toEqual([...ids].sort());
    }
    expect(await client.ask('matches.pins', { lineIds: [], offset: 0, limit: 9 })).toEqual({
      total: 0,
      rows: [],
    });
  });

  it('reports that were made', async () => {
    const { client, run } = sample;
    const writing = { runId: run.id, folder: temporaryFolder(), language: 'en' } as const;
    await client.resultOf(
      client.ask('reports.write', { ...writing, formats: ['json', 'html', 'focus'] }),
    );
    await client.resultOf(client.ask('reports.write', { ...writing, formats: ['json', 'html'] }));
    await expectPages((page) => client.ask('reports.list', page), 5);
  });
});
