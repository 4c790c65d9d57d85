import { describe, expect, it } from 'vitest';
import { deriveFacts } from '../../../src/shared/account/derive';
import type { Item } from '../../../src/shared/catalog/item';
import { day } from '../../../src/shared/period/day';
import { meteringPeriodOn, settlementOn } from '../../../src/shared/usage/metering-rule';
import { accountOf } from '../../support/bill-of';

/** Settlement and metering period of an item on a day. */
function rule(stated: Readonly<Record<string, unknown>>, item: Item, on: string) {
  const facts = deriveFacts(accountOf(stated));
  return `${settlementOn(facts, item, day(on))} by ${meteringPeriodOn(facts, item, day(on))}`;
}

describe('how usage is settled and over what its seconds are summed', () => {
  it.each([
    // China (rulebook 4): basic services by the account, value-added services daily.
    ['cn', 'daily', 'av.hd', '2023-06-01', 'daily by day'],
    ['cn', 'monthly', 'av.hd', '2023-06-01', 'monthly by month'],
    ['cn', 'monthly', 'recording.mixed.hd', '2023-06-01', 'daily by day'],
    ['cn', 'monthly', 'transcoding.audio', '2023-06-01', 'daily by day'],
    // International: basic services and recording tasks by calendar month before 2023-01-01.
    ['intl', 'daily', 'av.hd', '2022-12-31', 'monthly by month'],
    ['intl', 'daily', 'av.hd', '2023-01-01', 'daily by day'],
    ['intl', 'monthly', 'av.hd', '2023-01-01', 'monthly by month'],
    ['intl', 'daily', 'recording.task.hd', '2022-12-31', 'monthly by month'],
    ['intl', 'daily', 'recording.task.hd', '2023-01-01', 'daily by day'],
    ['intl', 'monthly', 'recording.task.hd', '2023-01-01', 'monthly by month'],
    ['intl', 'monthly', 'recording.output.hd', '2022-12-31', 'daily by day'],
    ['intl', 'monthly', 'transcoding.audio', '2022-12-31', 'daily by day'],
  ] as const)('%s, %s, %s on %s: %s', (site, settlement, item, on, expected) => {
    expect(rule({ site, settlement }, item, on)).toBe(expected);
  });

  it('C3: the metering period is a policy, for all that is not metered by day anyway', () => {
    const byDay = { policy: { meteringPeriod: 'day' } };
    expect(rule({ ...byDay, settlement: 'monthly' }, 'av.hd', '2023-06-01')).toBe('monthly by day');
    expect(rule({ ...byDay, site: 'intl' }, 'av.hd', '2022-12-31')).toBe('monthly by day');
    const byMonth = { policy: { meteringPeriod: 'month' }, settlement: 'daily' };
    expect(rule(byMonth, 'av.hd', '2023-06-01')).toBe('daily by month');
    expect(rule(byMonth, 'recording.mixed.hd', '2023-06-01')).toBe('daily by day');
  });
});
