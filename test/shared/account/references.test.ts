import { describe, expect, it } from 'vitest';
import {
  accountProblems,
  accountToJson,
  readAccount,
} from '../../../src/shared/account/account-file';
import { deriveFacts } from '../../../src/shared/account/derive';
import { policiesInForce } from '../../../src/shared/account/policies';
import { accountOf } from '../../support/bill-of';

const references = (stated: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    deriveFacts(accountOf(stated)).derived.flatMap(({ fact, reference }) =>
      reference === undefined ? [] : [[fact, reference]],
    ),
  );

const STATED = {
  firstAppOn: '2021-03-01',
  settlement: 'monthly',
  billMonthBasis: 'deduction',
  trial: { grantedOn: '2021-03-01', expiresOn: '2021-12-31', reference: 'mail of 2021-03-02' },
  packages: [
    {
      id: '2000009001',
      minutes: 25_000,
      purchasedAt: '2023-06-01T08:12:33',
      expiresOn: '2025-06-30',
      reference: 'extension of 2024-05-01',
    },
  ],
  policy: { meteringScope: 'account', packageOrder: 'purchase-first' },
  references: {
    firstAppOn: 'console, application list',
    settlement: 'contract 7, p. 2',
    billMonthBasis: 'ticket 881',
    meteringScope: 'ticket 882',
    packageOrder: 'ticket 883',
  },
};

describe('references', () => {
  it('stand beside each fact that the account states in place of what would be derived', () => {
    expect(references(STATED)).toEqual({
      firstAppOn: 'console, application list',
      settlement: 'contract 7, p. 2',
      billMonthBasis: 'ticket 881',
      meteringScope: 'ticket 882',
      trial: 'mail of 2021-03-02',
      'package:2000009001': 'extension of 2024-05-01',
    });
  });

  it('prove nothing about a fact that is derived', () => {
    const { firstAppOn, trial, packages, references: given } = STATED;
    const rest = { firstAppOn, trial, packages, references: given };
    expect(Object.keys(references(rest))).toEqual(['firstAppOn', 'trial', 'package:2000009001']);
  });

  it('stand beside a chosen policy', () => {
    const chosen = policiesInForce(accountOf(STATED)).flatMap(({ policy, reference }) =>
      reference === null ? [] : [[policy.id, reference]],
    );
    expect(chosen).toEqual([
      ['meteringScope', 'ticket 882'],
      ['packageOrder', 'ticket 883'],
    ]);
  });

  it('are kept in the file, and a misspelt one is a problem', () => {
    const account = accountOf(STATED);
    expect(readAccount(accountToJson(account))).toEqual({ ok: true, value: account });
    const misspelt = { site: 'cn', references: { setlement: 'x' } };
    expect(accountProblems(JSON.stringify(misspelt))).toMatchObject([
      { path: 'references.setlement', code: 'unknown-field' },
    ]);
  });
});
