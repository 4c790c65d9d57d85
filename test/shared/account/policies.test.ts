import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accountProblems } from '../../../src/shared/account/account-file';
import { unstatedAccount } from '../../../src/shared/account/defaults';
import { policiesInForce, POLICIES } from '../../../src/shared/account/policies';
import { PRICE_POLICIES, PRICE_POLICY_CHOICES } from '../../../src/shared/pricing/price-policy';

const choices = POLICIES.filter(({ treatment }) => treatment === 'choice');
const accepted = (name: string, value: string) =>
  accountProblems(JSON.stringify({ site: 'cn', policy: { [name]: value } })).length === 0;

describe('policies', () => {
  it('have one name each, a default among their choices, and a source', () => {
    expect(new Set(POLICIES.map(({ id }) => id)).size).toBe(POLICIES.length);
    for (const policy of POLICIES) {
      expect(policy.choices).toContain(policy.default);
      expect(policy.citation.document).not.toBe('');
    }
  });

  it.each(choices.map((policy) => [policy.id, policy] as const))(
    'the account file knows the choices of %s and no others',
    (id, policy) => {
      const written = policy.choices.filter((value) => value !== 'by-settlement');
      expect(written.filter((value) => !accepted(id, value))).toEqual([]);
      expect(accepted(id, 'something-else')).toBe(false);
    },
  );

  it('that select a price have the same choices there, the default first', () => {
    for (const name of PRICE_POLICIES)
      expect(POLICIES.find(({ id }) => id === name)?.choices).toEqual(PRICE_POLICY_CHOICES[name]);
  });

  it('show what is in force, and whether it was chosen', () => {
    const account = { ...unstatedAccount('cn'), policy: { meteringScope: 'account' as const } };
    const inForce = policiesInForce(account);
    expect(inForce).toHaveLength(POLICIES.length);
    expect(inForce.filter(({ isDefault }) => !isDefault).map(({ policy }) => policy.id)).toEqual([
      'meteringScope',
    ]);
  });

  it.each(['en', 'zh-CN', 'ko'])('have their sentences in %s', (language) => {
    const path = join(import.meta.dirname, '../../../resources/locales', language, 'policies.json');
    const sentences = JSON.parse(readFileSync(path, 'utf8')) as Record<
      string,
      { title: string; why: string; choices: Record<string, string> }
    >;
    expect(Object.keys(sentences).toSorted()).toEqual(POLICIES.map(({ id }) => id).toSorted());
    for (const { id, choices: values } of POLICIES) {
      expect(Object.keys(sentences[id]?.choices ?? {}).toSorted()).toEqual(values.toSorted());
      expect(sentences[id]?.title && sentences[id].why).toBeTruthy();
    }
  });
});
