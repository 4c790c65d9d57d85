import type { SettlementKind } from '../account/account';
import type { AccountFacts } from '../account/facts';
import { isAvItem, type Item } from '../catalog/item';
import { day, type Day } from '../period/day';

/** First usage day on which the international site settles by the account's own cycle. */
const INTL_ACCOUNT_CYCLE_FROM = day('2023-01-01');

function byMonthOnIntl(facts: AccountFacts, item: Item, date: Day): boolean {
  return (
    facts.account.site === 'intl' &&
    date < INTL_ACCOUNT_CYCLE_FROM &&
    (isAvItem(item) || item.startsWith('recording.task.'))
  );
}

/**
 * How usage of an item is settled: basic services by the account's cycle, value-added services daily;
 * international basic services and recording tasks monthly for usage before 2023-01-01.
 */
export function settlementOn(facts: AccountFacts, item: Item, date: Day): SettlementKind {
  if (byMonthOnIntl(facts, item, date)) return 'monthly';
  return isAvItem(item) || item.startsWith('recording.task.') ? facts.settlement : 'daily';
}

/** The period over which seconds are added up before they become minutes. */
export function meteringPeriodOn(facts: AccountFacts, item: Item, date: Day): 'day' | 'month' {
  if (byMonthOnIntl(facts, item, date)) return facts.account.policy.meteringPeriod ?? 'month';
  return isAvItem(item) || item.startsWith('recording.task.') ? facts.meteringPeriod : 'day';
}
