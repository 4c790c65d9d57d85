import type { MinutePackage } from '../account/account';
import type { AccountFacts } from '../account/facts';
import { packageWindow } from '../account/package-window';
import { drawDown } from '../drawdown/draw-down';
import type { DrawnDay } from '../drawdown/draw-day';
import { minuteSources } from '../drawdown/all-sources';
import { ZERO, type Decimal } from '../money/decimal';
import type { Day } from '../period/day';
import { localTime } from '../period/local-time';
import { contains, type Period } from '../period/period';
import { indexPriceBook } from '../pricing/list-price';
import type { PriceBook } from '../pricing/price-book';
import { packageRatio } from '../pricing/ratio';
import { Rates } from '../settlement/rate';
import { meterUsage } from '../usage/meter';
import type { MeteredDay } from '../usage/metered-day';
import type { UsageLedger } from '../usage/usage-series';
import type { Coverable } from './savings-bound';

export interface ReplayInput {
  /** The account without packages of its own; free minutes as it has them. */
  readonly facts: AccountFacts;
  readonly priceBook: PriceBook;
  readonly usage: UsageLedger;
  /** Usage before it feeds the free minutes; usage after it does not count. */
  readonly period: Period;
}

/** What was left to be paid and what the packages gave, in the period. */
export interface Replayed {
  /** Billable minutes x unit price, exact: lines of a bill are rounded to 8 decimals, a sum of months is not. */
  readonly billed: Decimal;
  readonly usedPackageMinutes: number;
}

export interface CoverableUsage {
  readonly days: readonly (readonly Coverable[])[];
  /** Package minutes that one minute of the dearest tier in use takes; 0 without usage. */
  readonly largestRatio: number;
}

const PACKAGE_ID = 'package ';

/**
 * Runs the same usage again and again, each time with other packages, all bought at the start of the period.
 * Metering and prices are worked out once; only the draw-down is repeated, by the engine's own rules.
 */
export class PackageReplay {
  readonly #input: ReplayInput;
  readonly #days: readonly MeteredDay[];
  readonly #rates: Rates;

  constructor(input: ReplayInput) {
    this.#input = input;
    const { facts, priceBook, usage, period } = input;
    this.#days = meterUsage(usage, facts).days.filter(({ day }) => day < period.to);
    this.#rates = new Rates(facts, indexPriceBook(priceBook), null);
  }

  /** @param sizes minutes of each package; of equal expiry they are drawn in this order. */
  run(sizes: readonly number[]): Replayed {
    const { period } = this.#input;
    let billed = ZERO;
    let usedPackageMinutes = 0;
    for (const { day, drawn, drawdowns } of this.#draw(sizes)) {
      if (!contains(period, day)) continue;
      for (const { sdkAppId, item, billableMinutes } of drawn)
        if (billableMinutes > 0)
          billed = billed.plus(this.#perMinute(sdkAppId, item, day).times(billableMinutes));
      for (const { source, deducted } of drawdowns)
        if (source.startsWith(PACKAGE_ID)) usedPackageMinutes += deducted;
    }
    return { billed, usedPackageMinutes };
  }

  /** What a package bought at the start could cover of that which no free minutes cover, day by day. */
  coverable(): CoverableUsage {
    const { priceBook, period } = this.#input;
    const { through } = this.window(0, 0);
    let largestRatio = 0;
    const days = this.#draw([]).map(({ day, drawn }): readonly Coverable[] => {
      if (!contains(period, day) || day > through) return [];
      return drawn.flatMap(({ sdkAppId, item, billableMinutes }): Coverable[] => {
        const entry = packageRatio(priceBook, item, day, period.from);
        if (entry === null || billableMinutes === 0) return [];
        largestRatio = Math.max(largestRatio, entry.ratio);
        const cost = this.#perMinute(sdkAppId, item, day).times(billableMinutes);
        return [{ packageMinutes: billableMinutes * entry.ratio, cost }];
      });
    });
    return { days, largestRatio };
  }

  /** The days on which a package that is bought at the start of the period can be drawn. */
  window(minutes: number, index: number) {
    const pack: MinutePackage = {
      id: `${PACKAGE_ID}${String(index).padStart(9, '0')}`,
      minutes,
      purchasedAt: localTime(`${this.#input.period.from}T00:00:00`),
      apps: [],
    };
    return packageWindow(pack).value;
  }

  #draw(sizes: readonly number[]): readonly DrawnDay[] {
    const { facts, priceBook, usage } = this.#input;
    const packages = sizes.map((minutes, index) => this.window(minutes, index));
    const until = this.#days.at(-1)?.day ?? null;
    return drawDown({
      site: facts.account.site,
      scope: facts.meteringScope,
      days: this.#days,
      ledger: usage,
      sources: minuteSources({ ...facts, packages }, priceBook, until),
    });
  }

  /** Usage without a price costs nothing here, as it is charged nothing by the audit, which reports it. */
  #perMinute(sdkAppId: string, item: Parameters<Rates['at']>[1], day: Day): Decimal {
    return this.#rates.at(sdkAppId, item, day)?.perMinute ?? ZERO;
  }
}
