import { describe, expect, it } from 'vitest';
import { deriveFacts } from '../../../src/shared/account/derive';
import { toText } from '../../../src/shared/money/decimal';
import { addDays, day } from '../../../src/shared/period/day';
import { indexPriceBook, listPriceFor } from '../../../src/shared/pricing/list-price';
import { priceHolder } from '../../../src/shared/pricing/price-holder';
import { meterUsage } from '../../../src/shared/usage/meter';
import { timedSteps } from '../../../src/shared/usage/timed-steps';
import { accountOf, billOf, chargeTexts, drawdownTexts } from '../../support/bill-of';
import { ledger, type UsageRow } from '../../support/usage-ledger';
import { shippedBook } from '../pricing/books';

const DAILY = { settlement: 'daily' };
const MONTHLY = { settlement: 'monthly' };
const APP = '1400000001';

describe('examples of the provider about balances, rounding and validity (rulebook, section 9)', () => {
  const trialAndOldPackages = {
    ...MONTHLY,
    firstAppOn: '2019-10-11',
    trial: { grantedOn: '2019-10-11', minutes: 10_000 },
    packages: [
      {
        id: 'sd',
        minutes: 250_000,
        tier: 'sd',
        purchasedAt: '2019-11-01T00:00:00',
      },
      { id: 'voice', minutes: 50_000, tier: 'audio', purchasedAt: '2019-11-01T00:00:00' },
    ],
  };
  const october = [
    { day: '2019-10-31', item: 'av.audio', seconds: 199.5 * 60 },
    { day: '2019-10-31', item: 'av.sd', seconds: 300 * 60 },
    { day: '2019-10-31', item: 'av.hd', seconds: 500 * 60 },
  ] as const;

  it('G14: October 2019 takes 1,000 minutes of the trial, one for one in every tier', () => {
    const bill = billOf(trialAndOldPackages, october);
    expect(drawdownTexts(bill)).toEqual([
      '2019-10-31 av.audio trial: 200 x 1 -> 9800',
      '2019-10-31 av.sd trial: 300 x 1 -> 9500',
      '2019-10-31 av.hd trial: 500 x 1 -> 9000',
    ]);
    expect(bill.charges.map(({ billableMinutes }) => billableMinutes)).toEqual([0, 0, 0]);
  });

  it('G15: November 2019: trial, then single-type packages; 2,001 HD minutes are 56.028 (printed: 56.056)', () => {
    const november = [
      { day: '2019-11-30', item: 'av.audio', seconds: 39_999.5 * 60 },
      { day: '2019-11-30', item: 'av.sd', seconds: 10_000 * 60 },
      { day: '2019-11-30', item: 'av.hd', seconds: 2000.5 * 60 },
    ] as const;
    const bill = billOf(trialAndOldPackages, [...october, ...november], {
      from: '2019-11-01',
      to: '2019-12-01',
    });
    expect(drawdownTexts(bill)).toEqual([
      '2019-11-30 av.audio trial: 9000 x 1 -> 0',
      '2019-11-30 av.audio voice: 31000 x 1 -> 19000',
      '2019-11-30 av.sd sd: 10000 x 1 -> 240000',
    ]);
    expect(chargeTexts(bill)).toEqual([
      `2019-11-01/${APP}/av.audio: 40000 = 9000 + 31000 + 0 at 7 is 0`,
      `2019-11-01/${APP}/av.sd: 10000 = 0 + 10000 + 0 at 14 is 0`,
      `2019-11-01/${APP}/av.hd: 2001 = 0 + 0 + 2001 at 28 is 56.028`,
    ]);
  });

  it('G16: September 2019: 2,000.5 minutes less a trial of 1,000 are 1,001 at 25: 25.025', () => {
    const bill = billOf({ ...MONTHLY, trial: { grantedOn: '2019-06-03', minutes: 1000 } }, [
      { day: '2019-09-12', item: 'av.audio', seconds: 2000.5 * 60 },
    ]);
    expect(chargeTexts(bill)).toEqual([
      `2019-09-01/${APP}/av.audio: 2001 = 1000 + 0 + 1001 at 25 is 25.025`,
    ]);
    expect(bill.charges[0]?.chargedOn).toBe('2019-10-01');
  });

  it('G19: one HD minute takes 4 minutes of a general package', () => {
    const bill = billOf(
      {
        ...DAILY,
        packages: [{ id: 'general', minutes: 25_000, purchasedAt: '2021-06-01T12:00:00' }],
      },
      [{ day: '2021-06-01', item: 'av.hd', seconds: 60 }],
    );
    expect(drawdownTexts(bill)).toEqual(['2021-06-01 av.hd general: 1 x 4 -> 24996']);
  });

  it('G20: 5-minute slots of 30, 20 and 40 seconds take 1, 0 and 1 minutes', () => {
    const rows = ([30, 20, 40] as const).map((seconds, slot): UsageRow => {
      return { day: '2021-06-01', at: ['10:00', '10:05', '10:10'][slot], item: 'av.sd', seconds };
    });
    const usage = ledger(...rows);
    const { days } = meterUsage(usage, deriveFacts(accountOf(DAILY)));
    const [metered] = days;
    const steps =
      metered &&
      timedSteps('cn', 'application', metered.day, metered.usages, usage.timedUsageOf(metered.day));
    expect(steps?.map(({ minutes }) => minutes)).toEqual([1, 0, 1]);
    const packages = [{ id: 'p', minutes: 25_000, purchasedAt: '2021-06-01T12:00:00' }];
    expect(drawdownTexts(billOf({ ...DAILY, packages }, rows))).toEqual([
      '2021-06-01 av.sd p: 2 x 2 -> 24996',
    ]);
  });

  it.each([
    ['2020-05-01', '2021-05-31'],
    ['2019-03-15', '2020-03-31'],
    ['2019-10-11', '2020-10-31'],
  ])('G23: bought or granted on %s, usable through %s and not the day after', (start, last) => {
    const packages = [{ id: 'p', minutes: 100, purchasedAt: `${start}T12:00:00` }];
    const days = [last, addDays(day(last), 1)];
    const rows = days.map((date): UsageRow => ({ day: date, item: 'av.audio', seconds: 60 }));
    expect(drawdownTexts(billOf({ ...DAILY, packages }, rows))).toEqual([
      `${last} av.audio p: 1 x 1 -> 99`,
    ]);
    const trial = { grantedOn: start };
    expect(drawdownTexts(billOf({ ...DAILY, trial }, rows))).toEqual([
      `${last} av.audio trial: 1 x 1 -> 9999`,
    ]);
  });

  it('G38: international, by month: 59 s of audio are 1 minute, 61 s of video are 2', () => {
    const bill = billOf({ site: 'intl', firstAppOn: '2022-01-01' }, [
      { day: '2022-08-01', item: 'av.audio', seconds: 59 },
      { day: '2022-08-01', item: 'av.hd', seconds: 30 },
      { day: '2022-08-02', item: 'av.hd', seconds: 31 },
    ]);
    expect(chargeTexts(bill)).toEqual([
      `2022-08-01/${APP}/av.audio: 1 = 0 + 0 + 1 at 0.99 is 0.00099`,
      `2022-08-01/${APP}/av.hd: 2 = 0 + 0 + 2 at 3.99 is 0.00798`,
    ]);
  });

  it('G39: international minutes granted on 2022-11-15 last through 2022-12-14', () => {
    const stated = {
      site: 'intl',
      trial: { grantedOn: '2022-11-15' },
      policy: { intlFreeCycleFrom: '2022-11-15', meteringPeriod: 'day' },
    };
    const days = ['2022-11-14', '2022-11-15', '2022-12-14', '2022-12-15'];
    const rows = days.map((date): UsageRow => ({ day: date, item: 'av.audio', seconds: 60 }));
    expect(drawdownTexts(billOf(stated, rows))).toEqual([
      '2022-11-15 av.audio trial: 1 x 1 -> 9999',
      '2022-12-14 av.audio trial: 1 x 1 -> 9998',
      '2022-12-15 av.audio trial: 1 x 1 -> 9999',
    ]);
  });

  it('G62: relay by the peak of the month: 5 Mbps are 94.95, 150 Mbps are 2,848.50', () => {
    // Not measured in minutes, so no usage export leads to a charge: the price itself, times the peak.
    const facts = deriveFacts(accountOf({ site: 'intl' }));
    const book = indexPriceBook(shippedBook('intl'));
    const holder = priceHolder(facts, APP, null);
    const entry = listPriceFor(book, 'relay.bandwidth', day('2022-07-01'), holder);
    expect(entry?.unit).toBe('mbps-month');
    const costs = [5, 150].map((peak) => entry && toText(entry.price.times(peak)));
    expect(costs).toEqual(['94.95', '2848.5']);
  });
});
