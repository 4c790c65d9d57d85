import type { BillLine } from '../bill/bill-line';
import type { Currency } from '../catalog/site';
import type { Issue } from '../issue';
import { decimal, sum, toText, ZERO, type Decimal } from '../money/decimal';
import { firstOfMonth, type Day } from '../period/day';
import { dayOfTime } from '../period/local-time';
import type { Charge } from '../settlement/charge';
import { deductionsOf, precisionOf } from '../settlement/precision';

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
const chargedIn = (line: BillLine): Day | null => {
  const date = chargedOn(line);
  return date && firstOfMonth(date);
};

/**
 * The precision line of each month beside the one that our charges make: what the 2 decimals of the money taken
 * moved. Days on which bill and charges differ, or of which one side knows nothing, may each move a cent, so only
 * what is beyond that is said. A month with lines of other products is left alone: its line is for all of them.
 */
export function precisionIssues(
  charges: readonly Charge[],
  lines: readonly BillLine[],
  currency: Currency,
): Issue[] {
  const printed = grouped(
    lines.filter((line) => line.bucket === 'precision' && line.currency === currency),
    chargedIn,
  );
  if (printed.size === 0) return [];
  const ofOthers = grouped(
    lines.filter(({ bucket }) => bucket === 'other-product' || bucket === 'other-trtc'),
    chargedIn,
  );
  const billed = grouped(
    lines.filter(({ bucket }) => bucket === 'settlement'),
    chargedOn,
  );
  const deductions = deductionsOf(charges);
  const moved = new Map(precisionOf(deductions).map(({ month, amount }) => [month, amount]));
  const exact = new Map(deductions.map((one) => [one.chargedOn, one.exact]));
  return [...printed].flatMap(([month, own]): Issue[] => {
    const computed = moved.get(month);
    if (computed === undefined || ofOthers.has(month)) return [];
    const printedAmount = sum(own.map(({ amount }) => amount));
    const tolerance = uncertainty(month, billed, exact);
    if (printedAmount.minus(computed).abs().lessThanOrEqualTo(tolerance)) return [];
    const params = {
      month: month.slice(0, 7),
      printedAmount: toText(printedAmount),
      computedAmount: toText(computed),
      toleranceAmount: toText(tolerance),
    };
    return [{ severity: 'note', code: 'precision-differs', params, origin: own[0]?.origin }];
  });
}

/** A cent for each day of the month on which the bill's lines are not what we charge. */
function uncertainty(
  month: Day,
  billed: ReadonlyMap<Day, readonly BillLine[]>,
  exact: ReadonlyMap<Day, Decimal>,
): Decimal {
  const days = new Set([...billed.keys(), ...exact.keys()]);
  return [...days]
    .filter((date) => firstOfMonth(date) === month)
    .reduce((total, date) => {
      const lines = sum((billed.get(date) ?? []).map(({ amount }) => amount));
      return lines.eq(exact.get(date) ?? ZERO) ? total : total.plus(LARGEST_MOVE);
    }, ZERO);
}
