import { day, type Day } from '../period/day';
import type { Account, RemainingBalance, TrialGrant } from './account';
import { expiryOf } from './expiry';
import type { DerivedFact, TrialWindow } from './facts';
import type { Reasoned } from './settlement-kind';

/** What a first application is given, by its day (rulebook 2). Newest first. */
const GRANTS: readonly { readonly since: Day; readonly minutes: number }[] = [
  { since: day('2019-10-11'), minutes: 10_000 },
  { since: day('2019-06-01'), minutes: 1_000 },
];

/** Minutes of a stated grant that names none. */
const STATED_GRANT_MINUTES = 10_000;

/**
 * The one trial of a China account: stated, or derived from the day of the first application.
 * International accounts have free minutes by usage day instead; for them this is null.
 */
export function trialWindow(
  account: Account,
  firstAppOn: Day | null,
): Reasoned<TrialWindow | null> {
  if (account.trial === null) return none('trial-none');
  if (account.site === 'intl') return internationalGrant(account.trial, firstAppOn);
  if (account.trial !== undefined) return statedGrant(account.trial);
  if (firstAppOn === null) return none('trial-unknown');
  const grant = GRANTS.find(({ since }) => firstAppOn >= since);
  if (grant === undefined) return none('trial-too-early', { firstAppOn });
  const window = {
    minutes: grant.minutes,
    from: firstAppOn,
    through: expiryOf(firstAppOn),
  };
  return some(window, 'trial-derived', { firstAppOn, since: grant.since });
}

function statedGrant(trial: TrialGrant): Reasoned<TrialWindow> {
  const through = trial.expiresOn ?? expiryOf(trial.grantedOn);
  const full = { minutes: trial.minutes ?? STATED_GRANT_MINUTES, from: trial.grantedOn, through };
  const window = startPartWay(full, trial.remaining);
  const reason = trial.remaining ? 'trial-remaining' : 'trial-stated';
  return some(window, reason, { grantedOn: trial.grantedOn });
}

function internationalGrant(trial: TrialGrant | undefined, firstAppOn: Day | null): Reasoned<null> {
  if (trial !== undefined) return none('free-minutes-stated', { grantedOn: trial.grantedOn });
  if (firstAppOn === null) return none('free-minutes-unknown');
  return none('free-minutes-derived', { firstAppOn });
}

/** A balance that is known part-way counts from that day on; before it nothing is drawn. */
export function startPartWay<W extends TrialWindow>(
  full: W,
  remaining: RemainingBalance | undefined,
): W {
  if (remaining === undefined) return full;
  const from = remaining.asOf > full.from ? remaining.asOf : full.from;
  return { ...full, from, minutes: remaining.minutes };
}

function some(
  window: TrialWindow,
  reason: string,
  params: DerivedFact['params'],
): Reasoned<TrialWindow> {
  const { minutes, from, through } = window;
  const value = `${minutes}, ${from} – ${through}`;
  return {
    value: window,
    why: { fact: 'trial', value, reason, params: { ...params, minutes, from, through } },
  };
}

function none(reason: string, params: DerivedFact['params'] = {}): Reasoned<null> {
  return { value: null, why: { fact: 'trial', value: 'none', reason, params } };
}
