import type { BillLine } from '../../bill/bill-line';
import { billedMinutes } from '../../bill/billed-quantity';
import { sum } from '../../money/decimal';
import { addDays } from '../../period/day';
import type { Charge } from '../../settlement/charge';
import { daysOf, type Circumstances, type Hypothesis } from '../what-if/counterfactual';
import type { OtherMetering } from '../what-if/other-metering';
import { withMinutes } from '../what-if/re-rate';

const CODES: Readonly<Record<OtherMetering['over'], string>> = {
  account: 'rounded-over-account',
  application: 'rounded-over-application',
  month: 'rounded-over-month',
  day: 'rounded-over-day',
};

const total = (charges: readonly Charge[], minutes: (charge: Charge) => number) =>
  charges.reduce((all, charge) => all + minutes(charge), 0);

/** Where the account's rows are rounded one after the other, each can move a minute; a day without rows one. */
function mostMoved(charges: readonly Charge[], { rowsOf }: Circumstances): number {
  return total(charges, (charge) => {
    let most = 1;
    for (let day = charge.periodStart; day < charge.periodEnd; day = addDays(day, 1))
      most += rowsOf(day, charge).length;
    return most;
  });
}

/**
 * True where another rounding can be the reason at all: it moves few minutes, more only where minutes are or could
 * have been drawn from a package or the trial, whose rest falls to others when it runs out. Spares the bills whose
 * minutes differ by more, or not at all, the computation of the whole account.
 */
function canBe(
  charges: readonly Charge[],
  lines: readonly BillLine[],
  around: Circumstances,
): boolean {
  const printed = lines.flatMap((line) => billedMinutes(line) ?? []);
  const expected = total(charges, (charge) => charge.billableMinutes);
  // A line that stands twice is one line.
  const away = [sum(printed), ...printed].map((minutes) => minutes.minus(expected).abs());
  if (away.every((minutes) => minutes.isZero())) return false;
  if (charges.some((charge) => charge.trialMinutes + charge.packageMinutes > 0)) return true;
  if (charges.some(around.ranOut)) return true;
  const most = mostMoved(charges, around);
  return away.some((minutes) => !minutes.isZero() && minutes.lte(most));
}

/** Seconds were added up over the account instead of the application, over the month instead of the day, or the other way round. */
export const roundingScope: Hypothesis<'quantity'> = (charges, lines, around) => {
  if (!canBe(charges, lines, around)) return [];
  const minutes = total(charges, (charge) => charge.billableMinutes);
  return around.otherMeterings.flatMap(({ over, billableMinutes }) => {
    const otherMinutes = total(charges, billableMinutes);
    if (otherMinutes === minutes) return [];
    return [
      {
        cause: 'rounding-scope' as const,
        concerns: 'quantity' as const,
        rerate: (rated) =>
          withMinutes(
            rated,
            rated.minutes.plus(billableMinutes(rated.charge) - rated.charge.billableMinutes),
          ),
        evidence: {
          code: CODES[over],
          params: { day: daysOf(charges), otherMinutes, minutes },
        },
      },
    ];
  });
};
