import { describe, expect, it } from 'vitest';
import { accountChange } from '../../../src/shared/account/account-change';
import type { Account } from '../../../src/shared/account/account';
import { readAccount } from '../../../src/shared/account/account-file';

const BASE = {
  name: '示例云课堂',
  site: 'cn',
  registeredOn: '2023-05-22',
  firstAppOn: '2023-06-01',
  apps: [{ sdkAppId: '1400000001', name: '课堂' }, { sdkAppId: '1400000002' }],
  payAsYouGo: { enabledOn: '2023-06-01', method: 'first-app' },
  trial: { grantedOn: '2023-06-01', minutes: 10_000 },
  packages: [{ id: 'P-1', minutes: 250_000, purchasedAt: '2023-06-08T08:12:33', price: '1588.00' }],
  contract: [
    { item: 'av.hd', discount: '0.9', from: '2023-06-01', reference: 'K-17' },
    { item: 'av.hd', price: '20', from: '2023-07-01', reference: 'K-18' },
  ],
  policy: { meteringScope: 'application' },
};

function read(stated: object): Account {
  const account = readAccount(JSON.stringify(stated));
  if (!account.ok) throw new Error(JSON.stringify(account.error));
  return account.value;
}

const [pack] = BASE.packages;
const [first, second] = BASE.contract;
const [lesson, other] = BASE.apps;

/** What is stated instead, and how the step is called. */
const CHANGES: readonly [name: string, change: object, title: string, params?: object][] = [
  ['the same facts in another order of the file', {}, 'account-rewritten'],
  ['a name', { name: 'another' }, 'account-identity'],
  ['a day', { registeredOn: '2023-05-23' }, 'account-identity'],
  ['name and site, which are one part', { name: 'x', site: 'intl' }, 'account-identity'],
  ['how it is settled', { settlement: 'monthly' }, 'account-settlement'],
  ['what a month of the bill is', { billMonthBasis: 'deduction' }, 'account-settlement'],
  ['pay-as-you-go never on', { payAsYouGo: null }, 'account-pay-as-you-go'],
  ['pay-as-you-go no longer stated', { payAsYouGo: undefined }, 'account-pay-as-you-go'],
  ['fewer free minutes', { trial: { ...BASE.trial, minutes: 9000 } }, 'account-trial'],
  ['no trial, which is not the same as none stated', { trial: null }, 'account-trial'],
  ['a policy', { policy: { meteringScope: 'account' } }, 'account-policies'],
  ['a limit', { limits: { absolute: '0.05' } }, 'account-limits'],
  ['where a fact is written', { references: { registeredOn: 'p. 4' } }, 'account-references'],
  [
    'another application',
    { apps: [lesson, other, { sdkAppId: '1400000003' }] },
    'app-added',
    { app: '1400000003' },
  ],
  ['one application less', { apps: [lesson] }, 'app-removed', { app: '1400000002' }],
  [
    'the name of one',
    { apps: [lesson, { ...other, name: '客服' }] },
    'app-changed',
    { app: '1400000002' },
  ],
  ['all applications', { apps: [] }, 'apps-changed'],
  ['one exchanged for another', { apps: [lesson, { sdkAppId: '1400000009' }] }, 'apps-changed'],
  ['their order', { apps: [other, lesson] }, 'apps-changed'],
  [
    'one more package',
    { packages: [pack, { ...pack, id: 'P-2' }] },
    'package-added',
    { package: 'P-2' },
  ],
  ['no package', { packages: [] }, 'package-removed', { package: 'P-1' }],
  [
    'the size of a package',
    { packages: [{ ...pack, minutes: 1000 }] },
    'package-changed',
    { package: 'P-1' },
  ],
  ['the number of a package', { packages: [{ ...pack, id: 'P-9' }] }, 'packages-changed'],
  [
    'a price for another item',
    { contract: [first, second, { ...first, item: 'av.sd' }] },
    'term-added',
    { item: 'av.sd' },
  ],
  ['one of two prices for an item', { contract: [first] }, 'term-removed', { item: 'av.hd' }],
  [
    'another price',
    { contract: [first, { ...second, price: '19.5' }] },
    'term-changed',
    { item: 'av.hd' },
  ],
  [
    'a price from another day',
    { contract: [first, { ...second, from: '2023-08-01' }] },
    'term-changed',
    { item: 'av.hd' },
  ],
  [
    'a price for another item instead',
    { contract: [first, { ...second, item: 'av.sd' }] },
    'terms-changed',
  ],
  [
    'two prices',
    {
      contract: [
        { ...first, discount: '0.8' },
        { ...second, price: '19' },
      ],
    },
    'terms-changed',
  ],
  ['three parts', { name: 'x', packages: [], policy: {} }, 'account-several', { count: 3 }],
];

describe('the name of what was changed in the account', () => {
  it.each(CHANGES)('%s', (_, change, title, params = {}) => {
    const before = read(BASE);
    const after = read({ ...Object.fromEntries(Object.entries(BASE).reverse()), ...change });
    expect(accountChange(before, after)).toEqual({ title, params });
  });

  it('is the account itself where none was stated before', () => {
    expect(accountChange(null, read(BASE))).toEqual({ title: 'account-first', params: {} });
  });

  it('sees the same amount in other digits as the same', () => {
    const after = read({ ...BASE, packages: [{ ...pack, price: '1588' }] });
    expect(accountChange(read(BASE), after).title).toBe('account-rewritten');
  });
});
