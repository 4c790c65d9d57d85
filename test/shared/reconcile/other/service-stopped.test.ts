import { describe, expect, it } from 'vitest';
import { readAccount } from '../../../../src/shared/account/account-file';
import type { BillLine } from '../../../../src/shared/bill/bill-line';
import { ONE, decimal, toText } from '../../../../src/shared/money/decimal';
import { day } from '../../../../src/shared/period/day';
import { monthOf, type Period } from '../../../../src/shared/period/period';
import { audit } from '../../../../src/shared/reconcile/audit';
import { settlementLine } from '../../../support/bill-lines';
import { shippedPriceBook } from '../../../support/price-books';
import { ledger, type UsageRow } from '../../../support/usage-ledger';

const JUNE = monthOf(day('2023-06-01'));

/** An account with a small trial that nothing follows. */
const NEVER_ON = {
  site: 'cn',
  firstAppOn: '2023-05-01',
  payAsYouGo: null,
  trial: { grantedOn: '2023-05-01', minutes: 100 },
};

function audited(
  facts: object,
  rows: readonly UsageRow[],
  billLines: readonly BillLine[] = [],
  period: Period | null = null,
) {
  const read = readAccount(JSON.stringify(facts));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const priceBook = shippedPriceBook('cn');
  return audit({ account: read.value, priceBook, usage: ledger(...rows), billLines, period });
}

const stopped = ({ issues }: ReturnType<typeof audited>) =>
  issues.filter(({ code }) => code === 'service-stopped').map(({ params }) => params);

const ROWS: readonly UsageRow[] = [
  { day: '2023-05-31', item: 'av.audio', minutes: 100 },
  { day: '2023-06-02', item: 'av.audio', minutes: 50 },
  { day: '2023-06-03', item: 'av.hd', minutes: 10 },
];

describe('use while the service was stopped', () => {
  it('is priced all the same, and one warning says so', () => {
    const result = audited(NEVER_ON, ROWS);
    expect(stopped(result)).toEqual([
      { from: '2023-06-01', through: '2023-06-03', billableMinutes: 60, amount: '0.63' },
    ]);
    expect(toText(result.totals.expected)).toBe('0.63');
  });

  it('is known in a period whose trial ran empty before it', () => {
    expect(stopped(audited(NEVER_ON, ROWS, [], JUNE))).toHaveLength(1);
  });

  it('ends when pay-as-you-go comes on', () => {
    const payAsYouGo = { enabledOn: '2023-06-03', method: 'console' };
    expect(stopped(audited({ ...NEVER_ON, payAsYouGo }, ROWS))).toEqual([
      { from: '2023-06-01', through: '2023-06-02', billableMinutes: 50, amount: '0.35' },
    ]);
  });

  it('is not supposed where nothing says that pay-as-you-go is off', () => {
    expect(stopped(audited({ ...NEVER_ON, payAsYouGo: undefined }, ROWS))).toEqual([]);
  });

  it('is no matter for value-added services, nor for what the trial covers', () => {
    const rows: readonly UsageRow[] = [
      { day: '2023-05-31', item: 'av.audio', minutes: 100 },
      { day: '2023-06-02', item: 'recording.single.hd', minutes: 60 },
    ];
    expect(stopped(audited(NEVER_ON, rows))).toEqual([]);
  });
});

describe('a bill for days on which the service was stopped', () => {
  const line = (minutes: number) =>
    settlementLine(1, {
      sdkAppId: '1400000001',
      item: 'av.audio',
      from: day('2023-06-02'),
      to: day('2023-06-03'),
      minutes: decimal(minutes),
      listPrice: decimal(7),
      discount: ONE,
    });
  const comparisonOf = (minutes: number) =>
    audited(NEVER_ON, ROWS.slice(0, 2), [line(minutes)]).comparisons.find(
      ({ periodStart }) => periodStart === '2023-06-02',
    );

  it('that differs has the cause beside its own, which moves no money', () => {
    const comparison = comparisonOf(60);
    const causes = comparison?.causes.map(({ cause, amount }) => [cause, toText(amount)]);
    expect(causes).toEqual([
      ['usage-differs', '0.07'],
      ['service-stopped', '0'],
    ]);
    expect(toText(comparison?.unexplained ?? ONE)).toBe('0');
  });

  it('that agrees stays matched', () => {
    expect(comparisonOf(50)).toMatchObject({ status: 'matched', causes: [] });
  });
});

describe('an account of which facts can hardly be so', () => {
  it('is audited as stated, with a warning', () => {
    const odd = { ...NEVER_ON, registeredOn: '2023-05-02' };
    expect(audited(odd, ROWS).issues.map(({ code }) => code)).toContain(
      'account-app-before-registration',
    );
  });
});
