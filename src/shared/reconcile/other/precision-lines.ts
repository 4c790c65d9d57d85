import type { BillLine } from '../../bill/bill-line';
import type { Currency } from '../../catalog/site';
import type { Issue } from '../../issue';
import { decimal, sum, toText, ZERO, type Decimal } from '../../money/decimal';
import { firstOfMonth, type Day } from '../../period/day';
import { dayOfTime } from '../../period/local-time';
import type { Charge } from '../../settlement/charge';
import { deductionsOf, type Deduction } from '../../settlement/precision';

/** What one deduction's rounding to 2 decimals can move, rounded or cut: no text says which (U5). */
const LARGEST_MOVE = decimal('0.01');

function grouped<T>(values: readonly T[], keyOf: (value: T) => Day | null): Map<Day, T[]> {
  const groups = new Map<Day, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

const chargedOn = ({ chargedAt }: BillLine): Day | null => chargedAt && dayOfTime(chargedAt);
/** The month a line is for: that of the use it names, else that of its deduction. */
const monthOf = (line: BillLine): Day | null => {
  const date = line.usageStart ? dayOfTime(line.usageStart) : chargedOn(line);
  return date && firstOfMonth(date);
};

/**
 * The precision line of each month beside the one that our charges make: what the 2 decimals of the money taken
 * moved. No text says whether a month is that of the use or of the deduction, nor which sign the line has, so a
 * line that fits one reading fits. Days on which bill and charges differ, or of which one side knows nothing, may
 * each move a cent, so only what is beyond that is said. A month with lines of other products is left alone: its
 * line is for all of them.
 */
export function precisionIssues(
  charges: readonly Charge[],
  lines: readonly BillLine[],
  currency: Currency,
): Issue[] {
  const printed = grouped(
    lines.filter((line) => line.bucket === 'precision' && line.currency === currency),
    monthOf,
  );
  if (printed.size === 0) return [];
  const ofOthers = grouped(
    lines.filter(({ bucket }) => bucket === 'other-product' || bucket === 'other-trtc'),
    monthOf,
  );
  const billed = grouped(
    lines.filter(({ bucket }) => bucket === 'settlement'),
    chargedOn,
  );
  return [...printed].flatMap(([month, own]): Issue[] => {
    if (ofOthers.has(month)) return [];
    const printedAmount = sum(own.map(({ amount }) => amount));
    const [nearest] = readingsOf(month, charges)
      .map((reading) => ({
        ...reading,
        off: printedAmount.minus(reading.amount).abs(),
        tolerance: uncertainty(reading.deductions, billed),
      }))
      .toSorted((a, b) => a.off.minus(a.tolerance).comparedTo(b.off.minus(b.tolerance)));
    if (!nearest || nearest.off.lessThanOrEqualTo(nearest.tolerance)) return [];
    const params = {
      month: month.slice(0, 7),
      printedAmount: toText(printedAmount),
      computedAmount: toText(nearest.amount),
      toleranceAmount: toText(nearest.tolerance),
    };
    return [{ severity: 'note', code: 'precision-differs', params, origin: own[0]?.origin }];
  });
}

interface Reading {
  readonly amount: Decimal;
  readonly deductions: readonly Deduction[];
}

/** What a month's precision line can be: by the month of deduction or of use, added or taken off. */
function readingsOf(month: Day, charges: readonly Charge[]): Reading[] {
  const ofMonth = (dayOf: (charge: Charge) => Day) =>
    charges.filter((charge) => firstOfMonth(dayOf(charge)) === month);
  return [ofMonth(({ chargedOn: date }) => date), ofMonth(({ periodStart }) => periodStart)]
    .filter((own) => own.length > 0)
    .flatMap((own) => {
      const deductions = deductionsOf(own);
      const moved = sum(deductions.map(({ exact, taken }) => exact.minus(taken)));
      return [moved, moved.negated()].map((amount) => ({ amount, deductions }));
    });
}

/** A cent for each deduction whose lines on the bill are not what we charge, and for each run of which only the bill knows. */
function uncertainty(
  deductions: readonly Deduction[],
  billed: ReadonlyMap<Day, readonly BillLine[]>,
): Decimal {
  return deductions.reduce((total, { chargedOn: date, exact }) => {
    const lines = sum((billed.get(date) ?? []).map(({ amount }) => amount));
    return lines.eq(exact) ? total : total.plus(LARGEST_MOVE);
  }, ZERO);
}
