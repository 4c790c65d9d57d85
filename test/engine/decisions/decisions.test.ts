import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../workspace';
import { auditedSample, type AuditedSample } from './sample-client';

let sample: AuditedSample;
beforeEach(async () => {
  sample = await auditedSample();
});
afterEach(() => sample.client.engine.close());

const page = { offset: 0, limit: 100 };
const standing = async ({ run, differences }: AuditedSample, runId = run.id) =>
  new Map(
    (await differences(runId)).flatMap((row) => (row.decision ? [[row.id, row.decision]] : [])),
  );

describe('decisions', () => {
  it('stand beside their rows, are counted, found by filter and taken away', async () => {
    const { client, run, differences } = sample;
    const rows = await differences(run.id);
    const [first, second] = rows;
    if (!first || !second) throw new Error('the sample has differences');
    const set = await client.ask('decisions.set', {
      runId: run.id,
      rows: { ids: [first.id, second.id] },
      verdict: 'dispute',
      note: 'ticket 12',
    });
    expect(set.changed).toBe(2);
    expect([...(await standing(sample)).keys()].sort()).toEqual([first.id, second.id].sort());
    const summary = await client.ask('decisions.summary', { runId: run.id });
    expect(summary.find(({ verdict }) => verdict === 'dispute')).toMatchObject({
      rows: 2,
      changed: 0,
    });
    expect(summary.reduce((total, { rows: count }) => total + count, 0)).toBe(rows.length);
    const undecided = await client.ask('audits.comparisons', {
      runId: run.id,
      ...page,
      filter: { onlyDiscrepancies: true, decision: [null] },
      sort: { by: 'periodStart', descending: false },
    });
    expect(undecided.total).toBe(rows.length - 2);
    await client.ask('decisions.clear', { runId: run.id, rows: { ids: [first.id] } });
    expect([...(await standing(sample)).keys()]).toEqual([second.id]);
  });

  it('decides every row of a filter in one step', async () => {
    const { client, run, differences } = sample;
    const { changed } = await client.ask('decisions.set', {
      runId: run.id,
      rows: { filter: { onlyDiscrepancies: true } },
      verdict: 'accept',
    });
    expect(changed).toBe((await differences(run.id)).length);
    // The import, the account of the sample, and this.
    expect((await client.ask('history.list', page)).total).toBe(3);
  });

  it('survive an import that is undone and redone, and a new audit', async () => {
    const { client, run, period, differences } = sample;
    const [row] = await differences(run.id);
    const rows = { ids: [row?.id ?? ''] };
    await client.ask('decisions.set', { runId: run.id, rows, verdict: 'ask', dueOn: null });
    const bill = (await client.imports()).find(({ kind }) => kind === 'bill');
    await client.ask('imports.undo', { importId: bill?.id ?? 0 });
    const without = await client.audit(period);
    // The row is there still, but it is another difference now: the decision must not pass for one on it.
    const decided = (await standing(sample, without.id)).get(row?.id ?? '');
    if (decided) expect(decided.stands).toBe(false);
    await client.ask('imports.redo', { importId: bill?.id ?? 0 });
    const again = await client.audit(period);
    expect((await standing(sample, again.id)).get(row?.id ?? '')).toMatchObject({
      verdict: 'ask',
      stands: true,
    });
  });

  it('ask to be confirmed when the amount has changed, and stand on the new one afterwards', async () => {
    const { client, run, period, differences } = sample;
    const row = (await differences(run.id)).find(({ expectedAmount }) => expectedAmount !== '0');
    const id = row?.id ?? '';
    await client.ask('decisions.set', { runId: run.id, rows: { ids: [id] }, verdict: 'accept' });
    const { json } = await client.ask('account.get', {});
    const account = JSON.parse(json ?? '{}') as { contract?: unknown[] };
    const item = row?.item ?? '';
    const terms = [{ item, price: '0.01', from: '2020-01-01', reference: 'test' }];
    await client.ask('account.set', { json: JSON.stringify({ ...account, contract: terms }) });
    const next = await client.audit(period);
    expect((await standing(sample, next.id)).get(id)).toMatchObject({ stands: false });
    const list = await client.ask('decisions.list', { period, ...page });
    expect(list.rows).toMatchObject([{ key: id, stands: false }]);
    await client.ask('decisions.confirm', { runId: next.id, rows: { ids: [id] } });
    expect((await standing(sample, next.id)).get(id)).toMatchObject({
      verdict: 'accept',
      stands: true,
    });
  });

  it('keep a file beside them, give it back byte for byte, and refuse one that is too big', async () => {
    const { client, run, differences } = sample;
    const [row] = await differences(run.id);
    const id = row?.id ?? '';
    const folder = temporaryFolder();
    const letter = join(folder, 'letter.txt');
    writeFileSync(letter, 'Dear provider\u0000');
    const about = { runId: run.id, comparisonId: id };
    expect((await client.refusal('decisions.attach', { ...about, path: letter })).code).toBe(
      'decision-missing',
    );
    await client.ask('decisions.set', { runId: run.id, rows: { ids: [id] }, verdict: 'dispute' });
    await client.ask('decisions.attach', { ...about, path: letter });
    const [file] = (await standing(sample)).get(id)?.attachments ?? [];
    expect(file).toMatchObject({ name: 'letter.txt', size: statSync(letter).size });
    const copy = join(folder, 'copy.txt');
    await client.ask('decisions.saveAttachment', { sha256: file?.sha256 ?? '', path: copy });
    expect(readFileSync(copy)).toEqual(readFileSync(letter));
    const again = { sha256: file?.sha256 ?? '', path: copy };
    expect((await client.refusal('decisions.saveAttachment', again)).code).toBe('file-exists');
    const big = join(folder, 'big.bin');
    writeFileSync(big, Buffer.alloc(10 * 1024 * 1024 + 1));
    expect((await client.refusal('decisions.attach', { ...about, path: big })).code).toBe(
      'attachment-too-big',
    );
    await client.ask('decisions.detach', { key: id, sha256: file?.sha256 ?? '' });
    expect((await standing(sample)).get(id)?.attachments).toEqual([]);
    await client.ask('history.undo', {});
    expect((await standing(sample)).get(id)?.attachments).toEqual([file]);
  });
});

