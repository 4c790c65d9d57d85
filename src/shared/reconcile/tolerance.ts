import type { BillLine } from '../bill/bill-line';
import { decimal, sum, THOUSAND, ZERO, type Decimal } from '../money/decimal';
import type { Charge } from '../settlement/charge';

/** Half a unit of the 8th decimal: what one rounding half-up can move. */
const HALF_UNIT = decimal('0.000000005');
/** A whole unit: the provider does not say whether a line's amount is rounded or cut (rulebook U5). */
const WHOLE_UNIT = decimal('0.00000001');

/**
 * The largest difference that the declared roundings can make between charges and lines that agree:
 *
 * - each charge: its amount is rounded half-up to 8 decimals (half a unit), and so is its unit price
 *   where list price x discount has more than 8 decimals (half a unit per 1,000 minutes);
 * - each line: its original amount and its amount each carry 8 decimals (a whole unit each).
 */
export function roundingTolerance(charges: readonly Charge[], lines: readonly BillLine[]): Decimal {
  const ofCharges = charges.map((charge) => {
    const exactPrice = charge.listPrice.times(charge.discount).decimalPlaces() <= 8;
    return exactPrice
      ? HALF_UNIT
      : HALF_UNIT.plus(HALF_UNIT.times(charge.billableMinutes).div(THOUSAND));
  });
  return sum([...ofCharges, WHOLE_UNIT.times(2 * lines.length)]);
}

/**
 * Where the usage came in whole minutes per 5-minute row, the true minutes lie between two bounds. The bill
 * may be lower than expected by what the gap between them costs, and never higher.
 */
export function overstatement(charges: readonly Charge[]): Decimal {
  return charges.reduce((total, charge) => {
    const gap = Math.min(charge.meteredMinutes - charge.meteredMinutesLow, charge.billableMinutes);
    return gap === 0 ? total : total.plus(charge.unitPrice.times(gap).div(THOUSAND));
  }, ZERO);
}
