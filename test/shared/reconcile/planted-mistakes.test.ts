import { describe, expect, it } from 'vitest';
import { toText } from '../../../src/shared/money/decimal';
import { audit } from '../../../src/shared/reconcile/audit';
import { isDiscrepancy } from '../../../src/shared/reconcile/result/discrepancy';
import { billOf } from '../../support/bill-lines';
import { cleanMonth, stoppedMonth, type CleanMonth } from '../../support/clean-month';
import { MISTAKES, type Mistake } from '../../support/mistakes';
import {
  PLANTABLE,
  plantedBill,
  plantedTogether,
  type PlantedBill,
  type Plantable,
} from '../../support/planted-bill';
import { Random } from '../../support/random';
import { SEED } from '../../support/seed';

/** RECOUNT_CASES=2000 searches wider; the ordinary run keeps to a few hundred. */
const CASES = Number(process.env['RECOUNT_CASES'] ?? '200');
/** Another seed makes every case from other random numbers. */
const FIRST_CASE = SEED * 10_000_019;

function foundIn(month: CleanMonth, bill: PlantedBill): string[] {
  const result = audit({ ...month, billLines: bill.lines, period: null });
  return result.comparisons
    .filter(isDiscrepancy)
    .flatMap(({ id, causes, unexplained }) => [
      ...causes.map((share) => `${id} ${share.cause} ${toText(share.amount)}`),
      ...(unexplained.isZero() ? [] : [`${id} unexplained ${toText(unexplained)}`]),
    ])
    .sort();
}

const plantedIn = (bill: PlantedBill) =>
  bill.planted
    .map(({ comparisonId, cause, amount }) => `${comparisonId} ${cause} ${amount}`)
    .sort();

/** Cases of one kind, each from a seed of its own; months without a place for the mistake are passed over. */
function cases(
  count: number,
  offset: number,
  plant: (month: CleanMonth, random: Random) => PlantedBill | null,
  monthOf: (random: Random) => CleanMonth = cleanMonth,
): { readonly month: CleanMonth; readonly bill: PlantedBill }[] {
  const made: { readonly month: CleanMonth; readonly bill: PlantedBill }[] = [];
  for (let seed = 1; made.length < count && seed < count * 20; seed += 1) {
    const random = new Random(FIRST_CASE + offset + seed);
    const month = monthOf(random);
    const bill = plant(month, random);
    if (bill) made.push({ month, bill });
  }
  expect(made).toHaveLength(count);
  return made;
}

describe('planted mistakes', () => {
  it('finds nothing on clean bills', () => {
    const perKind = Math.ceil(CASES / 10);
    for (let seed = 0; seed < perKind; seed += 1) {
      const month = cleanMonth(new Random(FIRST_CASE + seed));
      const result = audit({ ...month, billLines: billOf(month.charges), period: null });
      expect(result.comparisons.filter(isDiscrepancy)).toEqual([]);
      expect(toText(result.totals.difference)).toBe('0');
      expect(result.issues).toEqual([]);
    }
  });

  it.each(PLANTABLE)('names a single %s with its exact amount', (kind) => {
    const count = Math.ceil(CASES / PLANTABLE.length);
    const offset = 1000 + PLANTABLE.indexOf(kind) * 100_000;
    for (const { month, bill } of cases(count, offset, (m, r) => plantedBill(m, [kind], r)))
      expect(foundIn(month, bill)).toEqual(plantedIn(bill));
  });

  it('names the rounding where it leaves two minutes of the trial to a line that drew nothing', () => {
    const offset = 1000 + PLANTABLE.indexOf('account-rounding') * 100_000;
    const random = new Random(12 * 10_000_019 + offset + 1);
    const month = cleanMonth(random);
    const bill = plantedBill(month, ['account-rounding'], random);
    expect(bill && foundIn(month, bill)).toEqual([
      '2023-06-08/1400654321/av.hd rounding-scope -0.0504',
    ]);
  });

  it('says beside any mistake that the service was stopped on that day', () => {
    const kinds = ['bill-arithmetic', 'usage-differs', 'discount-missing', 'duplicate-line', 'tax'];
    for (const [index, kind] of kinds.entries()) {
      const count = Math.ceil(CASES / PLANTABLE.length / kinds.length);
      const offset = 7_000_000 + index * 100_000;
      const stopped = (random: Random) => stoppedMonth(random);
      for (const { month, bill } of cases(
        count,
        offset,
        (m, r) => plantedBill(m, [kind], r),
        stopped,
      )) {
        const [planted] = bill.planted;
        expect(foundIn(month, bill)).toEqual(
          [...plantedIn(bill), `${planted?.comparisonId ?? ''} service-stopped 0`].sort(),
        );
      }
    }
  });

  it('names at least 95 % of pairs, on two charges or on one', () => {
    const kinds: Plantable[] = [...PLANTABLE];
    const together = (random: Random): readonly [Mistake, Mistake] => {
      const first = random.pick(MISTAKES);
      return [first, random.pick(MISTAKES.filter((one) => one.stage !== first.stage))];
    };
    const half = Math.ceil(CASES / 2);
    const all = [
      ...cases(half, 5_000_000, (m, r) => plantedBill(m, [r.pick(kinds), r.pick(kinds)], r)),
      ...cases(half, 6_000_000, (m, r) => plantedTogether(m, together(r), r)),
    ];
    const missed = all.filter(
      ({ month, bill }) => foundIn(month, bill).join() !== plantedIn(bill).join(),
    );
    const report = missed
      .slice(0, 5)
      .map(({ month, bill }) => ({ planted: plantedIn(bill), found: foundIn(month, bill) }));
    expect(missed.length / all.length, JSON.stringify(report, null, 1)).toBeLessThanOrEqual(0.05);
  });
});
