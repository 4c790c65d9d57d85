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
    expect(await client.ask('matches.pins', { offset: 0, limit: 9 })).toMatchObject({ total: 2 });
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

describe('one line of a match', () => {
  const linesOf = async (runId: number, comparisonId: string) =>
    (await sample.client.ask('audits.explain', { runId, comparisonId })).billLines;

  it('says what it met, is taken out alone, and is put back', async () => {
    const { client, run, period } = sample;
    const [kept, moved] = await linesOf(run.id, TWICE);
    const lineId = moved?.id ?? 0;
    expect(await client.ask('matches.line', { runId: run.id, lineId })).toMatchObject({
      comparable: true,
      comparison: { id: TWICE, status: 'duplicate', matchReasons: ['several-lines'] },
      pin: null,
    });
    await client.ask('matches.split', { lineIds: [lineId] });
    const split = await client.audit(period);
    expect(split.totals.difference).toBe(run.totals.difference);
    // The other line and the charge now agree; the one taken out stands alone.
    expect(await rowOf(split.id, TWICE)).toBeUndefined();
    const line = await client.ask('matches.line', { runId: split.id, lineId });
    expect(line).toMatchObject({
      comparison: { status: 'not-expected', billedAmount: '31.367' },
      pin: { pin: { kind: 'apart' } },
    });
    const other = await client.ask('matches.line', { runId: split.id, lineId: kept?.id ?? 0 });
    expect(other).toMatchObject({ comparison: { id: TWICE, status: 'matched' }, pin: null });
    await client.ask('matches.forget', { key: line.pin?.key ?? '' });
    expect((await client.audit(period)).totals).toEqual(run.totals);
  });

  it('placed in another month counts there and no longer here, to the last digit', async () => {
    const { client, run, period } = sample;
    const [, moved] = await linesOf(run.id, TWICE);
    const lineId = moved?.id ?? 0;
    const july = { from: '2023-07-01' as never, to: '2023-08-01' as never };
    await client.ask('matches.place', {
      lineIds: [lineId],
      sdkAppId: '1400123456',
      item: 'av.audio',
      period: { from: july.from, to: '2023-07-02' as never },
    });
    const june = await client.audit(period);
    expect(decimal(run.totals.billed).minus(decimal(june.totals.billed))).toEqual(
      decimal('31.367'),
    );
    expect(await rowOf(june.id, TWICE)).toBeUndefined();
    expect(await client.ask('matches.line', { runId: june.id, lineId })).toMatchObject({
      comparable: true,
      comparison: null,
      pin: { pin: { kind: 'placed', from: july.from } },
    });
    const next = await client.audit(july);
    expect(next.totals.billed).toBe('31.367');
    await client.ask('history.undo', {});
    expect((await client.audit(period)).totals).toEqual(run.totals);
  });

  it('is refused where the line is no charge for use, or the days run backwards', async () => {
    const { client, run, period } = sample;
    const { rows } = await client.ask('bills.page', {
      runId: run.id,
      period,
      filter: { onlyFindings: false, bucket: 'package-purchase' },
      sort: { by: 'file', descending: false },
      offset: 0,
      limit: 1,
    });
    const lineId = rows[0]?.line.id ?? 0;
    const day = { from: '2023-06-01' as never, to: '2023-06-02' as never };
    const place = { lineIds: [lineId], sdkAppId: '1400123456', item: 'av.hd' as const };
    const refused = await client.refusal('matches.place', { ...place, period: day });
    expect(refused.code).toBe('match-line-other');
    const backwards = { from: day.to, to: day.from };
    expect((await client.refusal('matches.place', { ...place, period: backwards })).code).toBe(
      'invalid-input',
    );
    expect(await client.ask('matches.line', { runId: run.id, lineId })).toEqual({
      comparable: false,
      comparison: null,
      pin: null,
    });
    expect(await client.ask('matches.pins', { offset: 0, limit: 9 })).toEqual({
      total: 0,
      rows: [],
    });
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
  const only = async () =>
    (await sample.client.ask('credits.list', { offset: 0, limit: 10 })).rows[0];

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
    expect(await client.ask('credits.list', { offset: 0, limit: 10 })).toEqual({
      total: 0,
      rows: [],
    });
    await client.ask('history.undo', {});
    expect(await only()).toMatchObject({ open: '31.367' });
  });
});
