import { describe, expect, it } from 'vitest';
import type { Account } from '../../../src/shared/account/account';
import { unstatedAccount } from '../../../src/shared/account/defaults';
import { deriveFacts } from '../../../src/shared/account/derive';
import {
  serviceStatusOn,
  serviceTimeline,
  sourceLives,
} from '../../../src/shared/account/service-status';
import { day, type Day } from '../../../src/shared/period/day';
import { localTime } from '../../../src/shared/period/local-time';

const FIRST_APP = { firstAppOn: day('2023-06-01') };
const PACKAGE = {
  id: 'p',
  minutes: 25000,
  purchasedAt: localTime('2023-06-10T09:00:00'),
  apps: [],
};

function timeline(change: Partial<Account>, emptied: Readonly<Record<string, Day>> = {}) {
  const facts = deriveFacts({ ...unstatedAccount('cn'), ...change });
  const lives = sourceLives(facts, new Map(Object.entries(emptied)));
  return serviceTimeline(facts, lives);
}
const lines = (...args: Parameters<typeof timeline>) =>
  timeline(...args).map(({ from, to, status }) => `${from}..${to ?? ''} ${status}`);

describe('the service status', () => {
  it('trial, then stopped, where pay-as-you-go was never enabled', () => {
    const stated = { ...FIRST_APP, payAsYouGo: null };
    expect(lines(stated, { trial: day('2023-06-20') })).toEqual([
      '2023-06-01..2023-06-21 trial',
      '2023-06-21.. stopped',
    ]);
    expect(lines(stated)).toEqual(['2023-06-01..2024-07-01 trial', '2024-07-01.. stopped']);
  });

  it.each(['first-app', 'console'] as const)(
    'pay-as-you-go by %s takes over from the trial',
    (method) => {
      const payAsYouGo = { enabledOn: day('2023-06-25'), method };
      expect(lines({ ...FIRST_APP, payAsYouGo }, { trial: day('2023-06-20') })).toEqual([
        '2023-06-01..2023-06-21 trial',
        '2023-06-21..2023-06-25 stopped',
        '2023-06-25.. pay-as-you-go',
      ]);
    },
  );

  it('pay-as-you-go comes back by itself after a package: once on, it is never off', () => {
    const payAsYouGo = { enabledOn: day('2023-06-01'), method: 'console' as const };
    const stated = { ...FIRST_APP, trial: null, payAsYouGo, packages: [PACKAGE] };
    expect(lines(stated, { p: day('2023-06-30') })).toEqual([
      '2023-06-01..2023-06-10 pay-as-you-go',
      '2023-06-10..2023-07-01 package',
      '2023-07-01.. pay-as-you-go',
    ]);
  });

  it('comes on automatically when the last package ends, unless the policy says that service stops', () => {
    const stated = { ...FIRST_APP, trial: null, packages: [PACKAGE] };
    const emptied = { p: day('2023-06-30') };
    expect(lines(stated, emptied).at(-1)).toBe('2023-07-01.. pay-as-you-go');
    expect(lines({ ...stated, policy: { afterPackage: 'stopped' } }, emptied).at(-1)).toBe(
      '2023-07-01.. stopped',
    );
  });

  it('waits for the last of several packages', () => {
    const next = { ...PACKAGE, id: 'q', purchasedAt: localTime('2023-06-20T09:00:00') };
    const stated = { ...FIRST_APP, trial: null, packages: [PACKAGE, next] };
    expect(lines(stated, { p: day('2023-06-25'), q: day('2023-08-01') })).toEqual([
      '2023-06-01..2023-06-10 stopped',
      '2023-06-10..2023-08-02 package',
      '2023-08-02.. pay-as-you-go',
    ]);
  });

  it('the trial goes before packages', () => {
    const stated = { ...FIRST_APP, payAsYouGo: null, packages: [PACKAGE] };
    expect(serviceStatusOn(timeline(stated), day('2023-06-15'))).toBe('trial');
  });

  it('says nothing about days, or accounts, of which nothing is known', () => {
    expect(timeline({})).toEqual([]);
    expect(serviceStatusOn(timeline(FIRST_APP), day('2023-05-31'))).toBeNull();
    expect(serviceStatusOn(timeline(FIRST_APP), day('2030-01-01'))).toBe('pay-as-you-go');
  });
});
