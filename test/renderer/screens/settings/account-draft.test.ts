import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AccountDraft } from '../../../../src/renderer/screens/settings/account/draft';
import {
  problemSentence,
  problemsByField,
} from '../../../../src/renderer/screens/settings/account/field-problems';
import { readDraft } from '../../../../src/renderer/screens/settings/account/read-draft';
import {
  changedParts,
  writeDraft,
} from '../../../../src/renderer/screens/settings/account/write-draft';
import {
  accountProblems,
  accountToJson,
  readAccount,
} from '../../../../src/shared/account/account-file';

const SAMPLE = readFileSync(
  join(import.meta.dirname, '../../../../resources/sample-month/account.json'),
  'utf8',
);

const NO_LIMITS = { absolute: '', percent: '' };

/** Every fact that an account can state. */
const EVERYTHING = JSON.stringify({
  name: 'Example Co',
  site: 'cn',
  uin: '100012345678',
  registeredOn: '2021-02-01',
  firstAppOn: '2021-03-01',
  apps: [
    { sdkAppId: '1400123456', name: '课堂', createdOn: '2021-03-01' },
    { sdkAppId: '1400123457' },
  ],
  payAsYouGo: { enabledOn: '2021-03-01', method: 'console' },
  trial: {
    grantedOn: '2021-03-01',
    minutes: 10000,
    expiresOn: '2022-03-31',
    remaining: { asOf: '2021-06-01', minutes: 40 },
    reference: 'console',
  },
  packages: [
    {
      id: '2000009001',
      name: '音视频包',
      minutes: 25000,
      purchasedAt: '2023-06-01T08:12:33',
      expiresOn: '2024-06-30',
      price: '168.00',
      apps: ['1400123456', '1400123457'],
      tier: 'hd',
      remaining: { asOf: '2023-07-01', minutes: 0 },
      reference: 'order 9',
    },
  ],
  contract: [
    { item: 'av.hd', discount: '0.9', from: '2023-01-01', reference: 'contract 7, p. 3' },
    { item: 'av.sd', price: '10', from: '2023-01-01', to: '2024-01-01', reference: '' },
  ],
  settlement: 'monthly',
  billMonthBasis: 'deduction',
  policy: { packageOrder: 'purchase-first', intlFreeCycleFrom: '2022-11-15' },
  references: { settlement: 'contract 7, p. 9', packageOrder: 'a mail' },
  limits: { absolute: '0.05' },
});

const accountOf = (json: string) => {
  const read = readAccount(json);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return accountToJson(read.value);
};

describe('the account form', () => {
  it.each([
    ['the sample', SAMPLE],
    ['every fact', EVERYTHING],
    ['nothing', '{"site":"intl"}'],
  ])('changes nothing of %s where nothing was changed', (_name, json) => {
    expect(accountOf(writeDraft(readDraft(json), json))).toBe(accountOf(json));
    expect(changedParts(readDraft(json), readDraft(json))).toEqual([]);
  });

  it('makes an account that the engine can read where none was stated', () => {
    const draft = { ...readDraft(null), name: 'Example Co', uin: '1' };
    expect(accountProblems(writeDraft(draft, null))).toEqual([]);
    expect(changedParts(draft, readDraft(null))).toEqual(['identity']);
  });

  it('leaves out what was emptied, and says which parts are not saved', () => {
    const before = readDraft(EVERYTHING);
    const draft: AccountDraft = {
      ...before,
      settlement: '',
      trial: { ...before.trial, kind: 'none' },
      packages: [],
      policy: { ...before.policy, packageOrder: '' },
    };
    const written = JSON.parse(writeDraft(draft, EVERYTHING)) as Record<string, unknown>;
    expect(written).not.toHaveProperty('settlement');
    expect(written).toMatchObject({ trial: null, packages: [], limits: { absolute: '0.05' } });
    expect(written['policy']).toEqual({ intlFreeCycleFrom: '2022-11-15' });
    expect(changedParts(draft, readDraft(EVERYTHING))).toEqual([
      'trial',
      'packages',
      'overrides',
      'policy',
    ]);
  });

  it('shows what the engine finds wrong at the very field', () => {
    const before = readDraft(EVERYTHING);
    const [pack] = before.packages;
    const [term] = before.contract;
    if (!pack || !term) throw new Error('the account has a package and a term');
    const draft: AccountDraft = {
      ...before,
      firstAppOn: '2023-02-30',
      apps: [...before.apps, { key: 'new', sdkAppId: '', name: 'x', createdOn: '' }],
      payAsYouGo: { ...before.payAsYouGo, enabledOn: '' },
      packages: [{ ...pack, minutes: 'many', apps: '1400123456 ', remainingAsOf: '' }],
      contract: [
        { ...term, value: '' },
        { ...term, value: '1.5' },
      ],
    };
    const problems = accountProblems(writeDraft(draft, EVERYTHING)).map((one) => ({ ...one }));
    const wrong = problemsByField(problems);
    const codeAt = (path: string) => wrong.get(path)?.code;
    expect(codeAt('firstAppOn')).toBe('bad-day');
    expect(codeAt('apps[2].sdkAppId')).toBe('missing-field');
    expect(codeAt('payAsYouGo.enabledOn')).toBe('missing-field');
    expect(codeAt('packages[0].remaining.asOf')).toBe('missing-field');
    expect(codeAt('packages[0].apps')).toBeUndefined();
    expect(codeAt('contract[1].value')).toBe('bad-discount');
    const minutes = wrong.get('packages[0].minutes');
    expect(minutes && problemSentence(minutes, 'many')).toEqual({
      code: 'bad-minutes',
      params: { value: 'many' },
    });
    // The engine looks at a term as a whole once each of its fields can be read.
    const empty = { ...before, contract: [{ ...term, value: '' }] };
    const ofTerm = accountProblems(writeDraft(empty, EVERYTHING)).map((one) => ({ ...one }));
    expect(problemsByField(ofTerm).get('contract[0].value')?.code).toBe('discount-or-price');
    expect(ofTerm).toHaveLength(1);
  });

  it('tells that pay-as-you-go is not on from not known, and text given back from text changed', () => {
    const saved = readDraft('{"site":"cn"}');
    const never: AccountDraft = { ...saved, payAsYouGo: { ...saved.payAsYouGo, kind: 'never' } };
    expect(changedParts(never, saved)).toEqual(['payAsYouGo']);
    const back = { ...never, payAsYouGo: { ...saved.payAsYouGo } };
    expect(changedParts(back, saved)).toEqual([]);
  });

  it('states limits one by one, and none where both fields are empty', () => {
    const read = readDraft(EVERYTHING);
    const limited = { ...read, limits: { absolute: '0.05', percent: '' } };
    expect(JSON.parse(writeDraft(limited, EVERYTHING))).toMatchObject({
      limits: { absolute: '0.05' },
    });
    expect(changedParts(limited, { ...read, limits: NO_LIMITS })).toEqual(['limits']);
    expect(readDraft(writeDraft(limited, EVERYTHING)).limits).toEqual(limited.limits);
    expect(writeDraft({ ...read, limits: NO_LIMITS }, EVERYTHING)).not.toContain('limits');
  });
});
