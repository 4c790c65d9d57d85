import type { AccountFacts, TrialWindow } from '../account/facts';
import { expiryOf } from '../account/expiry';
import { startPartWay } from '../account/trial-window';
import { isAvItem, type Item } from '../catalog/item';
import { addDays, addMonths, day, firstOfMonth, lastOfMonth, type Day } from '../period/day';
import type { MinuteSource } from './minute-source';

/** The international site's free minutes, by usage day (rulebook 2). */
const ONCE_FROM = day('2021-08-20');
const MONTHLY_FROM = day('2021-11-05');
const CYCLES_FROM = day('2023-01-12');
const FREE_MINUTES = 10_000;

/** Free minutes that one raw minute takes in the per-cycle era, in calls and recordings alike. */
const CYCLE_RATIOS: Readonly<Record<string, number>> = {
  audio: 1,
  sd: 2,
  hd: 4,
  fhd: 9,
  '2k': 16,
  '4k': 36,
  '2k+': 36,
};

const latest = (a: Day, b: Day) => (a > b ? a : b);
const earliest = (a: Day, b: Day) => (a < b ? a : b);

const basicOnly = (item: Item) => (isAvItem(item) ? 1 : null);
const isFreeItem = (item: Item) =>
  isAvItem(item) || (item.startsWith('recording.') && item !== 'recording.channels');
const oneForOne = (item: Item) => (isFreeItem(item) ? 1 : null);
const byTier = (item: Item) =>
  isFreeItem(item) ? (CYCLE_RATIOS[item.slice(item.lastIndexOf('.') + 1)] ?? null) : null;

/** Which of the site's rules about free minutes held on a usage day. */
export type FreeMinutesRule = 'once' | 'monthly' | 'cycles';

export function freeMinutesRuleOn({ account }: AccountFacts, date: Day): FreeMinutesRule {
  if (date >= (account.policy.intlFreeCycleFrom ?? CYCLES_FROM)) return 'cycles';
  return date >= MONTHLY_FROM ? 'monthly' : 'once';
}

interface Grant {
  /** Not known: the day from which every active account has monthly minutes, and no cycle. */
  readonly on: Day;
  readonly source: 'stated' | 'derived' | 'unknown';
  readonly minutes: number;
  readonly expiresOn: Day;
}

function grantOf({ account, firstAppOn }: AccountFacts): Grant | null {
  if (account.trial === null) return null;
  const known = account.trial?.grantedOn ?? firstAppOn;
  const on = known ?? MONTHLY_FROM;
  return {
    on,
    source: account.trial ? 'stated' : known === null ? 'unknown' : 'derived',
    minutes: account.trial?.minutes ?? FREE_MINUTES,
    expiresOn: account.trial?.expiresOn ?? expiryOf(on),
  };
}

/** One grant, which ends when the monthly minutes begin; none is derived for an earlier first app. */
function onceWindow({ on, source, minutes, expiresOn }: Grant, until: Day): TrialWindow[] {
  const through = earliest(expiresOn, addDays(MONTHLY_FROM, -1));
  if (on > earliest(through, until) || (source === 'derived' && on < ONCE_FROM)) return [];
  return [{ minutes, from: on, through }];
}

/** Whole minutes for every calendar month, the first one too where it is not whole itself. */
function monthlyWindows({ on, minutes }: Grant, cyclesFrom: Day, until: Day): TrialWindow[] {
  const windows: TrialWindow[] = [];
  const end = earliest(addDays(cyclesFrom, -1), until);
  let from = latest(on, MONTHLY_FROM);
  while (from <= end) {
    windows.push({ minutes, from, through: earliest(lastOfMonth(from), addDays(cyclesFrom, -1)) });
    from = addMonths(firstOfMonth(from), 1);
  }
  return windows;
}

/** A cycle begins on the grant day's day of month, or on the month's last day where there is none. */
function cycleWindows({ on, source, minutes }: Grant, cyclesFrom: Day, until: Day): TrialWindow[] {
  if (source === 'unknown') return [];
  const windows: TrialWindow[] = [];
  for (let index = 0; addMonths(on, index) <= until; index += 1) {
    const through = addDays(addMonths(on, index + 1), -1);
    const from = latest(addMonths(on, index), cyclesFrom);
    if (from <= through && from <= until) windows.push({ minutes, from, through });
  }
  return windows;
}

/**
 * The free minutes of an international account, one source per grant, month or cycle. They cover basic
 * services, and from 2021-11-05 recordings (C6: not mixed-stream transcoding).
 *
 * @param until the last day of use: no window begins after it.
 */
export function internationalFreeMinutes(facts: AccountFacts, until: Day): MinuteSource[] {
  const grant = grantOf(facts);
  if (grant === null) return [];
  const cyclesFrom = facts.account.policy.intlFreeCycleFrom ?? CYCLES_FROM;
  const sourcesOf = (windows: TrialWindow[], ratioOn: MinuteSource['ratioOn']) =>
    windows.map((window) => ({ window, ratioOn }));
  const remaining = facts.account.trial?.remaining;
  return [
    ...sourcesOf(onceWindow(grant, until), basicOnly),
    ...sourcesOf(monthlyWindows(grant, cyclesFrom, until), oneForOne),
    ...sourcesOf(cycleWindows(grant, cyclesFrom, until), byTier),
  ].flatMap(({ window, ratioOn }): MinuteSource[] => {
    if (remaining && window.through < remaining.asOf) return [];
    const known = remaining && window.from <= remaining.asOf;
    const left = known ? startPartWay(window, remaining) : window;
    return [{ id: 'trial', kind: 'trial', ...left, apps: null, ratioOn }];
  });
}
