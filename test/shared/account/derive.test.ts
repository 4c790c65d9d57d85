import { describe, expect, it } from 'vitest';
import type { Account, MinutePackage } from '../../../src/shared/account/account';
import { unstatedAccount } from '../../../src/shared/account/defaults';
import { deriveFacts } from '../../../src/shared/account/derive';
import { expiryOf } from '../../../src/shared/account/expiry';
import type { Site } from '../../../src/shared/catalog/site';
import { day } from '../../../src/shared/period/day';
import { localTime } from '../../../src/shared/period/local-time';

const account = (change: Partial<Account> = {}, site: Site = 'cn'): Account => ({
  ...unstatedAccount(site),
  ...change,
});
const pack = (id: string, purchasedOn: string, change: Partial<MinutePackage> = {}) => ({
  id,
  minutes: 1000,
  purchasedAt: localTime(`${purchasedOn}T12:00:00`),
  apps: [],
  ...change,
});
const factsOf = (change: Partial<Account> = {}, site: Site = 'cn') =>
  deriveFacts(account(change, site));
const why = (fact: string, change: Partial<Account> = {}, site: Site = 'cn') =>
  factsOf(change, site).derived.find((entry) => entry.fact === fact)?.reason;

describe('settlement', () => {
  it.each([
    ['2020-08-31', 'monthly', 'month', 'settlement-monthly'],
    ['2020-09-01', 'daily', 'day', 'settlement-daily'],
  ])('first app on %s: %s, seconds per %s', (firstApp, settlement, meteringPeriod, reason) => {
    const stated = { firstAppOn: day(firstApp) };
    expect(factsOf(stated)).toMatchObject({ settlement, meteringPeriod });
    expect(why('settlement', stated)).toBe(reason);
  });

  it('is overridden by what is stated; the metering period follows, or its policy', () => {
    const stated = { firstAppOn: day('2021-01-01'), settlement: 'monthly' as const };
    expect(factsOf(stated)).toMatchObject({ settlement: 'monthly', meteringPeriod: 'month' });
    expect(why('settlement', stated)).toBe('settlement-stated');
    const policy = {
      ...stated,
      policy: { meteringPeriod: 'day', meteringScope: 'account' },
    } as const;
    expect(factsOf(policy)).toMatchObject({ meteringPeriod: 'day', meteringScope: 'account' });
    expect(why('meteringPeriod', policy)).toBe('policy-chosen');
  });

  it('is assumed daily where nothing is known, and says so', () => {
    expect(factsOf()).toMatchObject({ firstAppOn: null, settlement: 'daily' });
    expect(why('settlement')).toBe('settlement-assumed');
    expect(why('firstAppOn')).toBe('first-app-unknown');
  });

  it('takes the earliest application where the first is not stated', () => {
    const apps = [
      { sdkAppId: '2', createdOn: day('2020-09-01') },
      { sdkAppId: '1', createdOn: day('2020-08-31') },
      { sdkAppId: '3' },
    ];
    expect(factsOf({ apps })).toMatchObject({ firstAppOn: '2020-08-31', settlement: 'monthly' });
    expect(factsOf({ apps, firstAppOn: day('2020-09-05') }).firstAppOn).toBe('2020-09-05');
  });
});

describe('the month of a bill', () => {
  it.each([
    ['2021-04-13', 'deduction'],
    ['2021-04-14', 'usage'],
  ])('registered on %s: by %s', (registeredOn, basis) => {
    expect(factsOf({ registeredOn: day(registeredOn) }).billMonthBasis).toBe(basis);
  });

  it('is by use where nothing is known, and as stated where it is stated', () => {
    expect(why('billMonthBasis')).toBe('bill-month-assumed');
    const stated = { registeredOn: day('2021-04-14'), billMonthBasis: 'deduction' as const };
    expect(factsOf(stated).billMonthBasis).toBe('deduction');
  });
});

