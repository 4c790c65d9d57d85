import type { BillLine } from '../../bill/bill-line';
import { displayUnit } from '../../bill/line-formula';
import { decimal, isSame, ONE, THOUSAND, ZERO, type Decimal } from '../../money/decimal';
import type { Charge } from '../../settlement/charge';

/** Half a unit of the 8th decimal: what one rounding half-up can move. */
const HALF_UNIT = decimal('0.000000005');

/** Whole multiples of half a unit, by number: nearly all groups have one charge and at most one line. */
const MULTIPLES: readonly Decimal[] = Array.from({ length: 16 }, (_, n) => HALF_UNIT.times(n));

/**
 * The largest difference that the declared roundings can make between charges and lines that agree:
 *
 * - each charge: its amount is rounded half-up to 8 decimals (half a unit), and so is its unit price
 *   where list price x discount has more than 8 decimals (half a unit per 1,000 minutes);
 * - each line: its original amount and its amount each carry 8 decimals, and the provider
 *   does not say whether they are rounded or cut (rulebook U5): a whole unit each;
 * - each line of a bill by resource: its amount is shown with 2 decimals, a whole cent.
 */
export function roundingTolerance(charges: readonly Charge[], lines: readonly BillLine[]): Decimal {
  const halfUnits = charges.length + 4 * lines.length;
  const exact = MULTIPLES[halfUnits] ?? HALF_UNIT.times(halfUnits);
  const amounts = lines.reduce((total, line) => {
    const unit = displayUnit(line);
    return unit === null ? total : total.plus(unit);
  }, exact);
  return charges.reduce((tolerance, { listPrice, discount, billableMinutes }) => {
    const exactPrice = isSame(discount, ONE) || listPrice.times(discount).decimalPlaces() <= 8;
    return exactPrice ? tolerance : tolerance.plus(HALF_UNIT.times(billableMinutes).div(THOUSAND));
  }, amounts);
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
