import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditedSample, type AuditedSample } from './sample-client';

let sample: AuditedSample;
beforeEach(async () => {
  sample = await auditedSample();
});
afterEach(() => sample.client.engine.close());

const by = (name: string, note = '') => ({ name, note });

describe('the sign-off of a month', () => {
  it('is prepared, reviewed and reopened, and remembers who', async () => {
    const { client, period } = sample;
    expect(await client.ask('signOff.state', { period })).toMatchObject({ state: 'open' });
    expect((await client.refusal('signOff.review', { period, ...by('Bo') })).code).toBe(
      'not-prepared',
    );
    const prepared = await client.ask('signOff.prepare', { period, ...by('Ann', 'all asked') });
    expect(prepared).toMatchObject({ state: 'prepared', sealed: true, drift: [] });
    expect((await client.refusal('signOff.prepare', { period, ...by('Ann') })).code).toBe(
      'already-signed',
    );
    const reviewed = await client.ask('signOff.review', { period, ...by('Bo') });
    expect(reviewed).toMatchObject({ state: 'reviewed', sealed: true, sameName: false });
    const reopened = await client.ask('signOff.reopen', { period, ...by('Bo', 'late file') });
    expect(reopened.state).toBe('open');
    expect(reopened.acts.map(({ act, name }) => [act, name])).toEqual([
      ['prepared', 'Ann'],
      ['reviewed', 'Bo'],
      ['reopened', 'Bo'],
    ]);
    const noReason = { period, ...by('Bo', ' ') };
    expect((await client.refusal('signOff.reopen', noReason)).code).toBe('invalid-input');
  });

  it('warns when one name does both', async () => {
    const { client, period } = sample;
    await client.ask('signOff.prepare', { period, ...by('Ann  Lee') });
    const state = await client.ask('signOff.review', { period, ...by(' ann lee') });
    expect(state).toMatchObject({ state: 'reviewed', sameName: true });
  });

  it('breaks its seal when a decision changes, and is whole again when that is undone', async () => {
    const { client, period, run, differences } = sample;
    const [row] = await differences(run.id);
    await client.ask('signOff.prepare', { period, ...by('Ann') });
    const rows = { ids: [row?.id ?? ''] };
    await client.ask('decisions.set', { runId: run.id, rows, verdict: 'dispute' });
    const broken = await client.ask('signOff.state', { period });
    expect(broken).toMatchObject({ state: 'prepared', sealed: false });
    expect(broken.drift.map(({ what }) => what)).toEqual(['decisions']);
    expect((await client.refusal('signOff.review', { period, ...by('Bo') })).code).toBe(
      'seal-broken',
    );
    await client.ask('history.undo', {});
    expect(await client.ask('signOff.state', { period })).toMatchObject({ sealed: true });
  });

  it('names the file that went, and the account that changed', async () => {
    const { client, period } = sample;
    await client.ask('signOff.prepare', { period, ...by('Ann') });
    const [file] = await client.imports();
    await client.ask('imports.undo', { importId: file?.id ?? 0 });
    const without = await client.ask('signOff.state', { period });
    expect(without.drift).toMatchObject([{ what: 'file-removed', was: file?.fileName }]);
    await client.ask('imports.redo', { importId: file?.id ?? 0 });
    const { json } = await client.ask('account.get', {});
    const account = JSON.parse(json ?? '{}') as object;
    const changed = { ...account, policy: { meteringScope: 'account' } };
    await client.ask('account.set', { json: JSON.stringify(changed) });
    const other = await client.ask('signOff.state', { period });
    expect(other.drift.map(({ what }) => what)).toEqual(['policies']);
  });

  it('is refused where the audit is no longer that of the workspace', async () => {
    const { client, period } = sample;
    const [file] = await client.imports();
    await client.ask('imports.undo', { importId: file?.id ?? 0 });
    expect((await client.refusal('signOff.prepare', { period, ...by('Ann') })).code).toBe(
      'run-outdated',
    );
  });
});
