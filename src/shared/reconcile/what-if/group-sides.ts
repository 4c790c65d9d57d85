import type { BillLine } from '../../bill/bill-line';
import { billedMinutes, perThousandMinutes, quantityBasis } from '../../bill/billed-quantity';
import { decimal, sum, ZERO, type Decimal } from '../../money/decimal';
import type { Charge } from '../../settlement/charge';
import { commonPrice } from './re-rate';

/** What the lines of a group say together. */
export interface BilledSide {
  readonly amount: Decimal;
  /** Minutes; null where a line does not count in time. */
  readonly minutes: Decimal | null;
  /** Per 1,000 minutes, where all lines print the same; else null. */
  readonly listPrice: Decimal | null;
  readonly discount: Decimal | null;
  readonly unitPrice: Decimal | null;
}

/** What a line says it charges per 1,000 minutes: its unit price, else list price x discount. */
export function linePrice(line: BillLine): Decimal | null {
  const basis = quantityBasis(line);
  const unit = perThousandMinutes(line.unitPrice, line, basis);
  if (unit) return unit;
  const list = perThousandMinutes(line.listPrice, line, basis);
  return list && line.discount ? list.times(line.discount) : null;
}

function totalMinutesOf(lines: readonly BillLine[]): Decimal | null {
  const minutes: Decimal[] = [];
  for (const line of lines) {
    const one = billedMinutes(line);
    if (!one) return null;
    minutes.push(one);
  }
  return sum(minutes);
}

/** @param amountOf the amount that counts for a line: as printed, or by its own terms. */
export function billedSide(
  lines: readonly BillLine[],
  amountOf: (line: BillLine) => Decimal = (line) => line.amount,
): BilledSide {
  const [only] = lines;
  if (!only) return NOTHING_BILLED;
  if (lines.length === 1)
    return {
      amount: amountOf(only),
      minutes: billedMinutes(only),
      listPrice: perThousandMinutes(only.listPrice, only),
      discount: only.discount,
      unitPrice: linePrice(only),
    };
  return {
    amount: sum(lines.map(amountOf)),
    minutes: totalMinutesOf(lines),
    listPrice: commonPrice(lines.map((line) => perThousandMinutes(line.listPrice, line))),
    discount: commonPrice(lines.map((line) => line.discount)),
    unitPrice: commonPrice(lines.map(linePrice)),
  };
}

const NOTHING_BILLED: BilledSide = {
  amount: ZERO,
  minutes: null,
  listPrice: null,
  discount: null,
  unitPrice: null,
};

export interface ExpectedSide {
  readonly amount: Decimal;
  readonly minutes: Decimal | null;
  readonly unitPrice: Decimal | null;
}

export function expectedSide(charges: readonly Charge[]): ExpectedSide {
  const [first] = charges;
  if (first && charges.length === 1)
    return {
      amount: first.amount,
      minutes: decimal(first.billableMinutes),
      unitPrice: first.unitPrice,
    };
  return {
    amount: sum(charges.map((charge) => charge.amount)),
    minutes:
      charges.length === 0
        ? null
        : decimal(charges.reduce((total, charge) => total + charge.billableMinutes, 0)),
    unitPrice: commonPrice(charges.map((charge) => charge.unitPrice)),
  };
}
