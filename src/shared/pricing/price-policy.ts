import type { PolicyChoices } from '../account/policy';

/** Policies that select a price. */
export const PRICE_POLICIES = ['recordingCutOver', 'dashboardAdvancedOverage'] as const;
export type PricePolicyName = (typeof PRICE_POLICIES)[number];

type Choices<Name extends PricePolicyName> = NonNullable<PolicyChoices[Name]>;

/** All choices of each; the first holds when the account makes none. */
export const PRICE_POLICY_CHOICES: {
  readonly [Name in PricePolicyName]: readonly [Choices<Name>, ...Choices<Name>[]];
} = {
  recordingCutOver: ['2022-08-01', '2022-07-20'],
  dashboardAdvancedOverage: ['2.99', '0.95'],
};

/** One choice of one policy, as a condition of a price. */
export interface PricePolicy {
  readonly name: PricePolicyName;
  readonly choice: string;
}

/** What the account chose, or the default. */
export function chosen(policy: PolicyChoices, name: PricePolicyName): string {
  return policy[name] ?? PRICE_POLICY_CHOICES[name][0];
}
