import type { Account } from '../account/account';
import { deriveFacts } from '../account/derive';
import type { Currency } from '../catalog/site';
import type { Decimal } from '../money/decimal';
import type { Day } from '../period/day';
import type { Period } from '../period/period';
import type { PriceBook } from '../pricing/price-book';
import type { UsageLedger } from '../usage/usage-series';
import { CUSTOM_STEP, catalogueOn } from './catalogue';
import { priceOf, searchMixes, type Mix, type MixSearchState } from './cheapest-mix';
import { PackageReplay } from './package-replay';
import { dayByDay, dearestFirst, strayPerPackage } from './savings-bound';

export interface AdviceInput {
  /** Its packages are set aside: the advice is what to buy in their place. Its free minutes go first. */
  readonly account: Account;
  readonly priceBook: PriceBook;
  readonly usage: UsageLedger;
  /** The months that are replayed. The packages count as bought at 00:00 of its first day. */
  readonly period: Period;
  /** The day whose catalogue is taken. Usage keeps the prices and ratios of its own day. */
  readonly on: Day;
  /** Custom sizes are multiples of this; 1,000 minutes where left out. */
  readonly customStep?: number | undefined;
}

/** So many packages of one size. */
export interface AdvisedPackage {
  readonly offerId: string;
  readonly name: string;
  /** A size of one's own choice, not one of the list. */
  readonly custom: boolean;
  readonly minutes: number;
  readonly count: number;
  /** Of all of them together. */
  readonly price: Decimal;
}

/** What would have cost least. total = packages + rest; saving = payAsYouGo - total, never below zero. */
export interface Advice {
  readonly currency: Currency;
  readonly period: Period;
  /** The last day on which the packages could be drawn. */
  readonly usableThrough: Day;
  /** How many offers were on sale; 0: there was nothing to choose from. */
  readonly offers: number;
  /** Cost of the period without any package. */
  readonly payAsYouGo: Decimal;
  readonly packages: readonly AdvisedPackage[];
  readonly packagePrice: Decimal;
  /** What the packages did not cover, at pay-as-you-go. */
  readonly rest: Decimal;
  readonly total: Decimal;
  readonly saving: Decimal;
  readonly usedPackageMinutes: number;
  /** Left in the packages at the end of the period; the advice counts them as lost. */
  readonly unusedPackageMinutes: number;
  /** Mixes that were replayed in full to find this one. */
  readonly tried: number;
}

/**
 * Replays real usage against every mix of general packages that was on sale and answers the cheapest one,
 * pay-as-you-go among them, with what would have been left over. How the search is exact, and how it scales:
 * see cheapest-mix.ts.
 */
export function advise(input: AdviceInput): Advice {
  const steps = adviseInSteps(input);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** {@link advise}, stopping before each mix that is replayed: a long search can be watched and ended. */
export function* adviseInSteps(input: AdviceInput): Generator<MixSearchState, Advice, void> {
  const { account, priceBook, usage, period, on } = input;
  const facts = deriveFacts({ ...account, packages: [] });
  const catalogue = catalogueOn(priceBook, on, input.customStep ?? CUSTOM_STEP);
  const replay = new PackageReplay({ facts, priceBook, usage, period });
  const run = (mix: Mix) => replay.run(mix.map(({ minutes }) => minutes));
  const payAsYouGo = run([]).billed;
  const { days, largestRatio } = replay.coverable();
  const { mix, total, tried } = yield* searchMixes({
    catalogue,
    payAsYouGo,
    loose: dearestFirst(days),
    sharp: dayByDay(days),
    stray: strayPerPackage(days.flat(), largestRatio),
    restOf: (candidate) => run(candidate).billed,
  });
  const { billed, usedPackageMinutes } = run(mix);
  const bought = mix.reduce((all, { minutes }) => all + minutes, 0);
  return {
    currency: priceBook.currency,
    period,
    usableThrough: replay.window(0, 0).through,
    offers: catalogue.fixed.length + catalogue.custom.length,
    payAsYouGo,
    packages: counted(mix),
    packagePrice: priceOf(mix),
    rest: billed,
    total,
    saving: payAsYouGo.minus(total),
    usedPackageMinutes,
    unusedPackageMinutes: bought - usedPackageMinutes,
    tried,
  };
}

function counted(mix: Mix): readonly AdvisedPackage[] {
  const groups = new Map<string, AdvisedPackage>();
  for (const { offer, minutes, price } of mix) {
    const key = `${offer.id}/${minutes}`;
    const known = groups.get(key);
    groups.set(key, {
      offerId: offer.id,
      name: offer.name,
      custom: offer.minutes === null,
      minutes,
      count: (known?.count ?? 0) + 1,
      price: known ? known.price.plus(price) : price,
    });
  }
  return [...groups.values()];
}
