import { describe, expect, it } from 'vitest';
import type { BillLine } from '../../../src/shared/bill/bill-line';
import type { Drawdown } from '../../../src/shared/drawdown/drawdown';
import { decimal, ONE } from '../../../src/shared/money/decimal';
import { day } from '../../../src/shared/period/day';
import { localTime } from '../../../src/shared/period/local-time';
import type { Charge } from '../../../src/shared/settlement/charge';
import { chargeOf, settlementLine, termsOf, type LineTerms } from '../../support/bill-lines';
import { causesOf, compare, type Situation } from '../../support/one-comparison';

/** The line of a charge with other terms. */
const billed = (charge: Charge, terms: Partial<LineTerms>, change: Partial<BillLine> = {}) =>
  settlementLine(1, { ...termsOf(charge), ...terms }, change);

const only = (charge: Charge, line: BillLine, rest: Omit<Situation, 'charges' | 'lines'> = {}) => {
  const [comparison] = compare({ ...rest, charges: [charge], lines: [line] });
  return { causes: causesOf(comparison), code: comparison?.causes[0]?.evidence.code };
};

const draw = (change: Partial<Drawdown>): Drawdown => ({
  day: day('2023-06-10'),
  start: null,
  sdkAppId: '1400123456',
  item: 'av.hd',
  source: '2000009001',
  rawMinutes: 0,
  ratio: 4,
  deducted: 0,
  balanceAfter: 0,
  ...change,
});

const pack = {
  id: '2000009001',
  minutes: 25_000,
  purchasedAt: localTime('2023-06-10T08:12:33'),
  apps: [],
};

describe('price', () => {
  const fhd = chargeOf({ item: 'av.fhd', listPrice: decimal(63), billableMinutes: 249 });
  const hd = chargeOf({ discount: decimal('0.9'), contractReference: 'c' });

  it('old-price: the price of the era before, or of one that begins later', () => {
    const old = only(fhd, billed(fhd, { listPrice: decimal(105) }));
    expect(old).toEqual({ causes: ['old-price 10.458'], code: 'old-price' });
    const before = chargeOf({
      item: 'av.fhd',
      periodStart: day('2022-05-31'),
      listPrice: decimal(105),
      era: 'CN-2',
    });
    const later = only(before, billed(before, { listPrice: decimal(63) }));
    expect(later).toEqual({ causes: ['old-price -42'], code: 'later-price' });
  });

  it('discount-missing', () => {
    expect(only(hd, billed(hd, { discount: ONE })).causes).toEqual(['discount-missing 2.8']);
  });

  it('contract-price: list price instead, another term, a discount nobody agreed', () => {
    const agreed = chargeOf({ unitPrice: decimal('19.5'), contractReference: 'c' });
    const list = only(agreed, billed(agreed, { listPrice: decimal(28) }));
    expect(list).toEqual({ causes: ['contract-price 8.5'], code: 'contract-price-missing' });
    const terms = [
      { item: 'av.hd' as const, discount: decimal('0.9'), from: day('2023-01-01'), reference: 'c' },
      { item: 'av.hd' as const, discount: decimal('0.8'), from: day('2022-01-01'), reference: 'b' },
    ];
    const other = only(hd, billed(hd, { discount: decimal('0.8') }), {
      account: { contract: terms },
    });
    expect(other).toEqual({ causes: ['contract-price -2.8'], code: 'other-contract-term' });
    const unknown = only(hd, billed(hd, { discount: decimal('0.95') }));
    expect(unknown).toEqual({ causes: ['contract-price 1.4'], code: 'discount-not-agreed' });
  });

  it('wrong-tier: the price of another tier under this name', () => {
    const line = billed(hd, { listPrice: decimal(63) });
    expect(only(hd, line)).toEqual({ causes: ['wrong-tier 31.5'], code: 'wrong-tier-price' });
  });

  it('wrong-tier: by the terms of the other tier, which the contract names or says nothing of', () => {
    const list = only(hd, billed(hd, { listPrice: decimal(63), discount: ONE }));
    expect(list).toEqual({ causes: ['wrong-tier 37.8'], code: 'wrong-tier-price' });
    const from = day('2023-01-01');
    const agreed = (change: object) => ({
      account: { contract: [{ item: 'av.fhd' as const, from, reference: 'd', ...change }] },
    });
    const [cheaper, priced] = [decimal('0.8'), decimal('40')];
    const discounted = billed(hd, { listPrice: decimal(63), discount: cheaper });
    expect(only(hd, discounted, agreed({ discount: cheaper }))).toEqual({
      causes: ['wrong-tier 25.2'],
      code: 'wrong-tier-price',
    });
    const atPrice = billed(hd, { listPrice: priced, discount: ONE });
    expect(only(hd, atPrice, agreed({ price: priced }))).toEqual({
      causes: ['wrong-tier 14.8'],
      code: 'wrong-tier-price',
    });
    expect(only(hd, atPrice).code).toBeUndefined();
  });

  it('leaves a price that nobody published unexplained', () => {
    expect(only(hd, billed(hd, { listPrice: decimal(31) })).causes).toEqual(['unexplained 2.7']);
  });

  it('precision and tax: what was done to a right amount', () => {
    const odd = chargeOf({ billableMinutes: 1237 });
    const cents = only(odd, billed(odd, {}, { amount: decimal('34.64'), cash: null }));
    expect(cents).toEqual({ causes: ['precision 0.004'], code: 'rounded-to-cents-half-up' });
    const taxed = billed(odd, {}, { amount: decimal('36.71416'), taxRate: decimal('0.06') });
    expect(only(odd, taxed).causes).toEqual(['tax 2.07816']);
    const bare = { listPrice: null, unitPrice: null, originalAmount: null, discount: null };
    const hidden = billed(odd, {}, { ...bare, amount: decimal('34.63') });
    expect(only(odd, hidden)).toEqual({
      causes: ['precision -0.006'],
      code: 'rounded-to-cents-down',
    });
  });
});

