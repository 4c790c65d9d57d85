import { describe, expect, it } from 'vitest';
import { billOf, chargeTexts, drawdownTexts } from '../../support/bill-of';

const DAILY = { settlement: 'daily' };
const MONTHLY = { settlement: 'monthly' };
const APP = '1400000001';

describe('golden vectors of the provider (domain rulebook, section 9)', () => {
  it('G01: three users, 30 minutes, no video: 90 audio minutes are 0.63', () => {
    const bill = billOf(DAILY, [{ day: '2021-06-01', item: 'av.audio', seconds: 3 * 30 * 60 }]);
    expect(chargeTexts(bill)).toEqual([`2021-06-01/${APP}/av.audio: 90 = 0 + 0 + 90 at 7 is 0.63`]);
  });

  it('G02: 30 minutes full HD and 30 minutes SD are 3.15 + 0.42', () => {
    const bill = billOf(DAILY, [
      { day: '2021-06-01', item: 'av.fhd', seconds: 1800 },
      { day: '2021-06-01', item: 'av.sd', seconds: 1800 },
    ]);
    expect(chargeTexts(bill)).toEqual([
      `2021-06-01/${APP}/av.sd: 30 = 0 + 0 + 30 at 14 is 0.42`,
      `2021-06-01/${APP}/av.fhd: 30 = 0 + 0 + 30 at 105 is 3.15`,
    ]);
  });

  it('G07: 120 SD and 15 HD minutes are 2.10', () => {
    const bill = billOf(MONTHLY, [
      { day: '2020-06-01', item: 'av.sd', seconds: 7200 },
      { day: '2020-06-01', item: 'av.hd', seconds: 900 },
    ]);
    expect(chargeTexts(bill)).toEqual([
      `2020-06-01/${APP}/av.sd: 120 = 0 + 0 + 120 at 14 is 1.68`,
      `2020-06-01/${APP}/av.hd: 15 = 0 + 0 + 15 at 28 is 0.42`,
    ]);
  });

  it('G10: 1,800 minutes of 960 x 720 are HD (the document says full HD): 50.40', () => {
    const bill = billOf(DAILY, [{ day: '2021-12-01', item: 'av.hd', seconds: 30 * 3600 }]);
    expect(chargeTexts(bill)).toEqual([
      `2021-12-01/${APP}/av.hd: 1800 = 0 + 0 + 1800 at 28 is 50.4`,
    ]);
  });

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

  it('G17, G18: before 2019-10-11 one price: 150 minutes are 3.75, 40 minutes are 1.00', () => {
    const bill = billOf(MONTHLY, [
      { day: '2019-05-01', item: 'av.audio', seconds: 150 * 60 },
      { day: '2019-06-01', item: 'av.audio', seconds: 40 * 60 },
    ]);
    expect(chargeTexts(bill)).toEqual([
      `2019-05-01/${APP}/av.audio: 150 = 0 + 0 + 150 at 25 is 3.75`,
      `2019-06-01/${APP}/av.audio: 40 = 0 + 0 + 40 at 25 is 1`,
    ]);
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
});
