import { describe, expect, it } from 'vitest';
import type { BillLine } from '../../../../src/shared/bill/bill-line';
import { decimal, toText } from '../../../../src/shared/money/decimal';
import { addDays, day } from '../../../../src/shared/period/day';
import { localTime } from '../../../../src/shared/period/local-time';
import type { Charge } from '../../../../src/shared/settlement/charge';
import { chargeOf, settlementLine, termsOf } from '../../../support/bill-lines';
import { causesOf, compare } from '../../../support/one-comparison';

const FROM = day('2023-06-01');
const charge = (date: number, minutes: number, change: Parameters<typeof chargeOf>[0] = {}) =>
  chargeOf({ periodStart: addDays(FROM, date), billableMinutes: minutes, ...change });
const lineFor = (id: number, one: ReturnType<typeof chargeOf>, change: Partial<BillLine> = {}) =>
  settlementLine(id, termsOf(one), change);
const summary = (comparisons: ReturnType<typeof compare>) =>
  comparisons.map((one) => [one.id, one.status, ...causesOf(one)].join(' '));

describe('matching', () => {
  it('puts the days of a monthly aggregated line together', () => {
    const charges = [charge(0, 100), charge(1, 200), charge(2, 300)];
    const terms = { ...termsOf(chargeOf()), from: FROM, to: addDays(FROM, 3) };
    const right = settlementLine(1, { ...terms, minutes: decimal(600) });
    expect(compare({ charges, lines: [right] })).toMatchObject([
      { status: 'matched', periodStart: FROM, periodEnd: addDays(FROM, 3), billLineIds: [1] },
    ]);
    const covered = [charge(0, 100), charge(1, 200, { packageMinutes: 31 }), charge(2, 300)];
    const wrong = settlementLine(1, { ...terms, minutes: decimal(631) });
    expect(causesOf(compare({ charges: covered, lines: [wrong] })[0])).toEqual([
      'package-not-applied 0.868',
    ]);
  });

  it('adds up lines into which one charge is split', () => {
    const one = charge(0, 100);
    const part = (id: number, minutes: number) =>
      settlementLine(id, { ...termsOf(one), minutes: decimal(minutes) });
    expect(summary(compare({ charges: [one], lines: [part(1, 40), part(2, 60)] }))).toEqual([
      '2023-06-01/1400123456/av.hd matched',
    ]);
  });

  it('gives lines without an application the charges that have no line of their own', () => {
    const [a, b] = [
      charge(0, 100, { sdkAppId: '1400000001' }),
      charge(0, 60, { sdkAppId: '1400000002' }),
    ];
    const c = charge(0, 7, { sdkAppId: '1400000003' });
    const wide = settlementLine(2, { ...termsOf(a), sdkAppId: null, minutes: decimal(160) });
    expect(summary(compare({ charges: [a, b, c], lines: [lineFor(1, c), wide] }))).toEqual([
      '2023-06-01/-/av.hd matched',
      '2023-06-01/1400000003/av.hd matched',
    ]);
  });

  it('takes 00:00 of the next day as an end that is not included', () => {
    const [first, second] = [charge(0, 100), charge(1, 50)];
    const lines = [first, second].map((one, index) =>
      lineFor(index + 1, one, { usageEnd: localTime(`${one.periodEnd}T00:00:00`) }),
    );
    expect(compare({ charges: [first, second], lines }).map((one) => one.status)).toEqual([
      'matched',
      'matched',
    ]);
  });

  it('takes the days from the charge time where a line prints no days of use', () => {
    const one = charge(0, 100);
    const line = lineFor(1, one, { usageStart: null, usageEnd: null });
    expect(compare({ charges: [one], lines: [line] })).toMatchObject([{ status: 'matched' }]);
  });

  it('meets full HD that the bill calls 2K before 2K was a tier', () => {
    const one = charge(0, 100, {
      item: 'av.fhd',
      periodStart: day('2022-05-31'),
      listPrice: decimal(105),
    });
    const line = lineFor(1, one, { item: 'av.2k' });
    expect(compare({ charges: [one], lines: [line] })).toMatchObject([{ status: 'matched' }]);
  });
});

