import { decimal, isSame, ONE, THOUSAND, toText, type Decimal } from '../money/decimal';
import { round } from '../money/round';
import type { BillLine } from './bill-line';

/**
 * A bill states quantities and prices in units of its own: minutes, 千分钟, "1,000 minutes". Recount works
 * in minutes and in prices per 1,000 minutes. The printed unit is believed as long as the line's own
 * formula holds with it; where it does not, the divisor that makes it hold is taken (the provider
 * documents that a unit with a number may have to be divided by that number).
 */
export interface QuantityBasis {
  /** Minutes in one unit of the quantity column; 1/60 is written as {numerator 1, denominator 60}. */
  readonly numerator: Decimal;
  readonly denominator: Decimal;
  /** Minutes that one price pays for. */
  readonly minutesPerPrice: Decimal;
  /** list price x quantity x duration is divided by this to give the amount. */
  readonly divisor: Decimal;
  /** printed: the units as they stand; calibrated: found by the line's own formula. */
  readonly evidence: 'printed' | 'calibrated';
}

export type PricedLine = Pick<
  BillLine,
  | 'listPrice'
  | 'unitPrice'
  | 'priceUnit'
  | 'quantity'
  | 'quantityUnit'
  | 'duration'
  | 'originalAmount'
  | 'amount'
>;

interface UnitSize {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
}

const SIXTY = decimal(60);
const CALIBRATION_LIMIT = decimal('0.000001');
const DIVISORS: readonly Decimal[] = [1, 10, 60, 1000, 10_000, 3600].map((n) => decimal(n));
/** Unit sizes (in minutes) that a bill can mean; a divisor that would imply another is a wrong amount. */
const UNIT_SIZES: ReadonlySet<string> = new Set(['1', '60', '1000', '10000']);

const COUNT_WORDS: readonly (readonly [RegExp, number])[] = [
  [/百万|million/, 1_000_000],
  [/万|ten[\s-]*thousand/, 10_000],
  [/千|thousand|^k(?=\s*min)/, 1000],
  [/百|hundred/, 100],
];

function countIn(unit: string): Decimal {
  const digits = /\d[\d,]*/.exec(unit)?.[0].replaceAll(',', '');
  if (digits !== undefined) return decimal(digits);
  return decimal(COUNT_WORDS.find(([pattern]) => pattern.test(unit))?.[1] ?? 1);
}

/** Size of a time unit in minutes; null when the text names none ("个", "GB"). */
export function minutesIn(unit: string): UnitSize | null {
  const text = unit.normalize('NFKC').toLowerCase().trim();
  const count = countIn(text);
  if (/分钟|minute|(?<![a-z])k?mins?(?![a-z])|분/.test(text))
    return { numerator: count, denominator: ONE };
  if (/小时|hour|시간/.test(text)) return { numerator: count.times(SIXTY), denominator: ONE };
  if (/秒|second|초/.test(text)) return { numerator: count, denominator: SIXTY };
  return null;
}

/** "元/千分钟/天" prices 千分钟: the second part of the price unit. */
function minutesInPriceUnit(priceUnit: string): UnitSize | null {
  const part = priceUnit.split('/')[1];
  return part === undefined ? null : minutesIn(part);
}

/** price x quantity x duration. Nearly every line lasts 1 day or month, by which nothing is multiplied. */
export function product(price: Decimal, quantity: Decimal, duration: Decimal | null): Decimal {
  const once = price.times(quantity);
  return duration === null || isSame(duration, ONE) ? once : once.times(duration);
}

interface Printed {
  readonly price: Decimal;
  readonly amount: Decimal;
}

/** The pair of numbers by which the line can be calibrated: list with original, else unit price with amount. */
function printedFormula(line: PricedLine): Printed | null {
  if (line.listPrice && line.originalAmount)
    return { price: line.listPrice, amount: line.originalAmount };
  return line.unitPrice ? { price: line.unitPrice, amount: line.amount } : null;
}

