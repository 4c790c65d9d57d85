import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, toFixedText, toText } from '../../../src/shared/money/decimal';
import { addDays, day } from '../../../src/shared/period/day';
import { perMinutePrice, refundOf, type RefundRequest } from '../../../src/shared/pricing/refund';
import { shippedPriceBook } from '../../support/price-books';

const CN = shippedPriceBook('cn');
const DELIVERED = day('2022-06-01');

function refund(request: Partial<RefundRequest>) {
  const { kind, amount, steps } = refundOf(CN, {
    origin: 'purchase',
    deliveredOn: DELIVERED,
    requestedOn: day('2022-07-01'),
    cashPaid: decimal('1588'),
    usedMinutes: 0,
    discount: decimal(1),
    fullRefundTaken: false,
    ...request,
  });
  return { kind, amount: toText(amount), rules: steps.map(({ rule }) => rule), steps };
}

describe('the price per minute of used minutes', () => {
  it.each([
    [0, '0.00700000'],
    [24_999, '0.00700000'],
    [25_000, '0.00672000'],
    [249_999, '0.00672000'],
    [250_000, '0.00635200'],
    [1_000_000, '0.00596800'],
    // 16,888 / 3,000,000 = 0.005629333…, printed rounded up
    [3_000_000, '0.00562934'],
    [9_000_000, '0.00562934'],
  ])('of %i is %s, as the provider prints it', (used, printed) => {
    const price = perMinutePrice(CN, used, DELIVERED);
    expect(price && toFixedText(price, 8)).toBe(printed);
  });

  it('is not known where no general package was on sale', () => {
    expect(perMinutePrice(CN, 1, day('2019-12-01'))).toBeNull();
    expect(perMinutePrice(CN, 300_000, day('2019-12-01'))).toBeNull();
  });

  it('is that of the packages on sale on the day: from 2020-03-11 on the general ones', () => {
    const price = (on: string) => perMinutePrice(CN, 25_000, day(on));
    expect(price('2020-03-10')).toBeNull();
    expect(price('2020-03-11')?.toFixed()).toBe('0.00672');
    // The undifferentiated packages before 2019-10-11: 6.6 CNY for 300 minutes.
    expect(price('2019-10-10')?.toFixed()).toBe('0.022');
  });

  it('of custom sizes is that of the band the used minutes fall in (rulebook 3.1)', () => {
    const packages = CN.packages.filter(({ minutes }) => minutes === null).toReversed();
    const price = (used: number) => perMinutePrice({ ...CN, packages }, used, DELIVERED)?.toFixed();
    expect([0, 24_999, 25_000, 249_999, 250_000].map(price)).toEqual([
      '0.007',
      '0.007',
      '0.00672',
      '0.00672',
      '0.006352',
    ]);
    expect([1_000_000, 3_000_000, 9_000_000].map(price)).toEqual([
      '0.005968',
      '0.00563',
      '0.00563',
    ]);
  });
});

describe('a refund', () => {
  it.each([0, 1, 5])('is full %i days after delivery when nothing was used', (days) => {
    const requestedOn = addDays(DELIVERED, days);
    expect(refund({ requestedOn })).toEqual({
      kind: 'full',
      amount: '1588',
      rules: ['refund-full'],
      steps: [
        {
          rule: 'refund-full',
          inputs: { days, cashAmount: '1588' },
          value: '1588',
          unit: 'amount',
        },
      ],
    });
  });

  it('takes the used minutes off at the price of a package of that size', () => {
    // 1,588 - 30,000 x 0.00672
    expect(refund({ usedMinutes: 30_000 })).toMatchObject({ kind: 'part', amount: '1386.4' });
    // 1,588 - 10,000 x 0.007
    expect(refund({ usedMinutes: 10_000 })).toMatchObject({ kind: 'part', amount: '1518' });
  });

  it('takes them off at the discount in force, and shows each step', () => {
    const part = refund({ usedMinutes: 30_000, discount: decimal('0.8') });
    expect(part.amount).toBe('1426.72');
    expect(part.steps).toEqual([
      { rule: 'refund-price', inputs: { usedMinutes: 30_000 }, value: '0.00672', unit: 'price' },
      {
        rule: 'refund-used',
        inputs: { usedMinutes: 30_000, unitPrice: '0.00672', discount: '0.8' },
        value: '161.28',
        unit: 'amount',
      },
      {
        rule: 'refund-rest',
        inputs: { cashAmount: '1588', usedAmount: '161.28' },
        value: '1426.72',
        unit: 'amount',
      },
    ]);
  });

  it.each([
    ['the sixth day has come', { requestedOn: addDays(DELIVERED, 6) }],
    ['one was given before', { requestedOn: DELIVERED, fullRefundTaken: true }],
    ['it was asked for before the delivery', { requestedOn: addDays(DELIVERED, -1) }],
    ['something was used', { requestedOn: DELIVERED, usedMinutes: 1 }],
  ])('is not a full one when %s', (_, request) => {
    expect(refund(request).kind).toBe('part');
  });

  it('gives nothing back for trials and gifts', () => {
    for (const origin of ['trial', 'gift'] as const)
      expect(refund({ origin, requestedOn: DELIVERED })).toMatchObject({
        kind: 'none',
        amount: '0',
      });
  });

  it('says so where the price of the used minutes is not known', () => {
    expect(refund({ deliveredOn: day('2019-12-01'), usedMinutes: 1 })).toEqual({
      kind: 'none',
      amount: '0',
      rules: ['refund-none-no-price'],
      steps: [{ rule: 'refund-none-no-price', inputs: {}, value: '0', unit: 'amount' }],
    });
  });

  it('is never below nothing nor above the cash, whatever was used', () => {
    fc.assert(
      fc.property(fc.nat(5_000_000), fc.nat(2_000_000), (usedMinutes, cash) => {
        const cashPaid = decimal(cash);
        const amount = decimal(refund({ usedMinutes, cashPaid, fullRefundTaken: true }).amount);
        expect(amount.isNegative()).toBe(false);
        expect(amount.lte(cashPaid)).toBe(true);
      }),
    );
  });
});
