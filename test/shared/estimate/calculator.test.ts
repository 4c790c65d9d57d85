import { describe, expect, it } from 'vitest';
import type { Account } from '../../../src/shared/account/account';
import { readAccount } from '../../../src/shared/account/account-file';
import { estimate, type EstimateInput } from '../../../src/shared/estimate/calculator';
import {
  DAYS_PER_MONTH,
  type CallPlan,
  type LivePlan,
} from '../../../src/shared/estimate/usage-plan';
import { decimal, toText } from '../../../src/shared/money/decimal';
import { day } from '../../../src/shared/period/day';
import { shippedPriceBook } from '../../support/price-books';

const BOOKS = { cn: shippedPriceBook('cn'), intl: shippedPriceBook('intl') };

const CALLS: CallPlan = {
  kind: 'calls',
  item: 'av.hd',
  callsPerDay: decimal(100),
  usersPerCall: decimal(3),
  minutesPerUser: decimal(20),
  daysPerMonth: DAYS_PER_MONTH,
};
const LIVE: LivePlan = {
  kind: 'live',
  item: 'av.hd',
  roomsPerDay: decimal(10),
  anchorsPerRoom: decimal(2),
  audiencePerRoom: decimal(50),
  minutesPerRoom: decimal(60),
  daysPerMonth: DAYS_PER_MONTH,
};

