import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accountProblems,
  accountToJson,
  readAccount,
} from '../../../src/shared/account/account-file';
import { unstatedAccount } from '../../../src/shared/account/defaults';
import { toText } from '../../../src/shared/money/decimal';

/** The account file of the engine's documentation. */
const EXAMPLE = {
  name: 'Example Co',
  site: 'cn',
  uin: '100012345678',
  registeredOn: '2021-02-01',
  firstAppOn: '2021-03-01',
  apps: [{ sdkAppId: '1400123456', name: '课堂', createdOn: '2021-03-01' }],
  payAsYouGo: { enabledOn: '2021-03-01', method: 'first-app' },
  trial: { grantedOn: '2021-03-01', minutes: 10000 },
  packages: [
    {
      id: '2000009001',
      name: '音视频包 25000min',
      minutes: 25000,
      purchasedAt: '2023-06-01T08:12:33',
      expiresOn: '2024-06-30',
      price: '168.00',
      apps: [],
    },
  ],
  contract: [{ item: 'av.hd', discount: '0.9', from: '2023-01-01', reference: 'contract 7, p. 3' }],
  policy: {},
};

const read = (value: unknown) => {
  const account = readAccount(JSON.stringify(value));
  if (!account.ok) throw new Error(JSON.stringify(account.error));
  return account.value;
};
const problems = (value: unknown) => accountProblems(JSON.stringify(value));
const [pack] = EXAMPLE.packages;
const withPackage = (change: object) => ({ ...EXAMPLE, packages: [{ ...pack, ...change }] });
const withTerm = (change: object) => ({
  ...EXAMPLE,
  contract: [{ item: 'av.hd', from: '2023-01-01', ...change }],
});

describe('reading an account file', () => {
  it('reads the documented example, money as exact decimals', () => {
    const account = read(EXAMPLE);
    expect(account.packages[0]?.price && toText(account.packages[0].price)).toBe('168');
    expect(account.contract[0]?.discount && toText(account.contract[0].discount)).toBe('0.9');
    expect(accountProblems(`\uFEFF${JSON.stringify(EXAMPLE)}`)).toEqual([]);
  });

  it('needs only the site', () => {
    expect(read({ site: 'intl' })).toEqual(unstatedAccount('intl'));
    expect(problems({})).toEqual([{ path: 'site', code: 'missing-field', params: {} }]);
  });

  it('keeps "none" apart from "left out"', () => {
    expect(read({ site: 'cn', trial: null, payAsYouGo: null })).toMatchObject({
      trial: null,
      payAsYouGo: null,
    });
    expect(read({ site: 'cn' })).not.toHaveProperty('trial');
  });

  it.each([
    ['2023-06-01T08:12:33', '2023-06-01T08:12:33'],
    ['2023-06-01 08:12', '2023-06-01T08:12:00'],
    ['2023-06-01', '2023-06-01T00:00:00'],
    ['2023-05-31T23:59:59.999Z', '2023-06-01T07:59:59'],
    ['2023-12-31T16:00:00Z', '2024-01-01T00:00:00'],
    ['2023-06-01T00:30:00+09:00', '2023-05-31T23:30:00'],
    ['2024-02-28T12:00:00-0530', '2024-02-29T01:30:00'],
  ])('a purchase at %s is %s on the billing clock', (text, expected) => {
    expect(read(withPackage({ purchasedAt: text })).packages[0]?.purchasedAt).toBe(expected);
  });

  it('writes what it read, and nothing derived', () => {
    const account = read(EXAMPLE);
    expect(read(JSON.parse(accountToJson(account)))).toEqual(account);
    const bare = read({ site: 'cn' });
    expect(JSON.parse(accountToJson(bare))).not.toHaveProperty('settlement');
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(accountProblems(text).length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('problems of an account file', () => {
  it.each([
    [{ ...EXAMPLE, setlement: 'daily' }, 'setlement', 'unknown-field'],
    [{ ...EXAMPLE, site: 'us' }, 'site', 'bad-choice'],
    [{ ...EXAMPLE, settlement: 'weekly' }, 'settlement', 'bad-choice'],
    [{ ...EXAMPLE, registeredOn: '2021-02-29' }, 'registeredOn', 'bad-day'],
    [{ ...EXAMPLE, registeredOn: null }, 'registeredOn', 'wrong-type'],
    [{ ...EXAMPLE, apps: [{ sdkAppId: 1400123456 }] }, 'apps[0].sdkAppId', 'wrong-type'],
    [{ ...EXAMPLE, apps: [{ sdkAppId: ' 14' }] }, 'apps[0].sdkAppId', 'bad-id'],
    [{ ...EXAMPLE, trial: { minutes: 10000 } }, 'trial.grantedOn', 'missing-field'],
    [{ ...EXAMPLE, policy: { rounding: 'up' } }, 'policy.rounding', 'unknown-field'],
    [withPackage({ minutes: 2.5 }), 'packages[0].minutes', 'bad-minutes'],
    [withPackage({ minutes: -1 }), 'packages[0].minutes', 'bad-minutes'],
    [withPackage({ price: 168 }), 'packages[0].price', 'wrong-type'],
    [withPackage({ price: '1,588.00' }), 'packages[0].price', 'bad-money'],
    [withPackage({ price: '-1' }), 'packages[0].price', 'bad-money'],
    [withPackage({ purchasedAt: '2023-06-01T24:00:00' }), 'packages[0].purchasedAt', 'bad-time'],
    [withPackage({ purchasedAt: '2023-06-01T08:00+15:00' }), 'packages[0].purchasedAt', 'bad-time'],
    [withPackage({ tier: 'fhd' }), 'packages[0].tier', 'bad-choice'],
    [withPackage({ remaining: { minutes: 1 } }), 'packages[0].remaining.asOf', 'missing-field'],
    [{ ...EXAMPLE, packages: [pack, pack] }, 'packages[1].id', 'duplicate-id'],
    [withTerm({ discount: '0.9', price: '25' }), 'contract[0]', 'discount-or-price'],
    [withTerm({}), 'contract[0]', 'discount-or-price'],
    [withTerm({ discount: '90' }), 'contract[0].discount', 'bad-discount'],
    [withTerm({ item: 'av.8k', price: '25' }), 'contract[0].item', 'bad-item'],
  ])('%#: %j', (value, path, code) => {
    expect(problems(value)).toEqual([expect.objectContaining({ path, code })]);
  });

  it('names what was found and what is allowed', () => {
    expect(problems({ ...EXAMPLE, site: 'us' })[0]?.params).toEqual({
      value: 'us',
      choices: 'cn, intl',
    });
  });

  it('lists all of them, and gives the first', () => {
    const value = { ...EXAMPLE, site: 'us', extra: 1, uin: 5 };
    expect(
      problems(value)
        .map(({ path }) => path)
        .toSorted(),
    ).toEqual(['extra', 'site', 'uin']);
    expect(readAccount('{').ok).toBe(false);
    expect(accountProblems('{')[0]?.code).toBe('not-json');
    expect(accountProblems('[]')[0]?.code).toBe('not-an-object');
    expect(accountProblems('null')[0]?.code).toBe('not-an-object');
  });
});
