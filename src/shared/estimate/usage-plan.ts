import type { AvItem } from '../catalog/item';
import { ONE, type Decimal } from '../money/decimal';

/** Whole minutes of one tier. */
export interface TierMinutes {
  readonly item: AvItem;
  readonly minutes: number;
}

/**
 * What somebody expects to use. Averages may have decimals (2.5 users in a call). `item` is the tier of
 * each picture that is received, or `av.audio` for sound only.
 */
interface Plan {
  readonly item: AvItem;
  /**
   * Several tiers beside each other, such as those of a month that really was: the time is shared among them in the
   * ratio of these minutes, and `item` does not count. No tier twice; at least one minute in all.
   */
  readonly mix?: readonly TierMinutes[] | undefined;
  /** Days of use in one month; the provider's own calculator does not say its number (U3). */
  readonly daysPerMonth: number;
}

export interface CallPlan extends Plan {
  readonly kind: 'calls';
  readonly callsPerDay: Decimal;
  /** Everyone in the call, the caller too; at least 1. */
  readonly usersPerCall: Decimal;
  readonly minutesPerUser: Decimal;
}

export interface LivePlan extends Plan {
  readonly kind: 'live';
  readonly roomsPerDay: Decimal;
  /** Those who send picture or sound; at least 1. */
  readonly anchorsPerRoom: Decimal;
  /** Those who only receive. */
  readonly audiencePerRoom: Decimal;
  /** How long one session of a room lasts. */
  readonly minutesPerRoom: Decimal;
}

export type UsagePlan = CallPlan | LivePlan;

export const DAYS_PER_MONTH = 30;

/** Why a plan cannot be estimated. Sentences: locales `estimate:problems/<code>`. */
export const PLAN_PROBLEMS = [
  'below-zero',
  'nobody-there',
  'bad-days',
  /** The pictures that one user receives add up to more than the largest tier that has a price. */
  'above-top-tier',
  /** More minutes than can be counted exactly. */
  'too-large',
  'no-price',
] as const;
export type PlanProblem = (typeof PLAN_PROBLEMS)[number];

/** Null: the figures can be. */
export function problemOf(plan: UsagePlan): PlanProblem | null {
  const { daysPerMonth } = plan;
  if (!Number.isInteger(daysPerMonth) || daysPerMonth < 1 || daysPerMonth > 31) return 'bad-days';
  const counts =
    plan.kind === 'calls'
      ? [plan.callsPerDay, plan.minutesPerUser]
      : [plan.roomsPerDay, plan.audiencePerRoom, plan.minutesPerRoom];
  if (counts.some((count) => count.isNegative())) return 'below-zero';
  const present = plan.kind === 'calls' ? plan.usersPerCall : plan.anchorsPerRoom;
  return present.lessThan(ONE) ? 'nobody-there' : null;
}
