import { describe, expect, it } from 'vitest';
import type { Account, ContractTerm } from '../../../src/shared/account/account';
import { unstatedAccount } from '../../../src/shared/account/defaults';
import { accountWarnings } from '../../../src/shared/account/plausibility';
import { decimal } from '../../../src/shared/money/decimal';
import { day } from '../../../src/shared/period/day';
import { localTime } from '../../../src/shared/period/local-time';

const codes = (change: Partial<Account>) =>
  accountWarnings({ ...unstatedAccount('cn'), ...change }).map(({ code }) => code);
const pack = { id: 'p', minutes: 10, purchasedAt: localTime('2023-06-01T12:00:00'), apps: [] };
const term: ContractTerm = {
  item: 'av.hd',
  discount: decimal('0.9'),
  from: day('2023-01-01'),
  reference: '',
};
const firstAppOn = day('2023-01-10');

describe('implausible account facts', () => {
  it.each<[string, Partial<Account>, Partial<Account>]>([
    [
      'account-app-before-registration',
      { firstAppOn, registeredOn: day('2023-01-11') },
      { firstAppOn, registeredOn: day('2023-01-10') },
    ],
    [
      'account-app-before-first',
      { firstAppOn, apps: [{ sdkAppId: '1', createdOn: day('2023-01-09') }] },
      { firstAppOn, apps: [{ sdkAppId: '1', createdOn: day('2023-01-10') }] },
    ],
    [
      'account-enabled-before-first-app',
      { firstAppOn, payAsYouGo: { enabledOn: day('2023-01-09'), method: 'console' } },
      { firstAppOn, payAsYouGo: { enabledOn: day('2023-01-10'), method: 'console' } },
    ],
    [
      'account-trial-ends-first',
      { trial: { grantedOn: day('2023-01-02'), expiresOn: day('2023-01-01') } },
      { trial: { grantedOn: day('2023-01-02'), expiresOn: day('2023-01-02') } },
    ],
    [
      'account-package-ends-first',
      { packages: [{ ...pack, expiresOn: day('2023-05-31') }] },
      { packages: [{ ...pack, expiresOn: day('2023-06-01') }] },
    ],
    [
      'account-package-overfull',
      { packages: [{ ...pack, remaining: { asOf: day('2023-07-01'), minutes: 11 } }] },
      { packages: [{ ...pack, remaining: { asOf: day('2023-07-01'), minutes: 10 } }] },
    ],
    [
      'account-contract-never',
      { contract: [{ ...term, to: day('2023-01-01') }] },
      { contract: [{ ...term, to: day('2023-01-02') }] },
    ],
    [
      'account-contract-twice',
      { contract: [term, { ...term, discount: decimal('0.8') }] },
      { contract: [term, { ...term, from: day('2023-01-02') }] },
    ],
  ])('%s, and not one day or minute earlier', (code, implausible, plausible) => {
    expect(codes(implausible)).toEqual([code]);
    expect(codes(plausible)).toEqual([]);
  });

  it('are warnings: the audit takes them as stated', () => {
    const [issue] = accountWarnings({
      ...unstatedAccount('cn'),
      packages: [{ ...pack, expiresOn: day('2023-05-31') }],
    });
    expect(issue).toEqual({
      severity: 'warning',
      code: 'account-package-ends-first',
      params: { id: 'p', earlier: '2023-06-01', later: '2023-05-31' },
    });
  });
});
