import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../../src/shared/account/account';
import { unstatedAccount } from '../../../src/shared/account/defaults';
import { deriveFacts } from '../../../src/shared/account/derive';
import { FIELD_PROBLEM_CODES } from '../../../src/shared/account/field-problem';
import { PRICE_UNITS } from '../../../src/shared/pricing/price-book';
import { day } from '../../../src/shared/period/day';
import { localTime } from '../../../src/shared/period/local-time';

const LANGUAGES = ['en', 'zh-CN', 'ko'] as const;
type Sentences = { readonly [key: string]: string | Sentences };

function sentences(language: string, namespace: string): Sentences {
  const path = join(
    import.meta.dirname,
    `../../../resources/locales/${language}/${namespace}.json`,
  );
  return JSON.parse(readFileSync(path, 'utf8')) as Sentences;
}

/** `group/key` -> the parameters its sentence uses. */
function parameters(tree: Sentences, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value !== 'string')
      for (const [path, used] of parameters(value, `${prefix}${key}/`)) found.set(path, used);
    else
      found.set(
        prefix + key,
        [...new Set([...value.matchAll(/{{(\w+)[^}]*}}/g)].map((match) => match[1]))].sort().join(),
      );
  }
  return found;
}

/** Accounts that between them make every reason there is. */
function everyKind(): readonly Account[] {
  const bare = unstatedAccount('cn');
  const intl = unstatedAccount('intl');
  const on = (date: string) => ({ firstAppOn: day(date) });
  const remaining = { asOf: day('2023-01-01'), minutes: 1 };
  const pack = { id: 'p', minutes: 1, apps: [] };
  const packages = ['2020-08-31', '2020-09-01'].flatMap((bought) =>
    [{}, { expiresOn: day('2024-01-01') }].flatMap((end) =>
      [{}, { remaining }].map((start) => ({
        ...pack,
        ...end,
        ...start,
        purchasedAt: localTime(`${bought}T00:00:00`),
      })),
    ),
  );
  return [
    bare,
    intl,
    { ...bare, ...on('2019-01-01'), registeredOn: day('2021-04-13') },
    { ...bare, ...on('2021-01-01'), registeredOn: day('2021-04-14'), packages },
    { ...bare, apps: [{ sdkAppId: '1', createdOn: day('2021-01-01') }] },
    { ...bare, settlement: 'monthly', billMonthBasis: 'usage', trial: null },
    { ...bare, trial: { grantedOn: day('2021-01-01') } },
    { ...bare, trial: { grantedOn: day('2021-01-01'), remaining } },
    { ...bare, policy: { meteringScope: 'account', meteringPeriod: 'day' } },
    { ...intl, ...on('2022-01-01') },
    { ...intl, trial: { grantedOn: day('2022-01-01') } },
  ];
}

describe.each(LANGUAGES)('sentences in %s', (language) => {
  const derived = parameters(sentences(language, 'derived'));
  const facts = everyKind().flatMap((account) => deriveFacts(account).derived);

  it('say why, for every derived fact, with parameters that it has', () => {
    for (const { reason, params } of facts)
      for (const name of derived.get(reason)?.split(',').filter(Boolean) ?? [`no ${reason}`])
        expect(Object.keys(params)).toContain(name);
  });

  it('have no reason that is never given', () => {
    const given = new Set(facts.map(({ reason }) => reason));
    expect([...derived.keys()].filter((reason) => !given.has(reason))).toEqual([]);
  });

  it('name every problem of a field and every unit', () => {
    expect(Object.keys(sentences(language, 'account')).sort()).toEqual(
      [...FIELD_PROBLEM_CODES].sort(),
    );
    const units = sentences(language, 'prices')['units'];
    expect(Object.keys(units ?? {}).sort()).toEqual([...PRICE_UNITS].sort());
  });

  it.each(['derived', 'policies', 'account', 'prices'])(
    '%s uses the parameters of English',
    (name) => {
      expect(parameters(sentences(language, name))).toEqual(parameters(sentences('en', name)));
    },
  );
});
