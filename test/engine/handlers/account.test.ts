import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { engineClient } from '../../support/engine-client';
import { sentence } from '../../../src/main/engine/locale/sentence';
import { fileWith, temporaryFolder } from '../workspace';

const ACCOUNT = {
  name: 'A',
  site: 'cn',
  uin: '1',
  apps: [],
  packages: [],
  contract: [],
  policy: {},
};

describe('the account', () => {
  it('is assumed, and says so, until it is stated', async () => {
    const { engine, ask } = engineClient();
    await ask('workspace.create', { path: null });
    const before = await ask('account.get', {});
    expect(before.json).toBeNull();
    expect(before.derived.length).toBeGreaterThan(0);
    const json = JSON.stringify({ ...ACCOUNT, settlement: 'monthly' });
    const after = await ask('account.set', { json });
    expect(after.json).toBe(json);
    expect(after.derived).toContainEqual(
      expect.objectContaining({ fact: 'settlement', value: 'monthly' }),
    );
    expect(await ask('workspace.current', {})).toMatchObject({ accountName: 'A', currency: 'CNY' });
    await engine.close();
  });

  it('that is wrong is refused with the field and the reason; the stated one stays', async () => {
    const { engine, ask, refusal } = engineClient();
    await ask('workspace.create', { path: null });
    const json = JSON.stringify(ACCOUNT);
    await ask('account.set', { json });
    const error = await refusal('account.set', {
      json: JSON.stringify({ ...ACCOUNT, firstAppOn: '2023-02-30' }),
    });
    expect(error).toMatchObject({
      code: 'account-invalid',
      params: { field: 'firstAppOn', problem: 'bad-day', value: '2023-02-30' },
    });
    const text = sentence('en', `errors:${error.code}`, error.params);
    expect(text).toContain('firstAppOn');
    expect(text).toContain('“2023-02-30” is not a day');
    expect((await ask('account.get', {})).json).toBe(json);
    await engine.close();
  });

  it('file that is not there is named', async () => {
    const { engine, ask, refusal } = engineClient();
    await ask('workspace.create', { path: null });
    expect(
      await refusal('account.setFromFile', { path: join(temporaryFolder(), 'account.json') }),
    ).toMatchObject({ code: 'file-missing', params: { file: 'account.json' } });
    expect(
      await refusal('account.setFromFile', { path: fileWith('{ "name": ', 'account.json') }),
    ).toMatchObject({ code: 'account-invalid', params: { problem: 'not-json' } });
    await engine.close();
  });

  it('makes a run outdated when it changes, and current again when it changes back', async () => {
    const { engine, ask, importFiles, imports, audit } = engineClient();
    const { paths } = await ask('workspace.openSample', {});
    const { json } = await ask('account.get', {});
    await importFiles(paths);
    await audit();
    const current = async () => (await ask('audits.latest', { period: null }))?.current;
    expect(await current()).toBe(true);
    await ask('account.set', { json: JSON.stringify(ACCOUNT) });
    expect(await current()).toBe(false);
    await ask('account.set', { json: json ?? '' });
    expect(await current()).toBe(true);
    const [file] = await imports();
    await ask('imports.undo', { importId: file?.id ?? 0 });
    expect(await current()).toBe(false);
    await engine.close();
  });
});