describe('the history', () => {
  it('takes steps back in order, by name, and brings them back', async () => {
    const { client, run, differences } = sample;
    const [first, second] = await differences(run.id);
    const decide = (id: string | undefined, verdict: 'accept' | 'dispute') =>
      client.ask('decisions.set', { runId: run.id, rows: { ids: [id ?? ''] }, verdict });
    await decide(first?.id, 'accept');
    await decide(second?.id, 'dispute');
    const before = await standing(sample);
    expect(await client.ask('history.undo', {})).toMatchObject({
      title: 'dispute',
      state: 'undone',
    });
    expect([...(await standing(sample)).keys()]).toEqual([first?.id]);
    expect(await client.ask('history.undo', {})).toMatchObject({ title: 'accept' });
    expect((await standing(sample)).size).toBe(0);
    expect(await client.ask('history.undo', {})).toMatchObject({ title: 'imports' });
    expect(await client.ask('history.undo', {})).toBeNull();
    await client.ask('history.redo', {});
    await client.ask('history.redo', {});
    await client.ask('history.redo', {});
    expect(await standing(sample)).toEqual(before);
    expect(await client.ask('history.redo', {})).toBeNull();
    await client.ask('history.undo', {});
    await decide(second?.id, 'accept');
    // What was undone is left behind by a new step: it stays in the list and cannot be redone.
    const { rows } = await client.ask('history.list', page);
    const steps = rows.flatMap((row) => (row.kind === 'step' ? [[row.title, row.state]] : []));
    expect(steps).toEqual([
      ['accept', 'done'],
      ['dispute', 'dropped'],
      ['accept', 'done'],
      ['imports', 'done'],
    ]);
    expect(await client.ask('history.redo', {})).toBeNull();
  });

  it('knows no step for what changes nothing', async () => {
    const { client, run, differences } = sample;
    const [row] = await differences(run.id);
    const rows = { ids: [row?.id ?? ''] };
    await client.ask('decisions.set', { runId: run.id, rows, verdict: 'accept' });
    const again = await client.ask('decisions.set', { runId: run.id, rows, verdict: 'accept' });
    expect(again).toEqual({ step: null, changed: 0 });
  });
});

describe('rules', () => {
  const rule = {
    item: null,
    sdkAppId: null,
    verdict: 'accept',
    until: '2024-01-01',
    note: 'agreed',
  } as const;

  it('decide after an audit, say so, and stop at their cap', async () => {
    const { client, run, period, differences } = sample;
    const row = (await differences(run.id)).find(({ causes }) => causes.length === 1);
    const [share] = row?.causes ?? [];
    if (!row || !share) throw new Error('the sample has a difference with one cause');
    const until = '2024-01-01' as never;
    const cap = row.difference.replace('-', '');
    await client.ask('rules.add', { ...rule, until, cause: share.cause, cap, automatic: true });
    const next = await client.audit(period);
    expect((await standing(sample, next.id)).get(row.id)).toMatchObject({
      verdict: 'accept',
      origin: { kind: 'rule', rule: 1 },
    });
    const [view] = (await client.ask('rules.list', page)).rows;
    expect(view).toMatchObject({ decided: 1, used: cap });
  });

  it('leave alone what a person took back from them', async () => {
    const { client, run, period, differences } = sample;
    const row = (await differences(run.id)).find(({ causes }) => causes.length === 1);
    const [share] = row?.causes ?? [];
    if (!row || !share) throw new Error('the sample has a difference with one cause');
    const until = '2024-01-01' as never;
    const rows = { ids: [row.id] };
    await client.ask('rules.add', {
      ...rule,
      until,
      cause: share.cause,
      cap: '1000',
      automatic: true,
    });
    const next = await client.audit(period);
    expect((await standing(sample, next.id)).has(row.id)).toBe(true);
    await client.ask('decisions.clear', { runId: next.id, rows });
    const last = await client.audit(period);
    expect((await standing(sample, last.id)).has(row.id)).toBe(false);
  });

  it('propose where they are not automatic, and the proposal can be taken over', async () => {
    const { client, run, differences } = sample;
    const row = (await differences(run.id)).find(({ causes }) => causes.length === 1);
    const [share] = row?.causes ?? [];
    if (!row || !share) throw new Error('the sample has a difference with one cause');
    const until = '2024-01-01' as never;
    await client.ask('rules.add', {
      ...rule,
      until,
      cause: share.cause,
      cap: '1000',
      automatic: false,
    });
    const { rows } = await client.ask('decisions.proposals', { runId: run.id, ...page });
    expect(rows.map(({ comparison }) => comparison.id)).toContain(row.id);
    await client.ask('decisions.takeProposals', { runId: run.id, rows: { ids: [row.id] } });
    expect((await standing(sample)).get(row.id)).toMatchObject({
      verdict: 'accept',
      note: 'agreed',
      origin: { kind: 'rule', rule: 1 },
    });
    const [view] = (await client.ask('rules.list', page)).rows;
    await client.ask('rules.end', { id: view?.id ?? 0 });
    const after = await client.ask('decisions.proposals', { runId: run.id, ...page });
    expect(after.total).toBe(0);
  });
});