describe('quantity', () => {
  const covered = chargeOf({ billableMinutes: 100, packageMinutes: 40, trialMinutes: 7 });
  const withMinutes = (charge: Charge, minutes: number) =>
    billed(charge, { minutes: decimal(minutes) });

  it('package-not-applied, trial-not-applied, and both', () => {
    expect(only(covered, withMinutes(covered, 140)).causes).toEqual(['package-not-applied 1.12']);
    expect(only(covered, withMinutes(covered, 107)).causes).toEqual(['trial-not-applied 0.196']);
    expect(only(covered, withMinutes(covered, 147)).causes).toEqual([
      'package-not-applied 1.12',
      'trial-not-applied 0.196',
    ]);
  });

  it('package-window: only from the moment of purchase', () => {
    const drawdowns = [
      draw({ start: localTime('2023-06-10T07:00:00'), rawMinutes: 15, balanceAfter: 900 }),
      draw({ start: localTime('2023-06-10T09:00:00'), rawMinutes: 25, balanceAfter: 800 }),
    ];
    const found = only(covered, withMinutes(covered, 115), {
      drawdowns,
      account: { packages: [pack] },
    });
    expect(found).toEqual({
      causes: ['package-window 0.42'],
      code: 'package-from-purchase-time',
    });
  });

  it('package-window: not on its last day, beside another package that did cover', () => {
    const old = {
      ...pack,
      id: '1',
      expiresOn: day('2023-06-10'),
      purchasedAt: localTime('2022-06-10T00:00:00'),
    };
    const drawdowns = [draw({ source: '1', rawMinutes: 12 }), draw({ rawMinutes: 28 })];
    const account = { packages: [old, { ...pack, purchasedAt: localTime('2023-06-01T00:00:00') }] };
    const found = only(covered, withMinutes(covered, 112), { drawdowns, account });
    expect(found).toEqual({ causes: ['package-window 0.336'], code: 'package-without-last-day' });
  });

  it('package-ratio: on the day a package runs out, at the ratio of the era before', () => {
    const fhd = chargeOf({
      item: 'av.fhd',
      listPrice: decimal(63),
      billableMinutes: 60,
      packageMinutes: 40,
    });
    // 360 package minutes cover 40 minutes at 9, but 24 at 15.
    const drawdowns = [draw({ item: 'av.fhd', ratio: 9, rawMinutes: 40, deducted: 360 })];
    const found = only(fhd, withMinutes(fhd, 76), { drawdowns, account: { packages: [pack] } });
    expect(found).toEqual({ causes: ['package-ratio 1.008'], code: 'package-ratio' });
  });

  const seconds = (at: string, value: number, date = '2023-06-10') => ({
    day: day(date),
    at,
    sdkAppId: '1400123456',
    item: 'av.hd' as const,
    seconds: value,
  });

  it('row-rounding: every row rounded up by itself', () => {
    const charge = chargeOf({ billableMinutes: 2 });
    const rows = [seconds('10:00', 30), seconds('10:05', 20), seconds('10:10', 40)];
    expect(only(charge, withMinutes(charge, 3), { rows }).causes).toEqual(['row-rounding 0.028']);
  });

  it('row-rounding: whole-minute rows overstate, so fewer minutes are within tolerance', () => {
    const charge = chargeOf({ billableMinutes: 100, meteredMinutesLow: 90 });
    const [inside] = compare({ charges: [charge], lines: [withMinutes(charge, 93)] });
    expect([inside?.status, ...causesOf(inside)]).toEqual([
      'within-tolerance',
      'row-rounding -0.196',
    ]);
    const [below] = compare({ charges: [charge], lines: [withMinutes(charge, 89)] });
    expect([below?.status, ...causesOf(below)]).toEqual(['under-billed', 'usage-differs -0.308']);
    const [above] = compare({ charges: [charge], lines: [withMinutes(charge, 101)] });
    expect([above?.status, ...causesOf(above)]).toEqual(['over-billed', 'usage-differs 0.028']);
  });

  it('day-shifted: a day from midnight to midnight in UTC', () => {
    const charge = chargeOf({ billableMinutes: 30 });
    const rows = [
      seconds('07:55', 600),
      seconds('08:00', 1200),
      seconds('07:00', 2400, '2023-06-11'),
      seconds('08:00', 9999, '2023-06-11'),
    ];
    const found = only(charge, withMinutes(charge, 60), { rows });
    expect(found).toEqual({ causes: ['day-shifted 0.84'], code: 'utc-days' });
  });

  it('never blames a price for minutes that the line prints', () => {
    // Twice the money: HD at the price of a tier above would be, too, if the minutes were not printed.
    const sd = chargeOf({ item: 'av.sd', listPrice: decimal(14) });
    expect(only(sd, withMinutes(sd, 2000)).causes).toEqual(['usage-differs 14']);
  });
});

describe('more than one mistake in a line', () => {
  it('takes off the slip of the bill first, then minutes, then the price', () => {
    const charge = chargeOf({ billableMinutes: 100, packageMinutes: 50, discount: decimal('0.9') });
    const line = billed(charge, { minutes: decimal(150), discount: ONE });
    const slipped = { ...line, amount: line.amount.plus('0.5') };
    expect(only(charge, slipped).causes).toEqual([
      'bill-arithmetic 0.5',
      'package-not-applied 1.26',
      'discount-missing 0.42',
    ]);
  });

  it('keeps what the known mistakes leave over as unexplained', () => {
    const charge = chargeOf({ billableMinutes: 100 });
    const line = billed(charge, { minutes: decimal(107), listPrice: decimal(30) });
    expect(only(charge, line).causes).toEqual(['usage-differs 0.196', 'unexplained 0.214']);
  });
});
