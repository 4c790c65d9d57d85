import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, sum, toText, ZERO } from '../../../../src/shared/money/decimal';
import { audit } from '../../../../src/shared/reconcile/audit';
import { bridge, type BridgeStep } from '../../../../src/shared/reconcile/bridge/bridge';
import {
  BRIDGE_DIMENSIONS,
  bridgeKey,
  bridgeParts,
  type BridgeDimension,
  type BridgePart,
  type BridgeSum,
} from '../../../../src/shared/reconcile/bridge/bridge-by';
import type { Comparison } from '../../../../src/shared/reconcile/result/discrepancy';
import { billOf, chargeOf, settlementLine, termsOf } from '../../../support/bill-lines';
import { cleanMonth } from '../../../support/clean-month';
import { compare } from '../../../support/one-comparison';
import { PLANTABLE, plantedBill } from '../../../support/planted-bill';
import { Random } from '../../../support/random';

/** The sums as a person would add them up, comparison by comparison. */
function sumsOf(by: BridgeDimension, comparisons: readonly Comparison[]): BridgeSum[] {
  const keys = [...new Set(comparisons.map((one) => bridgeKey(one, by)))];
  return keys.map((key) => {
    const own = comparisons.filter((one) => bridgeKey(one, by) === key);
    return {
      key,
      expected: sum(own.map((one) => one.expectedAmount)),
      billed: sum(own.map((one) => one.billedAmount)),
      comparisons: own.length,
    };
  });
}

const partsOf = (by: BridgeDimension, comparisons: readonly Comparison[]) =>
  bridgeParts(
    by,
    sumsOf(by, comparisons),
    comparisons.filter(({ status }) => status !== 'matched'),
  );

const texts = (steps: readonly BridgeStep[]) =>
  steps.map(({ cause, amount, comparisons }) => [cause, toText(amount), comparisons]);

/** All parts put together again, cause by cause. */
function together(parts: readonly BridgePart[]) {
  const steps = new Map<string, BridgeStep>();
  for (const step of parts.flatMap((part) => part.steps)) {
    const known = steps.get(step.cause);
    steps.set(step.cause, {
      cause: step.cause,
      amount: step.amount.plus(known?.amount ?? ZERO),
      comparisons: step.comparisons + (known?.comparisons ?? 0),
    });
  }
  return steps;
}

describe('the bridge by month, application and item', () => {
  it.each(BRIDGE_DIMENSIONS)(
    'by %s: every part closes, and the parts add up to the whole, cause by cause',
    (by) => {
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 1_000_000 }),
          fc.array(fc.constantFrom(...PLANTABLE), { minLength: 0, maxLength: 4 }),
          (seed, kinds) => {
            const random = new Random(seed);
            const month = cleanMonth(random);
            const lines = plantedBill(month, kinds, random)?.lines ?? billOf(month.charges);
            const { comparisons, totals } = audit({ ...month, billLines: lines, period: null });
            const parts = partsOf(by, comparisons);
            for (const { expected, billed, steps } of parts) {
              const end = sum([expected, ...steps.map(({ amount }) => amount)]);
              expect(toText(end)).toBe(toText(billed));
            }
            expect(toText(sum(parts.map(({ expected }) => expected)))).toBe(
              toText(totals.expected),
            );
            expect(toText(sum(parts.map(({ billed }) => billed)))).toBe(toText(totals.billed));
            const whole = together(parts);
            expect(texts([...whole.values()]).toSorted()).toEqual(
              texts(bridge(comparisons)).toSorted(),
            );
          },
        ),
        { numRuns: 60 },
      );
    },
  );

  const charges = [
    chargeOf(),
    chargeOf({ sdkAppId: '1400654321' }),
    chargeOf({ sdkAppId: '1400777777' }),
  ];
  const [first, second, third] = charges.map((charge, index) =>
    settlementLine(index + 1, termsOf(charge)),
  );
  if (!first || !second || !third) throw new Error('three charges, three lines');
  const unreasoned = {
    amount: decimal('31.4159'),
    listPrice: null,
    unitPrice: null,
    quantity: null,
    discount: null,
    originalAmount: null,
  };

  it('has the largest difference first, an unexplained bar where nothing explains, and equal parts too', () => {
    const comparisons = compare({
      charges,
      lines: [
        first,
        { ...second, ...unreasoned },
        { ...third, amount: third.amount.plus('0.00000001') },
      ],
    });
    const parts = partsOf('application', comparisons);
    expect(parts.map(({ key, steps }) => [key, ...texts(steps)])).toEqual([
      ['1400654321', ['unexplained', '3.4159', 1]],
      ['1400777777', ['tolerance', '0.00000001', 1]],
      [first.sdkAppId],
    ]);
  });

  it('puts what names no application into a part of its own, the last of equals', () => {
    const comparisons = compare({ charges: [], lines: [{ ...first, sdkAppId: null }, second] });
    expect(partsOf('application', comparisons).map(({ key }) => key)).toEqual(['1400654321', null]);
  });

  it('says without a bill that every charge is a line that is missing', () => {
    const parts = bridgeParts(
      'item',
      [{ key: 'av.hd', expected: decimal('2.5'), billed: ZERO, comparisons: 0 }],
      [],
    );
    expect(texts(parts[0]?.steps ?? [])).toEqual([['line-missing', '-2.5', 0]]);
  });

  it('refuses parts that do not close', () => {
    const wrong = { key: null, expected: ZERO, billed: decimal(1), comparisons: 1 };
    expect(() => bridgeParts('item', [wrong], [])).toThrow('does not close');
  });
});
