import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Input, MethodName } from '../../src/shared/contract/contract';
import { engineClient } from '../support/engine-client';
import {
  EXPLAINED_CAUSE,
  goldenFile,
  QUESTIONS,
  type GoldenMethod,
} from '../support/golden-answers';

/** Moments and folders are of the day; everything else about the sample month stays as it is. */
const client = engineClient();
let folder = '';
beforeAll(async () => {
  const { paths } = await client.ask('workspace.openSample', {});
  folder = dirname(paths[0] ?? '');
  await client.resultOf(client.ask('imports.start', { paths }));
  const { period } = QUESTIONS['audits.latest'];
  await client.resultOf(client.ask('audits.start', { period }));
});
afterAll(() => client.engine.close());

const MOMENT = /"\d{4}-\d{2}-\d{2}T[\d:.]+Z"/g;
const lasting = (answer: unknown) =>
  `${JSON.stringify(answer, null, 2)
    .replaceAll(folder, '/sample')
    .replace(MOMENT, '"2026-01-01T00:00:00.000Z"')}\n`;

const questions = Object.entries(QUESTIONS) as [keyof typeof QUESTIONS, Input<MethodName>][];
it.each(questions)('%s of the sample month is answered as it was', async (method, input) => {
  const answer = await client.ask<MethodName>(method, input);
  await expect(lasting(answer)).toMatchFileSnapshot(goldenFile(method));
});

it('a difference of the sample month is explained as it was', async () => {
  const method: GoldenMethod = 'audits.explain';
  const { rows } = await client.ask('audits.comparisons', QUESTIONS['audits.comparisons']);
  const row = rows.find(({ causes }) => causes[0]?.cause === EXPLAINED_CAUSE);
  const answer = await client.ask(method, { runId: 1, comparisonId: row?.id ?? '' });
  await expect(lasting(answer)).toMatchFileSnapshot(goldenFile(method));
});
