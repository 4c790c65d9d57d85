import { isAvItem, type Item } from '../catalog/item';
import {
  addDays,
  addMonths,
  day,
  daysInMonth,
  dayOf,
  firstOfMonth,
  lastOfMonth,
  partsOf,
  type Day,
} from '../period/day';
import type { Period } from '../period/period';
import { expiryOf } from './expiry';
import type { AccountFacts, TrialWindow } from './facts';
import { startPartWay } from './trial-window';

/**
 * Free minutes of the international site, chosen by the day of use (rulebook 2): once with the first
 * application, then per calendar month, then per cycle from the day of the grant.
 */
export type FreeMinutesKind = 'once' | 'calendar-month' | 'cycle';

export interface FreeMinutes extends TrialWindow {
  readonly kind: FreeMinutesKind;
}

const MINUTES = 10_000;
const ONCE_FROM = day('2021-08-20');
const MONTHLY_FROM = day('2021-11-05');
const CYCLE_FROM = day('2023-01-12');

/** The cycle that holds `on`: it begins on the grant's day of the month, or the month's last day. */
export function freeCycle(grantedOn: Day, on: Day): Period {
  const begin = (month: Day): Day => {
    const { year, month: number } = partsOf(month);
    return dayOf(year, number, Math.min(partsOf(grantedOn).dayOfMonth, daysInMonth(year, number)));
  };
  const month = firstOfMonth(on);
  return begin(month) <= on
    ? { from: begin(month), to: begin(addMonths(month, 1)) }
    : { from: begin(addMonths(month, -1)), to: begin(month) };
}

/**
 * The free minutes that cover a usage day, whole also where their first month or cycle is cut short; null:
 * none. Without a known grant there is nothing to count a single grant or a cycle from: months go on.
 */
export function freeMinutesOn(facts: AccountFacts, on: Day): FreeMinutes | null {
  const { trial, policy, site } = facts.account;
  if (site !== 'intl' || trial === null) return null;
  const grantedOn = trial?.grantedOn ?? facts.firstAppOn;
  if (grantedOn !== null && on < grantedOn) return null;
  const cycleFrom = policy.intlFreeCycleFrom ?? CYCLE_FROM;
  const full = fullGrant(trial?.grantedOn, grantedOn, cycleFrom, on);
  if (full === null) return null;
  const sized = { ...full, minutes: trial?.minutes ?? MINUTES };
  const known = trial?.remaining;
  const partWay = known && known.asOf >= sized.from && known.asOf <= sized.through;
  const window = partWay ? startPartWay(sized, known) : sized;
  return window.from <= on && on <= window.through ? window : null;
}

type Grant = Omit<FreeMinutes, 'minutes'>;

function fullGrant(
  stated: Day | undefined,
  grantedOn: Day | null,
  cycleFrom: Day,
  on: Day,
): Grant | null {
  if (on >= cycleFrom && grantedOn !== null) {
    const { from, to } = freeCycle(grantedOn, on);
    return { kind: 'cycle', from: later(from, cycleFrom), through: addDays(to, -1) };
  }
  if (on >= MONTHLY_FROM) {
    const from = later(firstOfMonth(on), MONTHLY_FROM);
    const monthEnd = lastOfMonth(on);
    const through = grantedOn !== null && monthEnd >= cycleFrom ? addDays(cycleFrom, -1) : monthEnd;
    return { kind: 'calendar-month', from: later(from, grantedOn), through };
  }
  // Derived only for a first application under the rule; a stated grant is taken as it is.
  const once = stated ?? (grantedOn !== null && grantedOn >= ONCE_FROM ? grantedOn : null);
  if (once === null) return null;
  const beforeMonthly = addDays(MONTHLY_FROM, -1);
  const expiry = expiryOf(once);
  return { kind: 'once', from: once, through: expiry < beforeMonthly ? expiry : beforeMonthly };
}

const CYCLE_RATIOS: Readonly<Record<string, number>> = {
  audio: 1,
  sd: 2,
  hd: 4,
  fhd: 9,
  '2k': 16,
  '4k': 36,
  '2k+': 36,
};

/**
 * Free minutes that a raw minute of an item takes; null: not covered. Basic services in every era,
 * recording since there are minutes per month; one for one until the cycles, then by tier.
 */
export function freeMinutesRatio(kind: FreeMinutesKind, item: Item): number | null {
  const recording = item.startsWith('recording.') && item !== 'recording.channels';
  if (!isAvItem(item) && !(recording && kind !== 'once')) return null;
  if (kind !== 'cycle') return 1;
  return CYCLE_RATIOS[item.slice(item.lastIndexOf('.') + 1)] ?? null;
}

function later(a: Day, b: Day | null): Day {
  return b !== null && b > a ? b : a;
}
