import { addDays, type Day } from '../period/day';
import type { PriceCondition } from './price-book';
import type { PriceHolder } from './price-holder';
import { PRICE_POLICY_CHOICES } from './price-policy';

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

/** Every combination of all choices of the policies that the conditions name. */
function policyChoices(conditions: readonly PriceCondition[]): readonly Choices[] {
  const names = new Set(conditions.flatMap(({ policy }) => (policy ? [policy.name] : [])));
  return [...names].reduce<Choices[]>(
    (partial, name) =>
      partial.flatMap((policy) =>
        PRICE_POLICY_CHOICES[name].map((choice) => ({ ...policy, [name]: choice })),
      ),
    [{}],
  );
}
