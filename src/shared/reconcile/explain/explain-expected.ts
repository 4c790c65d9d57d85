import type { AccountFacts } from '../../account/facts';
import type { Citation } from '../../citation';
import type { Drawdown } from '../../drawdown/drawdown';
import { decimal, ONE, THOUSAND, toText } from '../../money/decimal';
import type { PriceBook } from '../../pricing/price-book';
import type { Charge } from '../../settlement/charge';
import type { TraceStep } from '../../trace';
import { drawingSteps } from './explain-drawing';
import { meteringSteps, settlementSteps } from './explain-metering';
import { asCharged, hasContractPrice } from '../what-if/re-rate';

const entryOf = (charge: Charge, priceBook: PriceBook) =>
  priceBook.prices.find((entry) => entry.id === charge.priceId) ?? null;

export function citationOf(charge: Charge, priceBook: PriceBook): Citation | null {
  return entryOf(charge, priceBook)?.citation ?? null;
}

/** The published price; where the era has no tier of its own for the item, whose price it is. */
function listPrice(charge: Charge, priceBook: PriceBook): TraceStep {
  const entry = entryOf(charge, priceBook);
  const inputs = { item: charge.item, era: charge.era, day: charge.periodStart };
  const pricedItem = entry?.pricedAs;
  return {
    ...(pricedItem === undefined
      ? { rule: 'expected.list-price', inputs }
      : { rule: 'expected.list-price-of-tier', inputs: { ...inputs, pricedItem } }),
    value: toText(charge.listPrice),
    unit: 'price',
    ...(entry ? { citation: entry.citation } : {}),
  };
}

function pricing(charge: Charge, priceBook: PriceBook): TraceStep[] {
  const reference = charge.contractReference ?? '';
  const list = listPrice(charge, priceBook);
  const unitPrice = toText(charge.unitPrice);
  if (hasContractPrice(asCharged(charge)))
    return [
      list,
      { rule: 'expected.contract-price', inputs: { reference }, value: unitPrice, unit: 'price' },
    ];
  if (charge.discount.eq(ONE))
    return [list, { rule: 'expected.unit-price', inputs: {}, value: unitPrice, unit: 'price' }];
  const discount = toText(charge.discount);
  const isExact = charge.listPrice.times(charge.discount).eq(charge.unitPrice);
  return [
    list,
    { rule: 'expected.discount', inputs: { reference }, value: discount, unit: 'factor' },
    {
      rule: isExact ? 'expected.discounted-price' : 'expected.discounted-price-rounded',
      inputs: { listPrice: toText(charge.listPrice), discount },
      value: unitPrice,
      unit: 'price',
    },
  ];
}

/** Says so where the amount was rounded: it is then not what a calculator shows. */
function amount(charge: Charge): TraceStep {
  const { billableMinutes, unitPrice } = charge;
  const exact = decimal(billableMinutes).times(unitPrice).div(THOUSAND);
  return {
    rule: exact.eq(charge.amount) ? 'expected.amount' : 'expected.amount-rounded',
    inputs: { billableMinutes, unitPrice: toText(unitPrice) },
    value: toText(charge.amount),
    unit: 'amount',
  };
}

/** From seconds to money, for one charge: each step with what went into it. */
export function expectedSteps(
  charge: Charge,
  drawdowns: readonly Drawdown[],
  facts: AccountFacts,
  priceBook: PriceBook,
): TraceStep[] {
  const { meteredMinutes, trialMinutes, packageMinutes, billableMinutes } = charge;
  return [
    ...settlementSteps(charge, facts),
    ...meteringSteps(charge, facts),
    ...drawingSteps(charge, drawdowns, facts, priceBook),
    {
      rule: 'expected.minutes',
      inputs: { meteredMinutes, trialMinutes, packageMinutes },
      value: String(billableMinutes),
      unit: 'minutes',
    },
    ...pricing(charge, priceBook),
    amount(charge),
  ];
}
