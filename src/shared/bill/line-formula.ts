import { decimal, isSame, ONE, type Decimal } from '../money/decimal';
import { round } from '../money/round';
import type { BillLine } from './bill-line';
import { product, quantityBasis } from './billed-quantity';

/**
 * The formulas of the billing field dictionary: original = list price x quantity x duration,
 * amount = original x discount = unit price x quantity x duration. Every printed number has up to 8
 * decimals, so a product of them is trusted to 6.
 */
export const FORMULA_LIMIT = decimal('0.000001');
const AMOUNT_SCALE = 8;

/** One unit of the last decimal of a line that shows its amounts rounded; null where it has all 8 decimals. */
export function displayUnit({ amountDecimals }: Pick<BillLine, 'amountDecimals'>): Decimal | null {
  return amountDecimals >= AMOUNT_SCALE ? null : decimal(10).pow(-amountDecimals);
}

/** Half a unit of each of the at most five amounts that one formula puts together. */
const ROUNDINGS = decimal('2.5');

/** Whether two amounts of a line are the same but for the roundings of what they are made of. */
export function agrees(
  left: Decimal,
  right: Decimal,
  line: Pick<BillLine, 'amountDecimals'>,
): boolean {
  if (isSame(left, right)) return true;
  const unit = displayUnit(line);
  return left
    .minus(right)
    .abs()
    .lte(unit ? unit.times(ROUNDINGS) : FORMULA_LIMIT);
}

/** price x quantity x duration in the line's own units; null where one of them is not printed. */
function gross(line: BillLine, price: Decimal | null): Decimal | null {
  if (!price || !line.quantity) return null;
  const all = product(price, line.quantity, line.duration);
  const divisor = quantityBasis(line)?.divisor;
  return divisor === undefined || isSame(divisor, ONE) ? all : all.div(divisor);
}

/** The checks of one line follow each other: the last answer serves them all. */
let lastAsked: { readonly line: BillLine; readonly original: Decimal | null } | null = null;

/** What the line's list price, quantity and duration come to. */
export function originalByFormula(line: BillLine): Decimal | null {
  if (lastAsked?.line === line) return lastAsked.original;
  const original = gross(line, line.listPrice);
  lastAsked = { line, original };
  return original;
}

function discounted(original: Decimal, discount: Decimal): Decimal {
  return isSame(discount, ONE) ? original : original.times(discount);
}

/**
 * The amount that follows from the line's own terms, half-up to 8 decimals: list price x quantity x
 * discount where they are printed, else the printed original x discount, else unit price x quantity.
 * Null where the line shows too little to say.
 */
export function amountByOwnTerms(line: BillLine): Decimal | null {
  const original = originalByFormula(line) ?? line.originalAmount;
  const amount =
    original && line.discount ? discounted(original, line.discount) : gross(line, line.unitPrice);
  return amount ? round(amount, AMOUNT_SCALE, 'half-up') : null;
}

/** The amount by the line's own terms where the printed one contradicts it; null where it does not. */
export function contradictedAmount(line: BillLine): Decimal | null {
  const own = amountByOwnTerms(line);
  return own && !agrees(own, line.amount, line) ? own : null;
}
