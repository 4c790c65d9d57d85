import type { PolicyChoices } from '../account/policy';

/** Policies that select a price. */
export const PRICE_POLICIES = ['recordingCutOver', 'dashboardAdvancedOverage'] as const;
export type PricePolicyName = (typeof PRICE_POLICIES)[number];

/** For each, the choice that holds when the account makes none. */
export const PRICE_POLICY_DEFAULTS = {
  recordingCutOver: '2022-08-01',
  dashboardAdvancedOverage: '2.99',
} as const satisfies Readonly<Record<PricePolicyName, string>>;

/** One choice of one policy, as a condition of a price. */
export interface PricePolicy {
  readonly name: PricePolicyName;
  readonly choice: string;
}

/** What the account chose, or the default. */
export function chosen(policy: PolicyChoices, name: PricePolicyName): string {
  return policy[name] ?? PRICE_POLICY_DEFAULTS[name];
}
