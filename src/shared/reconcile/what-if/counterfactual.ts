import type { AccountFacts } from '../../account/facts';
import type { BillLine } from '../../bill/bill-line';
import type { Drawdown } from '../../drawdown/drawdown';
import type { Decimal } from '../../money/decimal';
import { addDays, type Day } from '../../period/day';
import type { Period } from '../../period/period';
import type { PriceBook } from '../../pricing/price-book';
import type { Charge } from '../../settlement/charge';
import type { TimedUsage } from '../../usage/usage-series';
import type { Cause, CauseShare } from '../result/discrepancy';
import type { OtherMetering } from './other-metering';
import type { RatedCharge } from './re-rate';

/** What a hypothesis may look at beside the charges and lines of its group. */
export interface Circumstances {
  readonly facts: AccountFacts;
  readonly priceBook: PriceBook;
  readonly drawdownsOf: (charge: Charge) => readonly Drawdown[];
  /** The 5-minute rows of that day, application and item, of the best source that has them. */
  readonly rowsOf: (day: Day, charge: Charge) => readonly TimedUsage[];
  /** True where the trial or a package came to its end on one of these days or the day before. */
  readonly ranOut: (charge: Charge) => boolean;
  /** What else the minutes would be under another scope or period of rounding. */
  readonly otherMeterings: readonly OtherMetering[];
  /** Families of items (`av`, `recording.output`) that an application used on any of these days. */
  readonly familiesUsed: (period: Period, sdkAppId: string) => ReadonlySet<string>;
}

interface Supposition {
  readonly cause: Cause;
  readonly evidence: CauseShare['evidence'];
}

interface Rerating<Concerns> {
  readonly concerns: Concerns;
  readonly rerate: (rated: RatedCharge) => RatedCharge;
}

interface Settling {
  readonly concerns: 'amount';
  readonly settle: (amount: Decimal) => Decimal;
}

/**
 * One known mistake, supposed to have been made: "what would have been expected, if …".
 * quantity: changes the minutes; price: the price; amount: what becomes of the rated amount.
 */
export type Counterfactual = Supposition & (Rerating<'quantity'> | Rerating<'price'> | Settling);

/** What a mistake is about. */
export type Concern = Counterfactual['concerns'];

export type CounterfactualOf<C extends Concern> = Extract<Counterfactual, { readonly concerns: C }>;

/** The ways in which one kind of mistake could have been made in a group; none where it cannot apply. */
export type Hypothesis<C extends Concern = Concern> = (
  charges: readonly Charge[],
  lines: readonly BillLine[],
  circumstances: Circumstances,
) => CounterfactualOf<C>[];

/** The days of a charge as a sentence names them. */
export function daysOf(charges: readonly Charge[]): string {
  const first = charges[0];
  const last = charges.at(-1);
  if (!first || !last) return '';
  const lastDay = addDays(last.periodEnd, -1);
  return first.periodStart === lastDay ? lastDay : `${first.periodStart} – ${lastDay}`;
}

/**
 * Where a mistake can have been made: in all charges of the group, or, where a line gathers several days,
 * in one of them.
 */
export function scopes(charges: readonly Charge[]): readonly (readonly Charge[])[] {
  return charges.length > 1 ? [charges, ...charges.map((charge) => [charge])] : [charges];
}
