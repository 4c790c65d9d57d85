import { toText, type Decimal } from '../../money/decimal';
import type { Charge } from '../../settlement/charge';
import { daysOf, type Counterfactual } from './counterfactual';
import { totalMinutes, withMinutes, type RatedCharge } from './re-rate';

/**
 * The bill counts other minutes than the usage shows, and no known mistake says why. Inside the bounds of
 * usage that came in whole minutes per row, the rows' own rounding is the reason.
 */
export function quantityRemainder(
  rated: readonly RatedCharge[],
  billedMinutes: Decimal,
): Counterfactual | null {
  const first = rated[0]?.charge;
  if (!first) return null;
  const more = billedMinutes.minus(totalMinutes(rated));
  const charges: readonly Charge[] = rated.map((one) => one.charge);
  const gap = charges.reduce((sum, one) => sum + one.meteredMinutes - one.meteredMinutesLow, 0);
  const byRows = more.lt(0) && more.neg().lte(gap);
  return {
    cause: byRows ? 'row-rounding' : 'usage-differs',
    concerns: 'quantity',
    rerate: (one) => (one.charge === first ? withMinutes(one, one.minutes.plus(more)) : one),
    evidence: {
      code: byRows ? 'rows-overstate' : more.gt(0) ? 'more-minutes' : 'fewer-minutes',
      params: {
        day: daysOf(charges),
        billedMinutes: toText(billedMinutes),
        expectedMinutes: toText(totalMinutes(rated)),
        differenceMinutes: toText(more.abs()),
      },
    },
  };
}
