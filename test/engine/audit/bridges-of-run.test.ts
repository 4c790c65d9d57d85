import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Run } from '../../../src/shared/contract/audits';
import { decimal, sum, toText } from '../../../src/shared/money/decimal';
import { BRIDGE_DIMENSIONS } from '../../../src/shared/reconcile/bridge/bridge-by';
import { engineClient, type EngineClient } from '../../support/engine-client';

const MONTH = { from: '2023-06-01', to: '2023-07-01' } as never;
const add = (texts: readonly string[]) => toText(sum(texts.map((text) => decimal(text))));

let client: EngineClient;
let usage: string[] = [];
let bills: string[] = [];
beforeAll(async () => {
  client = engineClient();
  const { paths } = await client.ask('workspace.openSample', {});
  usage = paths.filter((path) => !path.includes('bill'));
  bills = paths.filter((path) => path.includes('bill'));
});
afterAll(() => client.engine.close());

const partsOf = ({ id: runId }: Run, by: (typeof BRIDGE_DIMENSIONS)[number]) =>
  client.ask('audits.bridges', { runId, by });

describe('the bridges of a stored run', () => {
  it('are one step each without a bill: the line is missing', async () => {
    await client.importFiles(usage);
    const run = await client.audit(MONTH);
    for (const by of BRIDGE_DIMENSIONS) {
      const parts = await partsOf(run, by);
      expect(add(parts.map(({ expected }) => expected))).toBe(run.totals.expected);
      for (const { expected, steps } of parts)
        expect(steps).toEqual(
          expected === '0'
            ? []
            : [{ cause: 'line-missing', amount: `-${expected}`, comparisons: 0 }],
        );
    }
    expect((await partsOf(run, 'month')).map(({ key }) => key)).toEqual(['2023-06']);
  });

  it('close by month, application and item, and add up to the bridge of the run', async () => {
    await client.importFiles(bills);
    const run = await client.audit(MONTH);
    expect(run.bridge).toHaveLength(7);
    for (const by of BRIDGE_DIMENSIONS) {
      const parts = await partsOf(run, by);
      for (const { expected, billed, difference, steps } of parts) {
        expect(add([expected, ...steps.map(({ amount }) => amount)])).toBe(billed);
        expect(add([expected, difference])).toBe(billed);
      }
      for (const { cause, amount, comparisons } of run.bridge) {
        const own = parts.flatMap(({ steps }) => steps.filter((step) => step.cause === cause));
        expect(add(own.map((step) => step.amount)), `${by} ${cause}`).toBe(amount);
        expect(own.reduce((count, step) => count + step.comparisons, 0)).toBe(comparisons);
      }
    }
    const applications = await partsOf(run, 'application');
    expect(applications.map(({ key, name }) => [key, name !== null])).toEqual([
      ['1400777001', true],
      ['1400123456', true],
      ['1400654321', true],
    ]);
  });
});
