import { describe, expect, it } from 'vitest';
import { decimal, sum, toText } from '../../../src/shared/money/decimal';
import { audit } from '../../../src/shared/reconcile/audit';
import { bridge } from '../../../src/shared/reconcile/bridge/bridge';
import { findingsOf, type Finding } from '../../../src/shared/reconcile/findings';
import { billOf, chargeOf, settlementLine, termsOf } from '../../support/bill-lines';
import { cleanMonth } from '../../support/clean-month';
import { everywhere } from '../../support/metering-mistakes';
import { MISTAKES } from '../../support/mistakes';
import { compare } from '../../support/one-comparison';
import { PLANTABLE, plantedBill, plantedEverywhere } from '../../support/planted-bill';
import { Random } from '../../support/random';

const amountsByCause = (steps: readonly Pick<Finding, 'cause' | 'amount'>[]) => {
  const amounts: Record<string, string> = {};
  for (const { cause, amount } of steps)
    amounts[cause] = toText(sum([decimal(amounts[cause] ?? '0'), amount]));
  return amounts;
};

describe('findings over the whole bill', () => {
  // Made wherever they can be, where by chance another mistake would give the same minutes too.
  const systematic = [
    ...MISTAKES.filter(({ name }) =>
      ['discount-missing', 'old-price', 'contract-price', 'precision', 'tax'].includes(name),
    ),
    ...['row-rounding', 'utc-days', 'account-rounding', 'month-rounding'].map(everywhere),
  ];

  it.each(systematic.map((mistake) => [mistake.name, mistake] as const))(
    'a mistake like %s on every line it can be on is one finding, with all its money',
    (_name, mistake) => {
      for (let seed = 1; seed <= 12; seed += 1) {
        const random = new Random(seed);
        const month = cleanMonth(random);
        const { lines, planted } = plantedEverywhere(month, mistake, random);
        expect(planted.length).toBeGreaterThan(3);
        const { comparisons } = audit({ ...month, billLines: lines, period: null });
        const found = findingsOf(comparisons);
        expect(found.map((one) => one.cause)).toEqual([mistake.cause]);
        const [finding] = found;
        const amounts = planted.map(({ amount }) => decimal(amount));
        expect(toText(finding?.amount ?? decimal(0))).toBe(toText(sum(amounts)));
        expect(finding?.comparisons).toBe(planted.length);
        const days = planted.map(({ comparisonId }) => comparisonId.slice(0, 10)).sort();
        expect(finding?.from).toBe(days[0]);
        const apps = planted.map(({ comparisonId }) => comparisonId.split('/')[1] ?? '');
        expect(finding?.sdkAppIds).toEqual([...new Set(apps)].sort());
        const largest = amounts.reduce((a, b) => (b.abs().gt(a.abs()) ? b : a));
        const example = planted.find(
          ({ comparisonId }) => comparisonId === finding?.example.comparisonId,
        );
        expect(decimal(example?.amount ?? '0').abs()).toEqual(largest.abs());
      }
    },
  );

  it('add up to the bridge, cause by cause, and stand in the order of their money', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = new Random(seed);
      const month = cleanMonth(random);
      const kinds = [random.pick(PLANTABLE), random.pick(PLANTABLE), random.pick(PLANTABLE)];
      const lines = plantedBill(month, kinds, random)?.lines ?? billOf(month.charges);
      const { comparisons, totals } = audit({ ...month, billLines: lines, period: null });
      const found = findingsOf(comparisons);
      expect(amountsByCause(found)).toEqual(amountsByCause(bridge(comparisons)));
      expect(toText(sum(found.map((one) => one.amount)))).toBe(toText(totals.difference));
      const sizes = found.map((one) => one.amount.abs());
      expect(sizes).toEqual(sizes.toSorted((a, b) => b.cmp(a)));
    }
  });

  it('keeps what nothing explains and what roundings move apart from the causes', () => {
    const charges = [chargeOf(), chargeOf({ sdkAppId: '1400654321' })];
    const [first, second] = charges.map((charge, index) =>
      settlementLine(index + 1, termsOf(charge)),
    );
    if (!first || !second) throw new Error('two charges, two lines');
    const found = findingsOf(
      compare({
        charges,
        lines: [
          { ...first, amount: first.amount.plus('0.00000001') },
          // Nothing but an amount: no terms to contradict it, no mistake that fits.
          {
            ...second,
            amount: decimal('31.4159'),
            listPrice: null,
            unitPrice: null,
            quantity: null,
            discount: null,
            originalAmount: null,
          },
        ],
      }),
    );
    expect(found.map(({ cause, evidence, amount }) => [cause, evidence, toText(amount)])).toEqual([
      ['unexplained', null, '3.4159'],
      ['tolerance', null, '0.00000001'],
    ]);
  });

  it('finds nothing on a clean bill', () => {
    const month = cleanMonth(new Random(3));
    const { comparisons } = audit({ ...month, billLines: billOf(month.charges), period: null });
    expect(findingsOf(comparisons)).toEqual([]);
  });
});
