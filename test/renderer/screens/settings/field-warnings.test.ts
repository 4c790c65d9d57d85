import { describe, expect, it } from 'vitest';
import type { AccountDraft } from '../../../../src/renderer/screens/settings/account/draft';
import { fieldWarnings } from '../../../../src/renderer/screens/settings/account/field-warnings';
import { problemsAt } from '../../../../src/renderer/screens/settings/account/field-problems';
import { readDraft } from '../../../../src/renderer/screens/settings/account/read-draft';
import { writeDraft } from '../../../../src/renderer/screens/settings/account/write-draft';
import { accountProblems, readAccount } from '../../../../src/shared/account/account-file';
import { accountWarnings } from '../../../../src/shared/account/plausibility';

const JSON_TEXT = JSON.stringify({
  name: 'Example Co',
  site: 'cn',
  uin: '1',
  registeredOn: '2023-05-02',
  firstAppOn: '2023-05-01',
  apps: [{ sdkAppId: '1400000001' }, { sdkAppId: '1400000002', createdOn: '2023-04-01' }],
  payAsYouGo: { enabledOn: '2023-04-02', method: 'console' },
  trial: { grantedOn: '2023-05-01', minutes: 10000, expiresOn: '2023-04-30' },
  packages: [
    { id: 'a', minutes: 100, purchasedAt: '2023-06-01T00:00:00' },
    {
      id: 'b',
      minutes: 100,
      purchasedAt: '2023-06-01T00:00:00',
      expiresOn: '2023-05-01',
      remaining: { asOf: '2023-07-01', minutes: 101 },
    },
  ],
  contract: [
    { item: 'av.hd', discount: '0.9', from: '2023-01-01', to: '2023-01-01', reference: '' },
    { item: 'av.sd', discount: '0.9', from: '2023-01-01', reference: '' },
    { item: 'av.sd', discount: '0.8', from: '2023-01-01', reference: '' },
  ],
  policy: {},
});

const warningsOf = (draft: AccountDraft) => {
  const read = readAccount(writeDraft(draft, JSON_TEXT));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return fieldWarnings(
    accountWarnings(read.value).map((issue) => ({ ...issue })),
    draft,
  );
};

describe('what can hardly be so', () => {
  it('stands at the field it is about, for every warning there is', () => {
    expect(
      warningsOf(readDraft(JSON_TEXT)).map(({ path, code }) => `${code} ${path ?? '?'}`),
    ).toEqual([
      'account-app-before-registration firstAppOn',
      'account-app-before-first apps[1].createdOn',
      'account-enabled-before-first-app payAsYouGo.enabledOn',
      'account-trial-ends-first trial.expiresOn',
      'account-package-ends-first packages[1].expiresOn',
      'account-package-overfull packages[1].remaining.minutes',
      'account-contract-never contract[0].to',
      'account-contract-twice contract[2].from',
    ]);
  });

  it('is not said at any field where its row is gone, and is not lost', () => {
    const draft = readDraft(JSON_TEXT);
    const [warning] = warningsOf(draft).filter(({ code }) => code === 'account-package-overfull');
    const issue = {
      severity: 'warning' as const,
      code: warning?.code ?? '',
      params: warning?.params ?? {},
    };
    expect(fieldWarnings([issue], { ...draft, packages: [] })).toMatchObject([{ path: null }]);
    expect(fieldWarnings([{ ...issue, code: 'something-new' }], draft)).toMatchObject([
      { path: null },
    ]);
  });
});

describe('what is wrong', () => {
  it('is shown only where a field was left', () => {
    const draft = { ...readDraft(JSON_TEXT), firstAppOn: '2023-05-0', registeredOn: 'x' };
    const problems = accountProblems(writeDraft(draft, JSON_TEXT)).map((one) => ({ ...one }));
    expect(problems).toHaveLength(2);
    expect(problemsAt(problems, new Set())).toEqual([]);
    expect(problemsAt(problems, new Set(['firstAppOn'])).map(({ path }) => path)).toEqual([
      'firstAppOn',
    ]);
  });
});