describe('status', () => {
  it('a charge of nothing needs no line, a charge of something does', () => {
    const charges = [charge(0, 0, { packageMinutes: 60 }), charge(1, 10)];
    expect(summary(compare({ charges, lines: [] }))).toEqual([
      '2023-06-01/1400123456/av.hd matched',
      '2023-06-02/1400123456/av.hd not-billed line-missing -0.28',
    ]);
  });

  it('a line without usage is not expected, a free one does no harm', () => {
    const paid = lineFor(1, charge(0, 10));
    const free = { ...lineFor(2, charge(1, 10)), amount: decimal(0) };
    expect(summary(compare({ charges: [], lines: [paid, free] }))).toEqual([
      '2023-06-01/1400123456/av.hd not-expected usage-missing 0.28',
      '2023-06-02/1400123456/av.hd matched',
    ]);
  });

  it('a repeated line is a duplicate; with another mistake it is over-billed', () => {
    const one = charge(0, 10, { packageMinutes: 5 });
    const twice = [lineFor(1, one), lineFor(2, one)];
    expect(summary(compare({ charges: [one], lines: twice }))).toEqual([
      '2023-06-01/1400123456/av.hd duplicate duplicate-line 0.28',
    ]);
    const more = { ...termsOf(one), minutes: decimal(15) };
    const both = [settlementLine(1, more), settlementLine(2, more)];
    expect(summary(compare({ charges: [one], lines: both }))).toEqual([
      '2023-06-01/1400123456/av.hd over-billed duplicate-line 0.42 package-not-applied 0.14',
    ]);
  });

  it('a difference of the 8th decimal is within the rounding, and says how much that is', () => {
    const one = charge(0, 10);
    const line = lineFor(1, one, { amount: decimal('0.28000001') });
    const [comparison] = compare({ charges: [one], lines: [line] });
    expect(comparison?.status).toBe('within-tolerance');
    // Half a unit of the 8th decimal for the charge, four halves for the line.
    expect(toText(comparison?.tolerance ?? decimal(0))).toBe('0.000000025');
    expect(causesOf(comparison)).toEqual(['precision 0.00000001']);
  });

  it('by deduction, use that is charged in a month without a bill is unsettled', () => {
    const [may, june] = [charge(-2, 10), charge(29, 20)];
    const account = { billMonthBasis: 'deduction' as const };
    expect(summary(compare({ account, charges: [may, june], lines: [lineFor(1, may)] }))).toEqual([
      '2023-05-30/1400123456/av.hd matched',
      '2023-06-30/1400123456/av.hd unsettled late-charge -0.56',
    ]);
  });
});

describe('minutes that moved between groups', () => {
  it('to another tier of the same day', () => {
    const charges = [charge(0, 100), charge(0, 30, { item: 'av.fhd', listPrice: decimal(63) })];
    const lines = charges.map((one, index) =>
      settlementLine(index, { ...termsOf(one), minutes: decimal(index === 0 ? 90 : 40) }),
    );
    expect(summary(compare({ charges, lines }))).toEqual([
      '2023-06-01/1400123456/av.hd under-billed wrong-tier -0.28',
      '2023-06-01/1400123456/av.fhd over-billed wrong-tier 0.63',
    ]);
  });

  it('to a later month, where the whole charge was taken', () => {
    const late = lineFor(1, charge(40, 100));
    expect(summary(compare({ charges: [charge(0, 100)], lines: [late] }))).toEqual([
      '2023-06-01/1400123456/av.hd not-billed late-charge -2.8',
      '2023-07-11/1400123456/av.hd not-expected late-charge 2.8',
    ]);
  });

  it('to another application: a line is missing here and has no usage there, and each says where', () => {
    const other = charge(0, 100, { sdkAppId: '1400000009' });
    const compared = compare({ charges: [charge(0, 100)], lines: [lineFor(1, other)] });
    expect(summary(compared)).toEqual([
      '2023-06-01/1400000009/av.hd not-expected usage-missing 2.8',
      '2023-06-01/1400123456/av.hd not-billed line-missing -2.8',
    ]);
    for (const { causes } of compared)
      expect(causes[0]?.evidence).toMatchObject({
        code: 'moved-to-other-application',
        params: {
          movedMinutes: '100',
          fromSdkAppId: '1400123456',
          toSdkAppId: '1400000009',
          remainingAmount: '0',
        },
      });
  });

  it('to another application that has minutes of its own on that day', () => {
    const [one, other] = [charge(0, 100), charge(0, 30, { sdkAppId: '1400000009' })];
    const compared = compare({
      charges: [one, other],
      lines: [lineFor(1, other), lineFor(2, { ...one, sdkAppId: '1400000009' })],
    });
    expect(summary(compared)).toEqual([
      '2023-06-01/1400000009/av.hd over-billed usage-differs 2.8',
      '2023-06-01/1400123456/av.hd not-billed line-missing -2.8',
    ]);
  });

  it('but neither on another day nor of another item', () => {
    const elsewhere = { sdkAppId: '1400000009' };
    const codes = (...lines: Charge[]) =>
      compare({
        charges: [charge(0, 100)],
        lines: lines.map((one, index) => lineFor(index, one)),
      }).map(({ causes }) => causes[0]?.evidence.code);
    expect(codes(charge(1, 100, elsewhere))).toEqual(['line-missing', 'usage-missing']);
    expect(codes(charge(0, 100, { ...elsewhere, item: 'av.sd' }))).toEqual([
      'usage-missing',
      'line-missing',
    ]);
  });
});
