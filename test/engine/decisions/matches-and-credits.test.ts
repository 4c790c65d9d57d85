import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decimal, sum, toText } from '../../../src/shared/money/decimal';
import { laterBill as laterBillIn } from '../../support/later-bill';
import { temporaryFolder } from '../workspace';
import { auditedSample, type AuditedSample } from './sample-client';

let sample: AuditedSample;
beforeEach(async () => {
  sample = await auditedSample();
});
afterEach(() => sample.client.engine.close());

const laterBill = (amount: string, transaction: string) =>
  laterBillIn(temporaryFolder(), amount, transaction);

/** The sample's line that was billed twice: two lines for one charge. */
const TWICE = '2023-06-24/1400123456/av.audio';
const rowOf = async (runId: number, id: string) =>
  (await sample.differences(runId)).find((row) => row.id === id);

describe('a suggested match', () => {
  it('says why it is one, and is confirmed without changing a number', async () => {
    const { client, run, period } = sample;
    expect(await rowOf(run.id, TWICE)).toMatchObject({
      matchReasons: ['several-lines'],
      matchConfirmed: false,
    });
    const others = (await sample.differences(run.id)).filter(({ id }) => id !== TWICE);
    expect(others.flatMap(({ matchReasons }) => matchReasons)).toEqual([]);
    await client.ask('matches.confirm', { runId: run.id, comparisonId: TWICE });
    expect(await rowOf(run.id, TWICE)).toMatchObject({ matchConfirmed: true });
    const latest = await client.ask('audits.latest', { period });
    expect(latest).toMatchObject({ id: run.id, current: true });
    await client.ask('history.undo', {});
    expect(await rowOf(run.id, TWICE)).toMatchObject({ matchConfirmed: false });
  });

  it('is taken apart, keeps all the money, and is put together by undo', async () => {
    const { client, run, period } = sample;
    await client.ask('matches.split', { runId: run.id, comparisonId: TWICE });
    expect(await client.ask('audits.latest', { period })).toMatchObject({ current: false });
    const split = await client.audit(period);
    expect(split.totals).toMatchObject({
      billed: run.totals.billed,
      expected: run.totals.expected,
      difference: run.totals.difference,
    });
    const parts = (await sample.differences(split.id)).filter(({ id }) => id.startsWith(TWICE));
    expect(parts.map(({ status }) => status).sort()).toEqual([
      'not-billed',
      'not-expected',
      'not-expected',
    ]);
    const before = await rowOf(run.id, TWICE).catch(() => undefined);
    const together = toText(sum(parts.map(({ difference }) => decimal(difference))));
    expect(together).toBe(before?.difference ?? '31.367');
    expect(await client.ask('matches.pins', {})).toHaveLength(2);
    await client.ask('history.undo', {});
    const again = await client.audit(period);
    expect(again.totals).toEqual(run.totals);
    expect(await rowOf(again.id, TWICE)).toMatchObject({ status: 'duplicate' });
  });

  it('is refused where there is nothing to take apart', async () => {
    const { client, run, differences } = sample;
    const missing = (await differences(run.id)).find(({ status }) => status === 'not-billed');
    const row = { runId: run.id, comparisonId: missing?.id ?? '' };
    expect((await client.refusal('matches.split', row)).code).toBe('match-missing');
  });

  it('can be made by hand: a line is placed where a person says', async () => {
    const { client, run, period, differences } = sample;
    const missing = (await differences(run.id)).find(({ status }) => status === 'not-billed');
    if (!missing?.sdkAppId || !missing.item) throw new Error('the sample has an unbilled charge');
    await client.ask('matches.place', {
      runId: run.id,
      comparisonId: TWICE,
      sdkAppId: missing.sdkAppId,
      item: missing.item,
      period: { from: missing.periodStart, to: missing.periodEnd },
    });
    const placed = await client.audit(period);
    expect(placed.totals.difference).toBe(run.totals.difference);
    expect(await rowOf(placed.id, missing.id)).toMatchObject({ billedAmount: '62.734' });
    expect(await rowOf(placed.id, TWICE)).toMatchObject({ status: 'not-billed' });
  });
});

describe('a promised credit', () => {
  const promise = async (reference: string) => {
    const { client, run } = sample;
    const rows = { ids: [TWICE] };
    const promised = {
      key: TWICE,
      amount: '31.367',
      reference,
      promisedOn: '2023-07-12' as never,
      expectedBy: null,
    };
    expect((await client.refusal('credits.promise', promised)).code).toBe('decision-missing');
    await client.ask('decisions.set', { runId: run.id, rows, verdict: 'dispute' });
    await client.ask('credits.promise', promised);
  };
  const only = async () => (await sample.client.ask('credits.list', {}))[0];

  it('is open until a line of a later bill is confirmed, and open again when that is undone', async () => {
    const { client } = sample;
    await promise('T-77');
    expect(await only()).toMatchObject({ open: '31.367', suggestion: null });
    await client.importFiles([laterBill('-31.36700000', 'ADJ-T-77')]);
    const suggested = await only();
    expect(suggested?.suggestion).toMatchObject({
      evidence: 'reference-and-amount',
      line: { amount: '-31.367', bucket: 'adjustment' },
    });
    const lineKey = suggested?.suggestion?.lineKey ?? '';
    await client.ask('credits.settle', { key: TWICE, lineKey });
    expect(await only()).toMatchObject({ open: '0', suggestion: null, lines: [{ lineKey }] });
    const taken = { key: TWICE, lineKey };
    expect((await client.refusal('credits.settle', taken)).code).toBe('credit-line-taken');
    await client.ask('history.undo', {});
    expect(await only()).toMatchObject({ open: '31.367' });
  });

  it('is never matched by the amount without saying so, and in part by its reference', async () => {
    const { client } = sample;
    await promise('T-88');
    await client.importFiles([laterBill('-31.36700000', 'ADJ-1')]);
    expect((await only())?.suggestion?.evidence).toBe('amount-only');
    await client.importFiles([laterBill('-10.00000000', 'ADJ-T-88')]);
    const suggestion = (await only())?.suggestion;
    expect(suggestion).toMatchObject({ evidence: 'reference', line: { amount: '-10' } });
    await client.ask('credits.settle', { key: TWICE, lineKey: suggestion?.lineKey ?? '' });
    expect(await only()).toMatchObject({ open: '21.367' });
  });

  it('goes with its decision', async () => {
    const { client, run } = sample;
    await promise('');
    await client.ask('decisions.clear', { runId: run.id, rows: { ids: [TWICE] } });
    expect(await client.ask('credits.list', {})).toEqual([]);
    await client.ask('history.undo', {});
    expect(await only()).toMatchObject({ open: '31.367' });
  });
});
