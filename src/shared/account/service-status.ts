import { invariant } from '../invariant';
import { addDays, type Day } from '../period/day';
import type { AccountFacts } from './facts';
import type { Account } from './account';

/** What carries an account's basic services on a day. Arrears are not known: see arrears.ts. */
export type ServiceStatus = 'trial' | 'package' | 'pay-as-you-go' | 'stopped';

/** A source of free or prepaid minutes on the days it could be drawn from. */
export interface SourceLife {
  readonly kind: 'trial' | 'package';
  readonly from: Day;
  /** The day on which it ran empty, or its last usable day. */
  readonly lastDay: Day;
}

/** Days [from, to) with one status; `to` null: until further notice. */
export interface ServiceStretch {
  readonly from: Day;
  readonly to: Day | null;
  readonly status: ServiceStatus;
}

/** How pay-as-you-go came on. `assumed`: nothing is stated that says otherwise. */
export interface PayAsYouGoStart {
  readonly from: Day;
  readonly how: 'first-app' | 'console' | 'automatic' | 'assumed';
}

/** The trial and the packages of an account; `emptiedOn`: the day on which a source (`trial`, package id) ran empty. */
export function sourceLives(
  facts: AccountFacts,
  emptiedOn: ReadonlyMap<string, Day>,
): readonly SourceLife[] {
  const lastDay = (source: string, through: Day) => {
    const emptied = emptiedOn.get(source);
    return emptied !== undefined && emptied < through ? emptied : through;
  };
  const { trial, packages } = facts;
  const trials: SourceLife[] = trial
    ? [{ kind: 'trial', from: trial.from, lastDay: lastDay('trial', trial.through) }]
    : [];
  return [
    ...trials,
    ...packages.map(({ pack, from, through }): SourceLife => ({
      kind: 'package',
      from,
      lastDay: lastDay(pack.id, through),
    })),
  ];
}

/**
 * From when pay-as-you-go is on; null: never. It comes on with the first application, by the console
 * switch, or by itself when the last paid package ends, and once on it never goes off (rulebook 4, C9).
 */
export function payAsYouGoStart(
  account: Account,
  lives: readonly SourceLife[],
  knownSince: Day,
): PayAsYouGoStart | null {
  if (account.payAsYouGo === null) return null;
  if (account.payAsYouGo) {
    const { enabledOn, method } = account.payAsYouGo;
    return { from: enabledOn, how: method };
  }
  const packages = lives.filter(({ kind }) => kind === 'package');
  if (packages.length === 0) return { from: knownSince, how: 'assumed' };
  const after = account.policy.afterPackage ?? 'as-billed';
  if (after === 'stopped') return null;
  const from = firstDayWithout(packages);
  return { from, how: after === 'pay-as-you-go' ? 'automatic' : 'assumed' };
}

/** The first day after a package ended on which no package lives. */
function firstDayWithout(packages: readonly SourceLife[]): Day {
  const inOrder = packages.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const [first, ...others] = inOrder;
  let last = first?.lastDay;
  for (const next of others) {
    if (last !== undefined && next.from > addDays(last, 1)) break;
    if (last === undefined || next.lastDay > last) last = next.lastDay;
  }
  invariant(last, 'no package');
  return addDays(last, 1);
}

/**
 * The status of every day from the first that anything is known of. Empty where nothing is: no
 * application, no trial, no package, no pay-as-you-go.
 */
export function serviceTimeline(
  facts: AccountFacts,
  lives: readonly SourceLife[],
): readonly ServiceStretch[] {
  const enabledOn = facts.account.payAsYouGo?.enabledOn;
  const starts = [facts.firstAppOn, enabledOn, ...lives.map(({ from }) => from)];
  const [since] = starts.filter((date) => date !== null && date !== undefined).sort();
  if (since === undefined) return [];
  const payAsYouGo = payAsYouGoStart(facts.account, lives, since);
  const changes = new Set([since, ...lives.flatMap((l) => [l.from, addDays(l.lastDay, 1)])]);
  if (payAsYouGo) changes.add(payAsYouGo.from);
  const days = [...changes].filter((date) => date >= since).sort();
  return merged(
    days.map((from, index) => ({
      from,
      to: days[index + 1] ?? null,
      status: statusOf(from, lives, payAsYouGo),
    })),
  );
}

function statusOf(
  date: Day,
  lives: readonly SourceLife[],
  payAsYouGo: PayAsYouGoStart | null,
): ServiceStatus {
  const alive = (kind: SourceLife['kind']) =>
    lives.some((life) => life.kind === kind && life.from <= date && date <= life.lastDay);
  if (alive('trial')) return 'trial';
  if (alive('package')) return 'package';
  return payAsYouGo && payAsYouGo.from <= date ? 'pay-as-you-go' : 'stopped';
}

function merged(stretches: readonly ServiceStretch[]): readonly ServiceStretch[] {
  const result: ServiceStretch[] = [];
  for (const next of stretches) {
    const last = result.at(-1);
    if (last?.status === next.status) result[result.length - 1] = { ...last, to: next.to };
    else result.push(next);
  }
  return result;
}

/** The status on a day; null: before anything is known. */
export function serviceStatusOn(
  timeline: readonly ServiceStretch[],
  date: Day,
): ServiceStatus | null {
  return (
    timeline.find(({ from, to }) => from <= date && (to === null || date < to))?.status ?? null
  );
}