function calibrated(line: PricedLine, quantity: UnitSize, price: Decimal): QuantityBasis | null {
  const unitHasNumber = quantity.denominator.eq(ONE) && quantity.numerator.gt(ONE);
  const pays = price.gt(ONE) ? price : unitHasNumber ? quantity.numerator : null;
  const formula = printedFormula(line);
  if (!formula || !line.quantity) return null;
  const gross = product(formula.price, line.quantity, line.duration);
  for (const divisor of DIVISORS) {
    if (gross.div(divisor).minus(formula.amount).abs().gt(CALIBRATION_LIMIT)) continue;
    if (pays === null) {
      // Plain minutes whose price is really per 1,000.
      if (!UNIT_SIZES.has(toText(divisor))) continue;
      return {
        numerator: ONE,
        denominator: ONE,
        minutesPerPrice: divisor,
        divisor,
        evidence: 'calibrated',
      };
    }
    const whole = pays.mod(divisor).isZero();
    if (whole && !UNIT_SIZES.has(toText(pays.div(divisor)))) continue;
    if (!whole && !divisor.div(pays).eq(SIXTY)) continue;
    return {
      numerator: pays,
      denominator: divisor,
      minutesPerPrice: pays,
      divisor,
      evidence: 'calibrated',
    };
  }
  return null;
}

interface PrintedBasis {
  readonly basis: QuantityBasis;
  readonly inQuantity: UnitSize;
}

function readUnits(quantityUnit: string, priceUnit: string): PrintedBasis | null {
  const priced = minutesInPriceUnit(priceUnit);
  const inQuantity = minutesIn(quantityUnit) ?? priced;
  const inPrice = priced ?? inQuantity;
  if (!inQuantity || !inPrice) return null;
  const minutesPerPrice = inPrice.numerator.div(inPrice.denominator);
  const divisor = minutesPerPrice.times(inQuantity.denominator).div(inQuantity.numerator);
  return {
    basis: { ...inQuantity, minutesPerPrice, divisor, evidence: 'printed' },
    inQuantity,
  };
}

/** A bill of 200,000 lines prints a handful of units: what they mean is read once. */
const UNITS_READ = new Map<string, PrintedBasis | null>();
const UNITS_KEPT = 1000;

function printedBasis(line: PricedLine): PrintedBasis | null {
  const key = `${line.quantityUnit}\u0000${line.priceUnit}`;
  const known = UNITS_READ.get(key);
  if (known !== undefined) return known;
  if (UNITS_READ.size >= UNITS_KEPT) UNITS_READ.clear();
  const read = readUnits(line.quantityUnit, line.priceUnit);
  UNITS_READ.set(key, read);
  return read;
}

function findBasis(line: PricedLine): QuantityBasis | null {
  const printed = printedBasis(line);
  if (!printed) return null;
  const { basis, inQuantity } = printed;
  const formula = printedFormula(line);
  if (!formula || !line.quantity) return basis;
  const gross = product(formula.price, line.quantity, line.duration);
  const amount = isSame(basis.divisor, ONE) ? gross : gross.div(basis.divisor);
  if (isSame(amount, formula.amount) || amount.minus(formula.amount).abs().lte(CALIBRATION_LIMIT))
    return basis;
  return calibrated(line, inQuantity, basis.minutesPerPrice) ?? basis;
}

/** The questions about one line come one after the other: the last answer serves them all. */
let lastAsked: { readonly line: PricedLine; readonly basis: QuantityBasis | null } | null = null;

/** How the line counts; null when neither its quantity nor its price is in a unit of time. */
export function quantityBasis(line: PricedLine): QuantityBasis | null {
  if (lastAsked?.line === line) return lastAsked.basis;
  const basis = findBasis(line);
  lastAsked = { line, basis };
  return basis;
}

/** The billed quantity in minutes (seconds give decimals, half-up to 8); null when it is not time. */
export function billedMinutes(line: PricedLine, basis = quantityBasis(line)): Decimal | null {
  if (!basis || !line.quantity) return null;
  const minutes = line.quantity.times(basis.numerator);
  if (isSame(basis.denominator, ONE)) return round(minutes, 8, 'half-up');
  return round(minutes.div(basis.denominator), 8, 'half-up');
}

/** A price printed on the line, per 1,000 minutes; null when the line does not price time. */
export function perThousandMinutes(
  price: Decimal | null,
  line: PricedLine,
  basis = quantityBasis(line),
): Decimal | null {
  if (!basis || !price) return null;
  if (isSame(basis.minutesPerPrice, THOUSAND)) return price;
  return price.times(THOUSAND).div(basis.minutesPerPrice);
}
