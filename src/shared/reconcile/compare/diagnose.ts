import type { BillLine } from '../../bill/bill-line';
import { contradictedAmount } from '../../bill/line-formula';
import { repeatedLines, type RepeatedLine } from '../../bill/repeated-lines';
import { sum, ZERO, type Decimal } from '../../money/decimal';
import type { Charge } from '../../settlement/charge';
import { causeShare } from '../result/cause-share';
import type {
  Circumstances,
  Concern,
  Counterfactual,
  CounterfactualOf,
  Hypothesis,
} from '../what-if/counterfactual';
import type { CauseShare } from '../result/discrepancy';
import { billedSide, expectedSide, type BilledSide } from '../what-if/group-sides';
import { AMOUNT_HYPOTHESES, PRICE_HYPOTHESES, QUANTITY_HYPOTHESES } from '../hypotheses/in-order';
import type { Group } from '../match/match';
import { ownFaults } from '../what-if/own-faults';
import { quantityRemainder } from '../what-if/quantity-remainder';
import { asCharged, type RatedCharge } from '../what-if/re-rate';
import { findExplanations, suppose, type Outcome, type Suppositions } from '../what-if/search';
import { roundingTolerance } from '../result/tolerance';

/** What is known about a differing group when the bill's own faults have been taken off. */
export interface Diagnosis {
  readonly shares: readonly CauseShare[];
  /** What of the difference the shares leave. */
  readonly remainder: Decimal;
  /** Other explanations of the same size: the bill as a whole may speak for one of them. */
  readonly alternatives: readonly Diagnosis[];
  /** Lines that count, at the amounts that follow from their own terms. */
  readonly billed: BilledSide;
  readonly keptLines: readonly BillLine[];
  readonly tolerance: Decimal;
}

function duplicateShare(repeats: readonly RepeatedLine[], difference: Decimal): CauseShare[] {
  const first = repeats[0];
  if (!first) return [];
  return [
    causeShare(
      {
        cause: 'duplicate-line',
        evidence: {
          code: repeats.every((one) => one.sameTransaction)
            ? 'duplicate-transaction'
            : 'duplicate-content',
          params: {
            lines: repeats.length,
            transactionId: first.first.transactionId,
            file: first.line.origin.file,
            line: first.line.origin.line ?? 0,
            firstFile: first.first.origin.file,
            firstLine: first.first.origin.line ?? 0,
          },
        },
      },
      sum(repeats.map(({ line }) => line.amount)),
      difference,
    ),
  ];
}

/** Applies suppositions one after the other; each share is what its step moves. */
function sharesOf(
  start: Outcome,
  applied: readonly Counterfactual[],
  difference: Decimal,
): CauseShare[] {
  let outcome = start;
  return applied.map((one) => {
    const after = suppose(outcome, one);
    const moved = causeShare(one, after.amount.minus(outcome.amount), difference);
    outcome = after;
    return moved;
  });
}

function startOf(charges: readonly Charge[]): Outcome {
  const rated: readonly RatedCharge[] = charges.map(asCharged);
  return { rated, amount: expectedSide(charges).amount };
}

type Explained = Omit<Diagnosis, 'remainder' | 'alternatives'>;

function withRemainder(
  diagnosis: Explained,
  difference: Decimal,
  alternatives: readonly Diagnosis[] = [],
): Diagnosis {
  const explained = sum(diagnosis.shares.map((one) => one.amount));
  return { ...diagnosis, alternatives, remainder: difference.minus(explained) };
}

/** Everything that speaks for one reading of the bill: without its repeated lines, or with them. */
function readingOf(group: Group, repeats: readonly RepeatedLine[], difference: Decimal) {
  const dropped = new Set(repeats.map(({ line }) => line));
  const keptLines = group.lines.filter((line) => !dropped.has(line));
  const own = [...duplicateShare(repeats, difference), ...ownFaults(keptLines, difference)];
  const billed = billedSide(keptLines, (line) => contradictedAmount(line) ?? line.amount);
  return { keptLines, own, billed, tolerance: roundingTolerance(group.charges, keptLines) };
}

/** What can be supposed of a group; nothing where one side is missing. */
function suppositionsOf({ charges, lines }: Group, circumstances: Circumstances): Suppositions {
  if (charges.length === 0 || lines.length === 0) return NOTHING_SUPPOSED;
  const once = <C extends Concern>(hypotheses: readonly Hypothesis<C>[]) => {
    let found: readonly CounterfactualOf<C>[] | null = null;
    return () => (found ??= hypotheses.flatMap((one) => one(charges, lines, circumstances)));
  };
  return {
    quantity: once(QUANTITY_HYPOTHESES),
    price: once(PRICE_HYPOTHESES),
    amount: once(AMOUNT_HYPOTHESES),
  };
}

const nothing = () => [];
const NOTHING_SUPPOSED: Suppositions = { quantity: nothing, price: nothing, amount: nothing };

/**
 * Explains a group that differs by the bill's own faults (a line twice, an amount that does not follow from
 * its own terms) and then by the simplest known mistakes that make the rest vanish. What they cannot explain
 * is left in `remainder`.
 */
export function diagnose(
  group: Group,
  difference: Decimal,
  circumstances: Circumstances,
): Diagnosis {
  const repeats = repeatedLines(group.lines);
  const readings = [
    readingOf(group, repeats, difference),
    ...(repeats.length > 0 ? [readingOf(group, [], difference)] : []),
  ];
  const start = startOf(group.charges);
  const suppositions = suppositionsOf(group, circumstances);
  for (const { own, ...reading } of readings) {
    if (reading.billed.amount.minus(start.amount).abs().lte(reading.tolerance))
      return withRemainder({ ...reading, shares: own }, difference);
    const found = findExplanations(start, reading.billed, reading.tolerance, suppositions);
    const [best, ...others] = found.map((one) => ({
      ...reading,
      shares: [...own, ...sharesOf(start, one, difference)],
    }));
    if (best) {
      const alternatives = others.map((other) => withRemainder(other, difference));
      return withRemainder(best, difference, alternatives);
    }
  }
  const [first = readingOf(group, [], difference)] = readings;
  const { own, ...reading } = first;
  return withRemainder({ ...reading, shares: own }, difference);
}

/**
 * The last resort for a group with both sides: the minutes differ, and perhaps the price by a known mistake
 * as well. The money of the minutes is `usage-differs`; what neither moves stays in `remainder`.
 */
export function diagnoseQuantity(
  group: Group,
  diagnosis: Diagnosis,
  difference: Decimal,
  circumstances: Circumstances,
): Diagnosis {
  const { billed } = diagnosis;
  const start = startOf(group.charges);
  const remainder = billed.minutes ? quantityRemainder(start.rated, billed.minutes) : null;
  if (!remainder) return diagnosis;
  const counted = suppose(start, remainder);
  const onTerms = { ...suppositionsOf(group, circumstances), quantity: nothing };
  const fits = billed.amount.minus(counted.amount).abs().lte(diagnosis.tolerance);
  const further = fits
    ? []
    : (findExplanations(counted, billed, diagnosis.tolerance, onTerms)[0] ?? []);
  const shares = sharesOf(start, [remainder, ...further], difference).filter(
    (one) => !one.amount.eq(ZERO),
  );
  return withRemainder({ ...diagnosis, shares: [...diagnosis.shares, ...shares] }, difference);
}