describe('the trial', () => {
  it.each([
    ['2019-05-31', null],
    ['2019-06-01', { minutes: 1000, from: '2019-06-01', through: '2020-06-30' }],
    ['2019-10-10', { minutes: 1000, from: '2019-10-10', through: '2020-10-31' }],
    ['2019-10-11', { minutes: 10000, from: '2019-10-11', through: '2020-10-31' }],
    ['2020-02-29', { minutes: 10000, from: '2020-02-29', through: '2021-02-28' }],
    ['2019-12-31', { minutes: 10000, from: '2019-12-31', through: '2020-12-31' }],
  ])('first app on %s: %j', (firstApp, trial) => {
    expect(factsOf({ firstAppOn: day(firstApp) }).trial).toEqual(trial);
  });

  it('is as stated: its day, its minutes, its end, none', () => {
    const firstAppOn = day('2021-01-01');
    const trial = { grantedOn: day('2021-03-05') };
    expect(factsOf({ firstAppOn, trial }).trial).toEqual({
      minutes: 10000,
      from: '2021-03-05',
      through: '2022-03-31',
    });
    expect(
      factsOf({ firstAppOn, trial: { ...trial, minutes: 500, expiresOn: day('2021-04-01') } })
        .trial,
    ).toEqual({ minutes: 500, from: '2021-03-05', through: '2021-04-01' });
    expect(factsOf({ firstAppOn, trial: null }).trial).toBeNull();
    expect(why('trial', { firstAppOn, trial: null })).toBe('trial-none');
  });

  it('begins part-way where its balance on a day is known', () => {
    const remaining = { asOf: day('2021-06-01'), minutes: 42 };
    const { trial } = factsOf({ trial: { grantedOn: day('2021-03-05'), remaining } });
    expect(trial).toEqual({ minutes: 42, from: '2021-06-01', through: '2022-03-31' });
  });

  it('is not known without a first app, and is by usage day on the international site', () => {
    expect(why('trial')).toBe('trial-unknown');
    const stated = { firstAppOn: day('2022-01-01') };
    expect(factsOf(stated, 'intl').trial).toBeNull();
    expect(why('trial', stated, 'intl')).toBe('free-minutes-derived');
    expect(why('trial', { trial: { grantedOn: day('2022-11-15') } }, 'intl')).toBe(
      'free-minutes-stated',
    );
  });
});

describe('packages', () => {
  it.each([
    ['2020-05-01', '2021-05-31'],
    ['2019-03-15', '2020-03-31'],
    ['2019-10-11', '2020-10-31'],
  ])('G23: bought or granted on %s, usable through %s', (start, through) => {
    expect(expiryOf(day(start))).toBe(through);
    expect(factsOf({ packages: [pack('p', start)] }).packages[0]?.through).toBe(through);
  });

  it.each([
    ['2020-08-01', '2020-08-01'],
    ['2020-08-31', '2020-08-01'],
    ['2020-09-01', '2020-09-01'],
    ['2020-09-15', '2020-09-15'],
  ])('bought on %s, usable from %s', (purchasedOn, from) => {
    expect(factsOf({ packages: [pack('p', purchasedOn)] }).packages[0]?.from).toBe(from);
  });

  it('ends as stated, and begins part-way where its balance on a day is known', () => {
    const stated = pack('p', '2023-06-01', {
      expiresOn: day('2023-12-31'),
      remaining: { asOf: day('2023-07-01'), minutes: 7 },
    });
    const facts = factsOf({ packages: [stated] });
    expect(facts.packages[0]).toMatchObject({
      from: '2023-07-01',
      through: '2023-12-31',
      minutes: 7,
    });
    expect(why('package:p', { packages: [stated] })).toBe('package-remaining-stated-expiry');
  });

  it('a balance known before the window begins does not open it earlier', () => {
    const remaining = { asOf: day('2023-01-01'), minutes: 7 };
    const facts = factsOf({ packages: [pack('p', '2023-06-01', { remaining })] });
    expect(facts.packages[0]?.from).toBe('2023-06-01');
  });

  const order = (packages: readonly MinutePackage[], policy: Account['policy'] = {}) =>
    factsOf({ packages, policy }).packages.map((window) => window.pack.id);

  it('are drawn by expiry, then purchase, then id as text; single-type ones first', () => {
    const late = pack('late', '2023-07-01');
    const noon = pack('noon', '2023-06-02');
    const b = pack('9', '2023-06-01');
    const a = pack('10', '2023-06-01');
    const single = pack('single', '2023-12-01', { tier: 'hd' });
    expect(order([late, noon, b, single, a])).toEqual(['single', '10', '9', 'noon', 'late']);
  });

  it('are drawn in another order by policy', () => {
    const early = pack('early', '2023-01-01', { expiresOn: day('2025-01-01') });
    const bound = pack('bound', '2023-03-01', { expiresOn: day('2024-12-31'), apps: ['1'] });
    const late = pack('late', '2023-02-01', { expiresOn: day('2023-12-31') });
    const all = [early, bound, late];
    expect(order(all)).toEqual(['late', 'bound', 'early']);
    expect(order(all, { packageOrder: 'purchase-first' })).toEqual(['early', 'late', 'bound']);
    expect(order(all, { packageOrder: 'narrow-scope-first' })).toEqual(['bound', 'late', 'early']);
  });
});

describe('arrears', () => {
  it.each(['cn', 'intl'] as const)(
    'are not known on %s, with what they would do and where that is said',
    (site) => {
      const note = factsOf({}, site).derived.at(-1);
      expect(note).toMatchObject({
        fact: 'arrears',
        value: 'not-known',
        reason: `arrears-${site}`,
      });
      expect(note?.citation).toMatchObject({
        document: '欠费停服说明.md',
        evidence: site === 'cn' ? 'seen' : 'inferred',
      });
    },
  );
});