function account(facts: object): Account {
  const read = readAccount(JSON.stringify({ site: 'cn', ...facts }));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

function estimated(input: Pick<EstimateInput, 'plan'> & Partial<EstimateInput>) {
  const owner = input.account ?? account({});
  const result = estimate({
    priceBook: BOOKS[owner.site],
    on: day('2023-06-01'),
    ...input,
    account: owner,
  });
  if (!result.ok) return result.error;
  const { lines, minutes, packageMinutes, amount } = result.value;
  return {
    lines: lines.map((line) => [line.item, line.minutes, toText(line.amount)]),
    minutes,
    packageMinutes,
    amount: toText(amount),
    rules: lines.map(({ steps }) => steps.map(({ rule }) => rule)),
  };
}

describe('an estimate of calls', () => {
  it('counts audio once for each user', () => {
    // 100 x 3 x 20 x 30 = 180,000 minutes at 7
    const plan = { ...CALLS, item: 'av.audio' as const };
    expect(estimated({ plan })).toMatchObject({
      minutes: 180_000,
      packageMinutes: 180_000,
      amount: '1260',
    });
  });

  it('counts video once for each stream of another user', () => {
    // 100 x 3 x 2 x 20 x 30 = 360,000 minutes at 28; 4 package minutes each
    expect(estimated({ plan: CALLS })).toMatchObject({
      lines: [['av.hd', 360_000, '10080']],
      packageMinutes: 1_440_000,
      rules: [['calls-streams', 'whole-minutes', 'package-minutes', 'list-price', 'amount']],
    });
  });

  it.each([
    ['av.sd', '5040', 720_000],
    ['av.fhd', '22680', 3_240_000],
    ['av.2k', '40320', 5_760_000],
    ['av.4k', '90720', 12_960_000],
  ] as const)('prices %s at %s', (item, amount, packageMinutes) => {
    expect(estimated({ plan: { ...CALLS, item } })).toMatchObject({ amount, packageMinutes });
  });

  it('takes prices and ratios of the day, and as many days as are said', () => {
    const plan = { ...CALLS, item: 'av.fhd' as const, daysPerMonth: 31 };
    expect(estimated({ plan, on: day('2022-05-31') })).toMatchObject({
      minutes: 372_000,
      packageMinutes: 5_580_000,
      amount: '39060',
    });
  });

  it('takes averages with decimals and rounds the month up to whole minutes', () => {
    // 1 x 2.5 x 1.5 x 0.1 x 30 = 11.25
    const plan = {
      ...CALLS,
      callsPerDay: decimal(1),
      usersPerCall: decimal('2.5'),
      minutesPerUser: decimal('0.1'),
    };
    expect(estimated({ plan })).toMatchObject({ minutes: 12, amount: '0.336' });
  });

  it('takes the terms of a contract', () => {
    const owner = account({
      contract: [{ item: 'av.hd', discount: '0.9', from: '2023-01-01', reference: 'p. 3' }],
    });
    expect(estimated({ plan: CALLS, account: owner })).toMatchObject({
      amount: '9072',
      rules: [
        [
          'calls-streams',
          'whole-minutes',
          'package-minutes',
          'list-price',
          'contract-discount',
          'amount',
        ],
      ],
    });
  });
});

describe('an estimate of interactive live', () => {
  it('counts audio once for everyone in the room', () => {
    // 10 x (2 + 50) x 60 x 30
    const plan = { ...LIVE, item: 'av.audio' as const };
    expect(estimated({ plan })).toMatchObject({ minutes: 936_000, amount: '6552' });
  });

  it('counts video for each anchor that someone receives', () => {
    // 10 x (2 x 1 + 50 x 2) x 60 x 30 = 1,836,000 at 28
    expect(estimated({ plan: LIVE })).toMatchObject({ lines: [['av.hd', 1_836_000, '51408']] });
  });
});

describe('where the areas of pictures are added (international, first application from 2021-10-27)', () => {
  const intl = account({ site: 'intl' });

  it('each user makes one duration, in the tier of the sum', () => {
    // 2 x 1280 x 720 = 1,843,200 pixels: full HD, 100 x 3 x 20 x 30 = 180,000 minutes at 8.99
    expect(estimated({ plan: CALLS, account: intl })).toMatchObject({
      lines: [['av.fhd', 180_000, '1618.2']],
      rules: [['calls-areas', 'whole-minutes', 'package-minutes', 'list-price', 'amount']],
    });
  });

  it('anchors and audience can make different tiers', () => {
    // Anchors receive 1 HD picture: 10 x 2 x 60 x 30; the audience 2: full HD, 10 x 50 x 60 x 30
    expect(estimated({ plan: LIVE, account: intl })).toMatchObject({
      lines: [
        ['av.hd', 36_000, '143.64'],
        ['av.fhd', 900_000, '8091'],
      ],
    });
  });

  it('a lone anchor receives nothing', () => {
    const plan = { ...LIVE, anchorsPerRoom: decimal(1) };
    expect(estimated({ plan, account: intl })).toMatchObject({
      lines: [['av.hd', 900_000, '3591']],
    });
  });

  it('earlier accounts add durations, and one can ask for either', () => {
    const earlier = account({ site: 'intl', firstAppOn: '2021-10-26' });
    const durations = [['av.hd', 360_000, '1436.4']];
    expect(estimated({ plan: CALLS, account: earlier })).toMatchObject({ lines: durations });
    expect(estimated({ plan: CALLS, account: intl, streamRule: 'sum-of-streams' })).toMatchObject({
      lines: durations,
    });
  });

  it('more than the largest tier has no price', () => {
    expect(estimated({ plan: { ...CALLS, item: 'av.4k' }, account: intl })).toBe('above-top-tier');
  });
});

describe('an estimate in the tiers of a month', () => {
  it('shares the time in the ratio of their minutes', () => {
    const mix = [
      { item: 'av.hd' as const, minutes: 2 },
      { item: 'av.audio' as const, minutes: 1 },
    ];
    // Audio: 100 x 3 x 20 x 30 / 3 = 60,000; HD: 100 x 3 x 2 x 20 x 30 x 2 / 3 = 240,000.
    const shared = estimated({ plan: { ...CALLS, mix } });
    expect(shared).toMatchObject({
      lines: [
        ['av.audio', 60_000, '420'],
        ['av.hd', 240_000, '6720'],
      ],
      minutes: 300_000,
      amount: '7140',
    });
    if (typeof shared === 'string') throw new Error(shared);
    expect(shared.rules[0]?.slice(0, 3)).toEqual(['calls-audio', 'part-of-mix', 'whole-minutes']);
  });

  it('of one tier is the estimate of that tier', () => {
    for (const plan of [CALLS, LIVE]) {
      const { rules, ...alone } = estimated({ plan }) as Exclude<
        ReturnType<typeof estimated>,
        string
      >;
      const mix = [{ item: 'av.hd' as const, minutes: 7 }];
      expect(estimated({ plan: { ...plan, item: 'av.4k', mix } })).toMatchObject(alone);
      expect(rules).toHaveLength(1);
    }
  });

  it('rounds the part of a tier to ten-thousandths before the month becomes whole minutes', () => {
    const mix = [
      { item: 'av.audio' as const, minutes: 1 },
      { item: 'av.sd' as const, minutes: 2 },
    ];
    // 1 x 1 x 1 x 1 = 1 minute: 0.3333 and 0.6667, each up to 1. A lone user receives no picture.
    const plan = {
      ...LIVE,
      mix,
      roomsPerDay: decimal(1),
      anchorsPerRoom: decimal(1),
      audiencePerRoom: decimal(0),
      minutesPerRoom: decimal(1),
      daysPerMonth: 1,
    };
    expect(estimated({ plan })).toMatchObject({
      lines: [
        ['av.audio', 1, '0.007'],
        ['av.sd', 0, '0'],
      ],
    });
  });
});

describe('a plan that cannot be', () => {
  it.each([
    ['below-zero', { ...CALLS, callsPerDay: decimal(-1) }],
    ['below-zero', { ...LIVE, audiencePerRoom: decimal(-1) }],
    ['nobody-there', { ...CALLS, usersPerCall: decimal('0.5') }],
    ['nobody-there', { ...LIVE, anchorsPerRoom: decimal(0) }],
    ['bad-days', { ...CALLS, daysPerMonth: 32 }],
    ['bad-days', { ...CALLS, daysPerMonth: 1.5 }],
    ['too-large', { ...CALLS, callsPerDay: decimal('1000000000000') }],
  ] as const)('is refused: %s', (problem, plan) => {
    expect(estimated({ plan })).toBe(problem);
  });

  it('is refused where there was no price', () => {
    expect(estimated({ plan: CALLS, on: day('2017-01-01') })).toBe('no-price');
  });
});
