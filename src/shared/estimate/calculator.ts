import type { Account } from '../account/account';
import { deriveFacts } from '../account/derive';
import { compareItems, type AvItem } from '../catalog/item';
import type { Currency } from '../catalog/site';
import { decimal, sum, toText, type Decimal } from '../money/decimal';
import { round } from '../money/round';
import type { Day } from '../period/day';
import { indexPriceBook } from '../pricing/list-price';
import type { PriceBook } from '../pricing/price-book';
import { packageRatio } from '../pricing/ratio';
import { err, ok, type Result } from '../result';
import { Rates, amountOf, type Rate } from '../settlement/rate';
import type { TraceStep } from '../trace';
import { streamRuleOf, type StreamRule } from '../usage/stream-seconds';
import { receivedMinutes, type ReceivedMinutes } from './received-minutes';
import { problemOf, type PlanProblem, type UsagePlan } from './usage-plan';

export interface EstimateInput {
  /** Its contract terms and the day of its first application count; trial, free minutes and packages do not. */
  readonly account: Account;
  readonly priceBook: PriceBook;
  readonly plan: UsagePlan;
  /** The day whose prices and ratios are taken. */
  readonly on: Day;
  /** Left out: as the account is metered (C2). */
  readonly streamRule?: StreamRule | undefined;
}

/** One month of one item. Steps: locales `estimate:steps/<rule>`. */
export interface EstimateLine {
  readonly item: AvItem;
  readonly minutes: number;
  /** What these minutes take from a general package bought that day; null: packages do not cover them. */
  readonly packageMinutes: number | null;
  /** At pay-as-you-go. */
  readonly amount: Decimal;
  readonly priceId: string;
  readonly steps: readonly TraceStep[];
}

/** An estimate of one month. Never a bill: the formulas are Recount's own, and averages are not usage. */
export interface Estimate {
  readonly currency: Currency;
  readonly on: Day;
  readonly streamRule: StreamRule;
  readonly lines: readonly EstimateLine[];
  readonly minutes: number;
  readonly packageMinutes: number;
  readonly amount: Decimal;
}

/** Minutes, package minutes and pay-as-you-go cost of one month of planned use, each with its formula. */
export function estimate(input: EstimateInput): Result<Estimate, PlanProblem> {
  const { account, priceBook, plan, on } = input;
  const problem = problemOf(plan);
  if (problem !== null) return err(problem);
  const facts = deriveFacts(account);
  const streamRule = input.streamRule ?? streamRuleOf(facts);
  const received = receivedMinutes(plan, { site: account.site, on, rule: streamRule });
  if (!received.ok) return received;
  const lines: EstimateLine[] = [];
  const rates = new Rates(facts, indexPriceBook(priceBook), null);
  for (const group of byItem(received.value)) {
    const rate = rates.at('', group.item, on);
    if (rate === null) return err('no-price');
    const line = lineOf(group, rate, ratioOf(priceBook, group.item, on));
    if (line === null) return err('too-large');
    lines.push(line);
  }
  return ok({
    currency: priceBook.currency,
    on,
    streamRule,
    lines,
    minutes: lines.reduce((all, line) => all + line.minutes, 0),
    packageMinutes: lines.reduce((all, line) => all + (line.packageMinutes ?? 0), 0),
    amount: sum(lines.map((line) => line.amount)),
  });
}

interface ItemMinutes {
  readonly item: AvItem;
  readonly exact: Decimal;
  readonly steps: readonly TraceStep[];
}

/** Anchors and audience may fall into one tier: seconds of a tier are added before they become minutes. */
function byItem(received: readonly ReceivedMinutes[]): readonly ItemMinutes[] {
  const groups = new Map<AvItem, ItemMinutes>();
  for (const { item, exact, steps } of received) {
    const known = groups.get(item);
    groups.set(item, {
      item,
      exact: known ? known.exact.plus(exact) : exact,
      steps: [...(known?.steps ?? []), ...steps],
    });
  }
  return [...groups.values()].sort((a, b) => compareItems(a.item, b.item));
}

interface Ratio {
  readonly ratio: number;
  readonly step: (minutes: number) => TraceStep;
}

function ratioOf(book: PriceBook, item: AvItem, on: Day): Ratio | null {
  const entry = packageRatio(book, item, on, on);
  if (entry === null) return null;
  const { ratio, citation } = entry;
  const step = (minutes: number): TraceStep => ({
    rule: 'package-minutes',
    inputs: { minutes, ratio, item },
    value: String(minutes * ratio),
    unit: 'minutes',
    citation,
  });
  return { ratio, step };
}

/** Null: too many minutes to be counted exactly. */
function lineOf(
  { item, exact, steps }: ItemMinutes,
  rate: Rate,
  ratio: Ratio | null,
): EstimateLine | null {
  const whole = round(exact, 0, 'up');
  const minutes = whole.toNumber();
  // Series are counted in ten-thousandths of minutes, the largest factor anything is multiplied by.
  if (whole.times(decimal(10_000)).greaterThan(decimal(Number.MAX_SAFE_INTEGER))) return null;
  const amount = amountOf(rate, minutes);
  const packageMinutes = ratio === null ? null : minutes * ratio.ratio;
  return {
    item,
    minutes,
    packageMinutes,
    amount,
    priceId: rate.entry.id,
    steps: [
      ...steps,
      {
        rule: 'whole-minutes',
        inputs: { item },
        value: String(minutes),
        unit: 'minutes',
      },
      ...(ratio === null ? [] : [ratio.step(minutes)]),
      ...priceSteps(rate),
      {
        rule: 'amount',
        inputs: { minutes, unitPrice: toText(rate.unitPrice) },
        value: toText(amount),
        unit: 'amount',
      },
    ],
  };
}

function priceSteps({ entry, discount, unitPrice, contractReference }: Rate): readonly TraceStep[] {
  const listPrice = toText(entry.price);
  const list: TraceStep = {
    rule: 'list-price',
    inputs: { item: entry.pricedAs ?? entry.item, era: entry.era },
    value: listPrice,
    unit: 'price',
    citation: entry.citation,
  };
  if (contractReference === null) return [list];
  const agreed: TraceStep = {
    rule: discount.eq(1) ? 'contract-price' : 'contract-discount',
    inputs: { listPrice, discount: toText(discount), reference: contractReference },
    value: toText(unitPrice),
    unit: 'price',
  };
  return [list, agreed];
}
