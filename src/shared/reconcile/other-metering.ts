import type { AccountFacts } from '../account/facts';
import { deriveFacts } from '../account/derive';
import type { PolicyChoices } from '../account/policy';
import type { PriceBook } from '../pricing/price-book';
import type { Charge } from '../settlement/charge';
import { expectedBill } from '../settlement/expected-bill';
import type { UsageLedger } from '../usage/usage-series';

/** The minutes to be paid, if seconds had been added up and rounded over another scope or period. */
export interface OtherMetering {
  readonly over: 'application' | 'account' | 'day' | 'month';
  /** Of the same day, application and item; 0 where there would be no charge. */
  readonly billableMinutes: (charge: Charge) => number;
}

/**
 * The account's usage metered by the other scope and by the other period, draw-downs included. Each is a
 * computation of the whole bill, made when it is first asked for: see the guard of `rounding-scope`.
 */
export function otherMeterings(
  facts: AccountFacts,
  priceBook: PriceBook,
  usage: UsageLedger,
): readonly OtherMetering[] {
  const scope = facts.meteringScope === 'account' ? 'application' : 'account';
  const period = facts.meteringPeriod === 'month' ? 'day' : 'month';
  const metering = (over: OtherMetering['over'], policy: PolicyChoices): OtherMetering => {
    let minutes: ReadonlyMap<string, number> | null = null;
    const compute = () => {
      const { account } = facts;
      const other = deriveFacts({ ...account, policy: { ...account.policy, ...policy } });
      const { charges } = expectedBill({ facts: other, priceBook, usage, period: null });
      return new Map(charges.map((charge) => [charge.id, charge.billableMinutes]));
    };
    return { over, billableMinutes: ({ id }) => (minutes ??= compute()).get(id) ?? 0 };
  };
  return [metering(scope, { meteringScope: scope }), metering(period, { meteringPeriod: period })];
}
