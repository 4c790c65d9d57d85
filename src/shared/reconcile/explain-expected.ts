import type { AccountFacts } from '../account/facts';
import type { Citation } from '../citation';
import type { Drawdown } from '../drawdown/drawdown';
import { ONE, toText } from '../money/decimal';
import type { PriceBook } from '../pricing/price-book';
import type { Charge } from '../settlement/charge';
import type { TraceStep } from '../trace';
import { daysOf } from './counterfactual';
import { asCharged, hasContractPrice } from './re-rate';

export function citationOf(charge: Charge, priceBook: PriceBook): Citation | null {
  return priceBook.prices.find((entry) => entry.id === charge.priceId)?.citation ?? null;
}

function metering(charge: Charge): TraceStep[] {
  const { seconds, meteredMinutes, meteredMinutesLow } = charge;
  const value = String(meteredMinutes);
  const inputs = { days: daysOf([charge]) };
  const metered: TraceStep[] =
    seconds === null
      ? [{ rule: 'meter.whole-minutes', inputs, value, unit: 'minutes' }]
      : [
          { rule: 'meter.seconds', inputs, value: String(seconds), unit: 'seconds' },
          { rule: 'meter.ceiling', inputs: { seconds }, value, unit: 'minutes' },
        ];
  if (meteredMinutesLow === meteredMinutes) return metered;
  const lowMinutes = String(meteredMinutesLow);
  return [
    ...metered,
    { rule: 'meter.lower-bound', inputs: { meteredMinutes }, value: lowMinutes, unit: 'minutes' },
  ];
}

interface Drawn {
  readonly source: string;
  readonly ratio: number;
  readonly rawMinutes: number;
  readonly deductedMinutes: number;
  readonly balanceMinutes: number;
}

/** The steps of one source on one charge as one; the balance is what the last of them left. */
function bySource(drawdowns: readonly Drawdown[]): Drawn[] {
  const drawn = new Map<string, Drawn>();
  for (const { source, ratio, rawMinutes, deducted, balanceAfter } of drawdowns) {
    const key = `${source}/${ratio}`;
    const before = drawn.get(key);
    drawn.set(key, {
      source,
      ratio,
      rawMinutes: (before?.rawMinutes ?? 0) + rawMinutes,
      deductedMinutes: (before?.deductedMinutes ?? 0) + deducted,
      balanceMinutes: balanceAfter,
    });
  }
  return [...drawn.values()];
}

function drawing(charge: Charge, drawdowns: readonly Drawdown[], facts: AccountFacts): TraceStep[] {
  const own = drawdowns.filter(
    (draw) =>
      draw.sdkAppId === charge.sdkAppId &&
      draw.item === charge.item &&
      charge.periodStart <= draw.day &&
      draw.day < charge.periodEnd,
  );
  return bySource(own).map(({ source, rawMinutes, ...drawn }): TraceStep => {
    const { deductedMinutes, balanceMinutes, ratio } = drawn;
    const window = facts.packages.find((one) => one.pack.id === source);
    const validity = { from: window?.from ?? '', through: window?.through ?? '' };
    return {
      rule: source === 'trial' ? 'draw.trial' : 'draw.package',
      inputs: { package: source, ...validity, ratio, deductedMinutes, balanceMinutes },
      value: String(rawMinutes),
      unit: 'minutes',
    };
  });
}

function pricing(charge: Charge, priceBook: PriceBook): TraceStep[] {
  const citation = citationOf(charge, priceBook);
  const reference = charge.contractReference ?? '';
  const list: TraceStep = {
    rule: 'expected.list-price',
    inputs: { item: charge.item, era: charge.era, day: charge.periodStart },
    value: toText(charge.listPrice),
    unit: 'price',
    ...(citation ? { citation } : {}),
  };
  const unitPrice = toText(charge.unitPrice);
  if (hasContractPrice(asCharged(charge)))
    return [
      list,
      { rule: 'expected.contract-price', inputs: { reference }, value: unitPrice, unit: 'price' },
    ];
  if (charge.discount.eq(ONE))
    return [list, { rule: 'expected.unit-price', inputs: {}, value: unitPrice, unit: 'price' }];
  const discount = toText(charge.discount);
  return [
    list,
    { rule: 'expected.discount', inputs: { reference }, value: discount, unit: 'factor' },
    {
      rule: 'expected.discounted-price',
      inputs: { listPrice: toText(charge.listPrice), discount },
      value: unitPrice,
      unit: 'price',
    },
  ];
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
    ...metering(charge),
    ...drawing(charge, drawdowns, facts),
    {
      rule: 'expected.minutes',
      inputs: { meteredMinutes, trialMinutes, packageMinutes },
      value: String(billableMinutes),
      unit: 'minutes',
    },
    ...pricing(charge, priceBook),
    {
      rule: 'expected.amount',
      inputs: { billableMinutes, unitPrice: toText(charge.unitPrice) },
      value: toText(charge.amount),
      unit: 'amount',
    },
  ];
}
