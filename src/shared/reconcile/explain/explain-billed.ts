import type { BillLine } from '../../bill/bill-line';
import { billedMinutes, perThousandMinutes, quantityBasis } from '../../bill/billed-quantity';
import { contradictedAmount } from '../../bill/line-formula';
import { decimal, toText, type Decimal } from '../../money/decimal';
import { round } from '../../money/round';
import type { TraceStep, TraceUnit } from '../../trace';

const HUNDRED = decimal(100);

type Inputs = TraceStep['inputs'];

function step(
  rule: string,
  value: Decimal | null,
  unit: TraceUnit,
  inputs: Inputs = {},
): TraceStep[] {
  return value === null ? [] : [{ rule, inputs, value: toText(value), unit }];
}

function pricePer1000(price: Decimal | null, line: BillLine): Decimal | null {
  const converted = perThousandMinutes(price, line);
  return converted ? round(converted, 8, 'half-up') : null;
}

/** What the line itself says, in the order of its own formula; cells it leaves empty are left out. */
export function billedSteps(line: BillLine): TraceStep[] {
  const basis = quantityBasis(line);
  const printed = line.quantity ? toText(line.quantity) : '';
  const own = contradictedAmount(line);
  return [
    ...step('billed.list-price', pricePer1000(line.listPrice, line), 'price', {
      printed: line.listPrice ? toText(line.listPrice) : '',
      unit: line.priceUnit,
    }),
    ...step('billed.minutes', billedMinutes(line, basis), 'minutes', {
      printed,
      unit: line.quantityUnit,
    }),
    ...(basis?.evidence === 'calibrated'
      ? step('billed.unit-calibrated', basis.divisor, 'factor', { unit: line.quantityUnit })
      : []),
    ...step('billed.original', line.originalAmount, 'amount'),
    ...step('billed.discount', line.discount, 'factor'),
    ...step('billed.unit-price', pricePer1000(line.unitPrice, line), 'price'),
    ...step('billed.own-amount', own, 'amount', { printedAmount: toText(line.amount) }),
    ...step('billed.amount', line.amount, 'amount', {
      component: line.componentName,
      transactionId: line.transactionId,
    }),
    ...(line.tax?.isZero() === false
      ? step('billed.tax', line.tax, 'amount', {
          rate: line.taxRate ? toText(line.taxRate.times(HUNDRED)) : '–',
        })
      : []),
  ];
}
