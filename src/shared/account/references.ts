import type { Account } from './account';
import type { DerivedFact } from './facts';
import type { PolicyChoices } from './policy';
import { STATED_FACTS } from './stated-facts';

/** Choices of the policy that are shown as facts under the same name. */
const CHOSEN_FACTS: readonly (keyof PolicyChoices)[] = ['meteringScope', 'meteringPeriod'];

/**
 * The reference that was given for a fact that the account states itself; undefined where the fact is derived:
 * a reference for a fact that nobody stated proves nothing.
 */
export function referenceFor(account: Account, { fact }: DerivedFact): string | undefined {
  if (fact === 'trial') return account.trial?.reference;
  const pack = account.packages.find(({ id }) => fact === `package:${id}`);
  if (pack) return pack.reference;
  const stated = STATED_FACTS.find((known) => known === fact);
  if (stated) return account[stated] === undefined ? undefined : account.references?.[stated];
  const chosen = CHOSEN_FACTS.find((known) => known === fact);
  return chosen && account.policy[chosen] !== undefined ? account.references?.[chosen] : undefined;
}

/** Each fact with its reference, where it has one. */
export function withReferences(
  facts: readonly DerivedFact[],
  account: Account,
): readonly DerivedFact[] {
  return facts.map((fact) => {
    const reference = referenceFor(account, fact);
    return reference === undefined ? fact : { ...fact, reference };
  });
}
