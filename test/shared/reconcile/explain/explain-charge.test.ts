import { describe, expect, it } from 'vitest';
import type { Account } from '../../../../src/shared/account/account';
import { unstatedAccount } from '../../../../src/shared/account/defaults';
import { deriveFacts } from '../../../../src/shared/account/derive';
import { decimal, ONE } from '../../../../src/shared/money/decimal';
import { day } from '../../../../src/shared/period/day';
import { localTime } from '../../../../src/shared/period/local-time';
import { audit } from '../../../../src/shared/reconcile/audit';
import { billedSteps } from '../../../../src/shared/reconcile/explain/explain-billed';
import { expectedSteps } from '../../../../src/shared/reconcile/explain/explain-expected';
import type { TraceStep } from '../../../../src/shared/trace';
import { settlementLine } from '../../../support/bill-lines';
import { ledgerOf } from '../../../support/ledger';
import { shippedPriceBook } from '../../../support/price-books';

const APP = '1400123456';

/** The steps of each charge of this usage, by the charge's id. */
function explained(
  given: Partial<Account>,
  rows: readonly { on: string; app?: string; item: 'av.audio' | 'av.sd' | 'av.hd'; s: number }[],
): Record<string, readonly TraceStep[]> {
  const account: Account = { ...unstatedAccount(given.site ?? 'cn'), trial: null, ...given };
  const priceBook = shippedPriceBook(account.site);
  const usage = ledgerOf(
    rows.map(({ on, app = APP, item, s }) => ({ day: day(on), sdkAppId: app, item, seconds: s })),
  );
  const { charges, drawdowns } = audit({ account, priceBook, usage, billLines: [], period: null });
  const facts = deriveFacts(account);
  return Object.fromEntries(
    charges.map((charge) => [charge.id, expectedSteps(charge, drawdowns, facts, priceBook)]),
  );
}

const short = ({ rule, value }: TraceStep) => `${rule} ${value}`;
const step = (steps: readonly TraceStep[] | undefined, rule: string) =>
  steps?.find((one) => one.rule === rule);

