import { addDays, type Day } from '../period/day';
import type { PriceCondition } from './price-book';
import type { PriceHolder } from './price-holder';
import { PRICE_POLICY_DEFAULTS, type PricePolicyName } from './price-policy';

/**
 * One holder of every kind that these conditions can tell apart: each date on both sides of each boundary
 * and not known, each choice of each policy. None has an old package.
 */
export function holderKinds(conditions: readonly PriceCondition[]): readonly PriceHolder[] {
  const firstApp = datesAround(conditions, 'firstAppFrom', 'firstAppTo');
  const appCreated = datesAround(conditions, 'appCreatedFrom', 'appCreatedTo');
  const registered = datesAround(conditions, 'registeredFrom', 'registeredTo');
  const policies = policyChoices(conditions);
  return firstApp.flatMap((firstAppOn) =>
    appCreated.flatMap((appCreatedOn) =>
      registered.flatMap((registeredOn) =>
        policies.map((policy) => ({
          firstAppOn,
          appCreatedOn,
          registeredOn,
          oldPackageLastDay: null,
          policy,
        })),
      ),
    ),
  );
}

type DateField = Exclude<keyof PriceCondition, 'policy' | 'packageBoughtBefore'>;

function datesAround(
  conditions: readonly PriceCondition[],
  ...fields: readonly DateField[]
): readonly (Day | null)[] {
  const boundaries = new Set(
    conditions.flatMap((condition) => fields.flatMap((field) => condition[field] ?? [])),
  );
  return [null, ...[...boundaries].flatMap((boundary) => [addDays(boundary, -1), boundary])];
}

type Choices = PriceHolder['policy'];

/** Every combination of the choices that the conditions name; a choice that none names is the default's kin. */
function policyChoices(conditions: readonly PriceCondition[]): readonly Choices[] {
  const named = new Map<PricePolicyName, Set<string>>();
  for (const { policy } of conditions)
    if (policy) {
      const choices = named.get(policy.name) ?? new Set([PRICE_POLICY_DEFAULTS[policy.name]]);
      named.set(policy.name, choices.add(policy.choice));
    }
  return [...named].reduce<Choices[]>(
    (partial, [name, choices]) =>
      partial.flatMap((policy) => [...choices].map((choice) => ({ ...policy, [name]: choice }))),
    [{}],
  );
}
