import type { AccountFacts } from '../account/facts';
import type { PolicyChoices } from '../account/policy';
import { addMonths, firstOfMonth, type Day } from '../period/day';
import type { PriceCondition } from './price-book';
import { chosen } from './price-policy';

/** Everything about an account and one application that a price can depend on. */
export interface PriceHolder {
  /** null (not known) counts as after every date a price names: a new account. */
  readonly firstAppOn: Day | null;
  /** null (not known) fits every condition: the item itself tells old recordings from new ones. */
  readonly appCreatedOn: Day | null;
  /** null (not known) fits every condition. */
  readonly registeredOn: Day | null;
  /**
   * The last day on which a package bought before the day a kept price names had balance (at 00:00) and
   * validity; null: there was none. The draw-down tells it.
   */
  readonly oldPackageLastDay: Day | null;
  readonly policy: PolicyChoices;
}

/** Who is charged: the account with one of its applications; null: with one it says nothing about. */
export function priceHolder(
  facts: AccountFacts,
  sdkAppId: string | null,
  oldPackageLastDay: Day | null,
): PriceHolder {
  const app = facts.account.apps.find((known) => known.sdkAppId === sdkAppId);
  return {
    firstAppOn: facts.firstAppOn,
    appCreatedOn: app?.createdOn ?? null,
    registeredOn: facts.account.registeredOn ?? null,
    oldPackageLastDay,
    policy: facts.account.policy,
  };
}

/** Whether `date` is in [from, to); an end that is not there does not bound. */
export function within(date: Day, from: Day | undefined, to: Day | undefined): boolean {
  return (from === undefined || date >= from) && (to === undefined || date < to);
}

/** Whether a price with this condition, valid from `validFrom`, is for this holder on the usage day. */
export function holds(
  condition: PriceCondition,
  validFrom: Day,
  usageDay: Day,
  holder: PriceHolder,
): boolean {
  return (
    firstAppFits(condition, holder.firstAppOn) &&
    (holder.appCreatedOn === null ||
      within(holder.appCreatedOn, condition.appCreatedFrom, condition.appCreatedTo)) &&
    (holder.registeredOn === null ||
      within(holder.registeredOn, condition.registeredFrom, condition.registeredTo)) &&
    (condition.packageBoughtBefore === undefined ||
      stillKept(validFrom, usageDay, holder.oldPackageLastDay)) &&
    (condition.policy === undefined ||
      chosen(holder.policy, condition.policy.name) === condition.policy.choice)
  );
}

function firstAppFits(condition: PriceCondition, firstAppOn: Day | null): boolean {
  if (firstAppOn === null) return condition.firstAppTo === undefined;
  return within(firstAppOn, condition.firstAppFrom, condition.firstAppTo);
}

/** An old package must have lived into the new era, and keeps its price to the end of its last month. */
function stillKept(validFrom: Day, usageDay: Day, lastDay: Day | null): boolean {
  return lastDay !== null && usageDay < addMonths(firstOfMonth(lastDay), 1) && lastDay >= validFrom;
}