describe('how a charge explains itself', () => {
  it('names the day on which the money is taken and the month of the bill', () => {
    const usage = [{ on: '2023-01-31', item: 'av.hd', s: 60 }] as const;
    const daily = explained({ registeredOn: day('2021-04-13') }, usage);
    expect(daily[`2023-01-31/${APP}/av.hd`]?.slice(0, 2).map(short)).toEqual([
      'expected.settled-daily 2023-02-01',
      'expected.month-of-deduction 2023-02',
    ]);
    const monthly = explained({ firstAppOn: day('2020-08-31'), billMonthBasis: 'usage' }, usage);
    const steps = monthly[`2023-01-01/${APP}/av.hd`];
    expect(steps?.slice(0, 2).map(short)).toEqual([
      'expected.settled-monthly 2023-02-01',
      'expected.month-of-use 2023-01',
    ]);
    expect(steps?.[0]?.inputs).toEqual({ days: '2023-01-01 – 2023-01-31' });
  });

  it('shows what the minutes of the month grew by, where seconds of it came before', () => {
    const charges = explained({ policy: { meteringPeriod: 'month' } }, [
      { on: '2023-06-01', item: 'av.hd', s: 30 },
      { on: '2023-06-02', item: 'av.hd', s: 90 },
    ]);
    expect(step(charges[`2023-06-01/${APP}/av.hd`], 'meter.ceiling')?.value).toBe('1');
    expect(step(charges[`2023-06-02/${APP}/av.hd`], 'meter.growth')).toEqual({
      rule: 'meter.growth',
      inputs: { carriedSeconds: 30, carriedMinutes: 1, totalSeconds: 120, totalMinutes: 2 },
      value: '1',
      unit: 'minutes',
    });
  });

  it('carries the seconds of a month over the day on which its price changes', () => {
    const charges = explained(
      {
        settlement: 'monthly',
        contract: [
          { item: 'av.hd', discount: decimal('0.5'), from: day('2023-06-15'), reference: 'c' },
        ],
      },
      [
        { on: '2023-06-01', item: 'av.hd', s: 20 },
        { on: '2023-06-02', item: 'av.hd', s: 10 },
        { on: '2023-06-20', item: 'av.hd', s: 90 },
      ],
    );
    expect(step(charges[`2023-06-01/${APP}/av.hd`], 'meter.ceiling')?.value).toBe('1');
    const later = step(charges[`2023-06-15/${APP}/av.hd`], 'meter.growth');
    expect(later?.inputs).toMatchObject({ carriedSeconds: 30, totalSeconds: 120 });
    expect(later?.value).toBe('1');
  });

  it('does not say that an application alone makes its minutes where the account does', () => {
    const charges = explained({ policy: { meteringScope: 'account' } }, [
      { on: '2023-06-01', item: 'av.hd', s: 90 },
      { on: '2023-06-01', app: '1400999999', item: 'av.hd', s: 30 },
    ]);
    const steps = charges[`2023-06-01/${APP}/av.hd`];
    expect(step(steps, 'meter.ceiling')).toBeUndefined();
    expect(step(steps, 'meter.account-share')).toMatchObject({ inputs: { seconds: 90 } });
  });

  it('shows window, ratio and balance of the free minutes of an international cycle', () => {
    const charges = explained(
      { site: 'intl', trial: { grantedOn: day('2022-11-15') }, firstAppOn: day('2022-11-15') },
      [
        { on: '2025-06-14', item: 'av.hd', s: 60 * 2499 },
        { on: '2025-06-15', item: 'av.sd', s: 60 },
      ],
    );
    const before = step(charges[`2025-06-14/${APP}/av.hd`], 'draw.trial');
    expect(before?.inputs).toEqual({
      from: '2025-05-15',
      through: '2025-06-14',
      ratio: 4,
      beforeMinutes: 10_000,
      deductedMinutes: 9_996,
      balanceMinutes: 4,
    });
    expect(before?.citation?.date).toBe('2023-01-12');
    const sd = charges[`2025-06-15/${APP}/av.sd`];
    expect(step(sd, 'draw.trial')?.inputs).toMatchObject({ ratio: 2, beforeMinutes: 10_000 });
    expect(step(sd, 'expected.list-price-of-tier')?.inputs).toMatchObject({ pricedItem: 'av.hd' });
  });

  it.each([
    ['2021-09-01', '2021-08-20'],
    ['2021-12-01', '2021-11-05'],
  ])('names the text on free minutes that held on %s', (on, date) => {
    const charges = explained(
      { site: 'intl', trial: { grantedOn: day('2021-08-25') }, firstAppOn: day('2021-08-25') },
      [{ on, item: 'av.hd', s: 60 }],
    );
    const [steps] = Object.values(charges);
    expect(step(steps, 'draw.trial')?.citation?.date).toBe(date);
  });

  it('begins the free minutes of a new cycle anew inside one monthly charge', () => {
    const charges = explained(
      {
        site: 'intl',
        settlement: 'monthly',
        trial: { grantedOn: day('2022-11-15') },
        firstAppOn: day('2022-11-15'),
      },
      [
        { on: '2025-06-14', item: 'av.hd', s: 60 },
        { on: '2025-06-15', item: 'av.hd', s: 120 },
        { on: '2025-06-16', item: 'av.hd', s: 60 },
      ],
    );
    const draws = charges[`2025-06-01/${APP}/av.hd`]?.filter(({ rule }) => rule === 'draw.trial');
    expect(
      draws?.map(({ value, inputs }) => [value, inputs['from'], inputs['balanceMinutes']]),
    ).toEqual([
      ['1', '2025-05-15', 9_996],
      ['3', '2025-06-15', 9_988],
    ]);
  });

  it('shows how far back an early package reaches, and what other usage took from it', () => {
    const charges = explained(
      {
        settlement: 'monthly',
        firstAppOn: day('2020-03-01'),
        packages: [
          { id: 'P', minutes: 1000, purchasedAt: localTime('2020-08-20T12:00:00'), apps: [] },
        ],
      },
      [
        { on: '2020-08-03', item: 'av.hd', s: 60 },
        { on: '2020-08-04', item: 'av.audio', s: 60 * 7 },
        { on: '2020-08-05', item: 'av.hd', s: 60 },
      ],
    );
    const steps = charges[`2020-08-01/${APP}/av.hd`];
    const drawn = step(steps, 'draw.package');
    expect(drawn?.inputs).toEqual({
      package: 'P',
      purchasedOn: '2020-08-20',
      from: '2020-08-01',
      through: '2021-08-31',
      ratio: 4,
      beforeMinutes: 1000,
      deductedMinutes: 8,
      balanceMinutes: 985,
    });
    expect(drawn?.citation?.date).toBe('2020-03-11');
    expect(step(steps, 'draw.others')?.value).toBe('7');
    expect(step(charges[`2020-08-01/${APP}/av.audio`], 'draw.others')).toBeUndefined();
  });

  it('says what is left of a package that cannot cover one more minute', () => {
    const left = (minutes: number) =>
      step(
        explained(
          {
            packages: [
              { id: 'P', minutes, purchasedAt: localTime('2023-06-01T12:00:00'), apps: [] },
            ],
          },
          [{ on: '2023-06-01', item: 'av.hd', s: 120 }],
        )[`2023-06-01/${APP}/av.hd`],
        'draw.too-few',
      )?.value;
    expect([4, 7, 8, 12].map(left)).toEqual([undefined, '3', undefined, undefined]);
  });

  it('names where the ratio of a single-type package was published', () => {
    const charges = explained(
      {
        firstAppOn: day('2020-09-01'),
        packages: [
          {
            id: 'S',
            minutes: 10,
            tier: 'sd',
            purchasedAt: localTime('2019-10-21T10:00:00'),
            apps: [],
          },
        ],
      },
      [{ on: '2020-09-01', item: 'av.sd', s: 60 }],
    );
    const [steps] = Object.values(charges);
    expect(step(steps, 'draw.package')?.citation?.date).toBe('2019-10-11');
  });

  it('says where a price or an amount was rounded, and only there', () => {
    const term = (discount: string) => ({
      contract: [
        {
          item: 'av.hd' as const,
          discount: decimal(discount),
          from: day('2023-01-01'),
          reference: 'c',
        },
      ],
    });
    const usage = [{ on: '2023-06-01', item: 'av.hd', s: 180 }] as const;
    const rulesOf = (discount: string) =>
      explained(term(discount), usage)[`2023-06-01/${APP}/av.hd`]?.map(({ rule }) => rule) ?? [];
    expect(rulesOf('0.9')).toContain('expected.amount');
    expect(rulesOf('0.9')).toContain('expected.discounted-price');
    expect(rulesOf('0.333333333')).toContain('expected.discounted-price-rounded');
    expect(rulesOf('0.123456789')).toContain('expected.amount-rounded');
    expect(rulesOf('0.123456789')).not.toContain('expected.amount');
  });
});

describe('how a line explains itself', () => {
  const line = settlementLine(1, {
    sdkAppId: APP,
    item: 'av.hd',
    from: day('2023-06-01'),
    to: day('2023-06-02'),
    minutes: decimal(60),
    listPrice: decimal(28),
    discount: ONE,
  });
  it('shows its tax beside the amount that is compared', () => {
    const taxed = { ...line, tax: decimal('0.09'), taxRate: decimal('0.09') };
    expect(billedSteps(taxed).at(-1)).toEqual({
      rule: 'billed.tax',
      inputs: { rate: '9' },
      value: '0.09',
      unit: 'amount',
    });
    expect(billedSteps({ ...taxed, taxRate: null }).at(-1)?.inputs).toEqual({ rate: '–' });
    const rules = (tax: string | null) =>
      billedSteps({ ...line, tax: tax === null ? null : decimal(tax) }).map(({ rule }) => rule);
    expect(rules(null)).not.toContain('billed.tax');
    expect(rules('0')).not.toContain('billed.tax');
  });
});
