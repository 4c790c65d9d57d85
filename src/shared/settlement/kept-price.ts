import type { AccountFacts } from '../account/facts';
import type { Drawdown } from '../drawdown/drawdown';
import type { Day } from '../period/day';
import { dayOfTime } from '../period/local-time';
import { keptPriceCutoff, type PriceIndex } from '../pricing/list-price';

/**
 * The last day on which a package that keeps an old price had balance (at 00:00) and validity; null
 * where the account has none: the day on which it ran empty, or its last usable day.
 */
export function oldPackageLastDay(
  facts: AccountFacts,
  prices: PriceIndex,
  drawdowns: Iterable<Drawdown>,
): Day | null {
  const cutoff = keptPriceCutoff(prices);
  if (cutoff === null) return null;
  const lastDays = new Map<string, Day>();
  for (const { pack, minutes, through } of facts.packages)
    if (minutes > 0 && dayOfTime(pack.purchasedAt) < cutoff) lastDays.set(pack.id, through);
  if (lastDays.size === 0) return null;
  for (const { source, balanceAfter, day } of drawdowns)
    if (balanceAfter === 0 && lastDays.has(source)) lastDays.set(source, day);
  return [...lastDays.values()].reduce((latest, day) => (day > latest ? day : latest));
}
