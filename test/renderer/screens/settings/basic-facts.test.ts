import { describe, expect, it } from 'vitest';
import { mergeFacts, readFacts } from '../../../../src/renderer/screens/settings/basic-facts';
import { readAccount } from '../../../../src/shared/account/account-file';

const STATED = JSON.stringify({
  name: 'Example Co',
  site: 'cn',
  uin: '100012345678',
  registeredOn: '2023-05-22',
  apps: [{ sdkAppId: '1400123456' }],
  trial: null,
  packages: [],
  contract: [],
  policy: {},
});

describe('the account form', () => {
  it('changes nothing where nothing was changed', () => {
    expect(JSON.parse(mergeFacts(STATED, readFacts(STATED)))).toEqual(JSON.parse(STATED));
  });

  it('keeps what it does not show, and takes out a day that was emptied', () => {
    const facts = { ...readFacts(STATED), registeredOn: '', firstAppOn: '2023-06-01' };
    const merged: unknown = JSON.parse(mergeFacts(STATED, facts));
    expect(merged).toMatchObject({ trial: null, apps: [{ sdkAppId: '1400123456' }] });
    expect(merged).toHaveProperty('firstAppOn', '2023-06-01');
    expect(merged).not.toHaveProperty('registeredOn');
  });

  it('makes an account that the engine can read where none was stated', () => {
    const facts = { ...readFacts(null), name: 'Example Co', uin: '100012345678' };
    expect(readAccount(mergeFacts(null, facts))).toMatchObject({ ok: true });
  });
});
