import type { AccountFacts } from '../account/facts';
import type { Day } from '../period/day';
import type { PriceBook } from '../pricing/price-book';
import { internationalFreeMinutes } from './free-minutes';
import { packageSource, trialSource, type MinuteSource } from './minute-source';

/**
 * Everything that covers usage before it is billed, in the one order in which it is drawn: free minutes,
 * then single-type packages, then general packages, each by expiry, purchase and id (as `facts` has them).
 *
 * @param until the last day of use; null: there is none.
 */
export function minuteSources(
  facts: AccountFacts,
  book: PriceBook,
  until: Day | null,
): MinuteSource[] {
  const international = facts.account.site === 'intl' && until !== null;
  return [
    ...(facts.trial ? [trialSource(facts.trial)] : []),
    ...(international ? internationalFreeMinutes(facts, until) : []),
    ...facts.packages.map((window) => packageSource(window, book)),
  ];
}
