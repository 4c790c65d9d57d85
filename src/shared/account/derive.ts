import type { Day } from '../period/day';
import { arrearsNote } from './arrears';
import type { Account, SettlementKind } from './account';
import type { AccountFacts, DerivedFact } from './facts';
import { inDrawdownOrder, packageWindow } from './package-window';
import { billMonthBasis, settlementKind, type Reasoned } from './settlement-kind';
import { withReferences } from './references';
import { trialWindow } from './trial-window';

/**
 * Fills in everything that follows from what the account states, each fact with its reason. A stated
 * value always wins; nothing is judged by date.
 */
export function deriveFacts(account: Account): AccountFacts {
  const firstApp = firstAppDay(account);
  const settlement = settlementKind(account.settlement, firstApp.value);
  const basis = billMonthBasis(account.billMonthBasis, account.registeredOn);
  const scope = meteringScope(account);
  const period = meteringPeriod(account, settlement.value);
  const trial = trialWindow(account, firstApp.value);
  const packages = account.packages.map(packageWindow);
  return {
    account,
    firstAppOn: firstApp.value,
    settlement: settlement.value,
    billMonthBasis: basis.value,
    meteringScope: scope.value,
    meteringPeriod: period.value,
    trial: trial.value,
    packages: inDrawdownOrder(
      packages.map(({ value }) => value),
      account.policy.packageOrder,
    ),
    derived: withReferences(
      [
        ...[firstApp, settlement, basis, scope, period, trial, ...packages].map(({ why }) => why),
        arrearsNote(account.site),
      ],
      account,
    ),
  };
}

function firstAppDay(account: Account): Reasoned<Day | null> {
  const because = (value: Day | null, reason: string, params: DerivedFact['params'] = {}) => ({
    value,
    why: { fact: 'firstAppOn', value: value ?? 'unknown', reason, params },
  });
  if (account.firstAppOn !== undefined) return because(account.firstAppOn, 'first-app-stated');
  const [earliest] = account.apps
    .flatMap(({ sdkAppId, createdOn }) => (createdOn ? [{ sdkAppId, createdOn }] : []))
    .toSorted((a, b) => (a.createdOn < b.createdOn ? -1 : 1));
  if (earliest === undefined) return because(null, 'first-app-unknown');
  return because(earliest.createdOn, 'first-app-earliest', { sdkAppId: earliest.sdkAppId });
}

function meteringScope(account: Account): Reasoned<AccountFacts['meteringScope']> {
  const chosen = account.policy.meteringScope;
  const value = chosen ?? 'application';
  const reason = chosen === undefined ? 'metering-scope-default' : 'policy-chosen';
  return { value, why: { fact: 'meteringScope', value, reason, params: {} } };
}

function meteringPeriod(
  account: Account,
  settlement: SettlementKind,
): Reasoned<AccountFacts['meteringPeriod']> {
  const because = (value: AccountFacts['meteringPeriod'], reason: string) => ({
    value,
    why: { fact: 'meteringPeriod', value, reason, params: {} },
  });
  const chosen = account.policy.meteringPeriod;
  if (chosen !== undefined) return because(chosen, 'policy-chosen');
  return settlement === 'daily'
    ? because('day', 'metering-period-daily')
    : because('month', 'metering-period-monthly');
}
