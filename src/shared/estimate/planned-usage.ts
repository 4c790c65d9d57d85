import type { Account } from '../account/account';
import { addDays } from '../period/day';
import type { PriceBook } from '../pricing/price-book';
import type { UsageLedger, UsageSeries } from '../usage/usage-series';
import { advise, type Advice } from './advisor';
import type { Estimate } from './calculator';

/** The estimated minutes as if they had been used on the one day of the estimate. */
export function plannedUsage({ lines, on }: Estimate): UsageLedger {
  const series = lines.map(({ item, minutes }): UsageSeries => ({
    day: on,
    sdkAppId: '',
    item,
    source: 'billing',
    granularity: 'day',
    unit: 'minutes',
    seconds: minutes * 60,
    minutesE4: minutes * 10_000,
    rows: 1,
    rowsAboveZero: minutes > 0 ? 1 : 0,
    fractionalRows: 0,
    deductedE4: null,
  }));
  return { series, timedUsageOf: () => series.map((one) => ({ ...one, start: null })) };
}

/**
 * What the estimated month costs with the cheapest mix of packages that was on sale on its day. The price of
 * the packages counts whole, though they could be used for a year: for one month alone.
 */
export function packagesFor(account: Account, priceBook: PriceBook, estimate: Estimate): Advice {
  const { on } = estimate;
  return advise({
    account: { ...account, trial: null },
    priceBook,
    usage: plannedUsage(estimate),
    period: { from: on, to: addDays(on, 1) },
    on,
  });
}
