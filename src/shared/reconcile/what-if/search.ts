import type { Decimal } from '../../money/decimal';
import type { Concern, Counterfactual, CounterfactualOf } from './counterfactual';
import type { Cause } from '../result/discrepancy';
import type { BilledSide } from './group-sides';
import { totalAmount, totalMinutes, type RatedCharge } from './re-rate';

/** What a set of suppositions makes of the charges. */
export interface Outcome {
  readonly rated: readonly RatedCharge[];
  readonly amount: Decimal;
}

/** Applies one supposition to an outcome. */
export function suppose(outcome: Outcome, counterfactual: Counterfactual): Outcome {
  if (counterfactual.concerns === 'amount')
    return { rated: outcome.rated, amount: counterfactual.settle(outcome.amount) };
  const rated = outcome.rated.map(counterfactual.rerate);
  return { rated, amount: totalAmount(rated) };
}

type Combination = readonly Counterfactual[];

/** Each of these meters the same seconds anew, so no two of them can both have been made. */
const METERED_ANEW: ReadonlySet<Cause> = new Set<Cause>([
  'row-rounding',
  'day-shifted',
  'rounding-scope',
]);

function exclude(first: Counterfactual, second: Counterfactual): boolean {
  return (
    first.cause === second.cause ||
    (METERED_ANEW.has(first.cause) && METERED_ANEW.has(second.cause))
  );
}

/** None, each one, and every two that can go together. */
function upToTwo(all: readonly Counterfactual[]): Combination[] {
  const pairs = all.flatMap((first, index) =>
    all.slice(index + 1).flatMap((second) => (exclude(first, second) ? [] : [[first, second]])),
  );
  return [[], ...all.map((one) => [one]), ...pairs];
}

/** The line prints a list price or discount, and the outcome rests on another. */
function contradictsPrint(outcome: Outcome, billed: BilledSide): boolean {
  return outcome.rated.some(
    (one) =>
      (billed.listPrice !== null && !billed.listPrice.eq(one.listPrice)) ||
      (billed.discount !== null && !billed.discount.eq(one.discount)),
  );
}

/** Keeps suppositions that change something by themselves. */
function effective(start: Outcome, all: readonly Counterfactual[]): Counterfactual[] {
  return all.filter((one) => {
    const after = suppose(start, one);
    return (
      !after.amount.eq(start.amount) || !totalMinutes(after.rated).eq(totalMinutes(start.rated))
    );
  });
}

/** Most mistakes that one explanation may hold: with the quantity printed, one of quantity and two of price. */
const LARGEST = 3;
const LARGEST_WITHOUT_QUANTITY = 2;

interface Found {
  readonly combination: Combination;
  readonly loose: boolean;
}

/** The mistakes that a group can hold, each part worked out when it is first asked for. */
export type Suppositions = {
  readonly [C in Concern]: () => readonly CounterfactualOf<C>[];
};

/**
 * True where other minutes cannot be part of the reason: one charge has the minutes that the line prints. What two
 * mistakes in minutes take back from each other leaves its amount as it is, so that they explain nothing.
 */
function minutesAgree({ rated }: Outcome, billed: BilledSide): boolean {
  return rated.length === 1 && billed.minutes?.eq(totalMinutes(rated)) === true;
}

/**
 * The smallest set of suppositions under which the expected amount is the billed one, within tolerance.
 * Minutes that the line prints must agree too, so that a price is never blamed for a quantity; among sets of
 * one size, one that agrees with the printed price wins.
 * @returns all that are equally good, in the order of the hypotheses, each in the order in which its
 *   suppositions are to be applied; none when nothing fits.
 */
export function findExplanations(
  start: Outcome,
  billed: BilledSide,
  tolerance: Decimal,
  suppositions: Suppositions,
): readonly Combination[] {
  const inQuantity = minutesAgree(start, billed) ? [] : suppositions.quantity();
  const quantities = upToTwo(effective(start, inQuantity))
    .map((combination) => ({ combination, outcome: combination.reduce(suppose, start) }))
    .filter(
      ({ outcome }) => billed.minutes === null || totalMinutes(outcome.rated).eq(billed.minutes),
    );
  // Where no quantity gives the printed minutes, no price will: nothing more is rated.
  if (quantities.length === 0) return [];
  const prices = upToTwo(effective(start, suppositions.price()));
  const amounts: Combination[] = [
    [],
    ...effective(start, suppositions.amount()).map((one) => [one]),
  ];
  const largest = billed.minutes === null ? LARGEST_WITHOUT_QUANTITY : LARGEST;

  let best: readonly Found[] = [];
  const size = (found: Found) => found.combination.length + (found.loose ? 0.5 : 0);
  for (const quantity of quantities)
    for (const price of prices)
      for (const amount of amounts) {
        const combination = [...quantity.combination, ...price, ...amount];
        if (combination.length === 0 || combination.length > largest) continue;
        if (best[0] && combination.length > size(best[0])) continue;
        const outcome = [...price, ...amount].reduce(suppose, quantity.outcome);
        if (outcome.amount.minus(billed.amount).abs().gt(tolerance)) continue;
        const found = { combination, loose: contradictsPrint(outcome, billed) };
        if (!best[0] || size(found) < size(best[0])) best = [found];
        else if (size(found) === size(best[0])) best = [...best, found];
      }
  return best.map((found) => found.combination);
}
