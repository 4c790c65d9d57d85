import type { PolicyChoices } from '../account/policy';

/** Policies that select a price, with the choice that holds when the account makes none. */
export const PRICE_POLICY_DEFAULTS = {
  recordingCutOver: '2022-08-01',
  dashboardAdvancedOverage: '2.99',
} as const satisfies PolicyChoices;

export type PricePolicyName = keyof typeof PRICE_POLICY_DEFAULTS;

/** One choice of one policy, as a condition of a price. */
export interface PricePolicy {
  readonly name: PricePolicyName;
  readonly choice: string;
}

export function isPricePolicyName(text: string): text is PricePolicyName {
  return Object.hasOwn(PRICE_POLICY_DEFAULTS, text);
}

/** What the account chose, or the default. */
export function chosen(policy: PolicyChoices, name: PricePolicyName): string {
  return policy[name] ?? PRICE_POLICY_DEFAULTS[name];
}
