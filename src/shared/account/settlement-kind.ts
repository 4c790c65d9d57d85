import { day, type Day } from '../period/day';
import type { Account, BillMonthBasis, SettlementKind } from './account';
import type { DerivedFact } from './facts';

/** A fact with the sentence that says where it comes from. */
export interface Reasoned<T> {
  readonly value: T;
  readonly why: DerivedFact;
}

const DAILY_SINCE = day('2020-09-01');
const USAGE_MONTHS_SINCE = day('2021-04-14');

/** Daily for a first application from 2020-09-01 on, else monthly (rulebook 4). Not known: daily. */
export function settlementKind(
  stated: Account['settlement'],
  firstAppOn: Day | null,
): Reasoned<SettlementKind> {
  const because = (value: SettlementKind, reason: string, params: DerivedFact['params'] = {}) => ({
    value,
    why: { fact: 'settlement', value, reason, params },
  });
  if (stated !== undefined) return because(stated, 'settlement-stated');
  if (firstAppOn === null) return because('daily', 'settlement-assumed');
  const params = { firstAppOn, since: DAILY_SINCE };
  return firstAppOn >= DAILY_SINCE
    ? because('daily', 'settlement-daily', params)
    : because('monthly', 'settlement-monthly', params);
}

/**
 * The month of use for accounts registered from 2021-04-14 on, else the month in which the money was
 * taken (rulebook 6). Not known: the month of use.
 */
export function billMonthBasis(
  stated: Account['billMonthBasis'],
  registeredOn: Day | undefined,
): Reasoned<BillMonthBasis> {
  const because = (value: BillMonthBasis, reason: string, params: DerivedFact['params'] = {}) => ({
    value,
    why: { fact: 'billMonthBasis', value, reason, params },
  });
  if (stated !== undefined) return because(stated, 'bill-month-stated');
  if (registeredOn === undefined) return because('usage', 'bill-month-assumed');
  const params = { registeredOn, since: USAGE_MONTHS_SINCE };
  return registeredOn >= USAGE_MONTHS_SINCE
    ? because('usage', 'bill-month-usage', params)
    : because('deduction', 'bill-month-deduction', params);
}
