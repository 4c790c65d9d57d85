import { compareItems, type Item } from '../catalog/item';
import type { DrawnDay } from '../drawdown/draw-day';
import type { Drawdown } from '../drawdown/drawdown';
import type { Day } from '../period/day';
import { Remembered } from '../remembered';
import { replaceInOrder } from '../replace-in-order';
import { compareText } from '../usage/group-usage';
import type { Metering } from '../usage/meter';
import type { Charge } from './charge';
import { changedItems, type ChargeRules } from './charge-rules';
import { inFindingOrder, type PriceFinding } from './price-findings';
import { sameCharge } from './same-charge';

/** What the draw-down of all usage came to. */
export interface Drawn {
  readonly days: readonly DrawnDay[];
  readonly drawdowns: readonly Drawdown[];
  /** The day on which the trial (`trial`) or a package (its id) ran empty. */
  readonly emptiedOn: ReadonlyMap<string, Day>;
}

export interface Priced {
  /** By periodStart, then sdkAppId (as text), then item. */
  readonly charges: readonly Charge[];
  readonly findings: readonly PriceFinding[];
}

/** The charges with the items whose rules are new since the last time; null: anything may be. */
export interface Repriced extends Priced {
  readonly changed: ReadonlySet<Item> | null;
}

export function compareCharges(a: Charge, b: Charge): number {
  return (
    compareText(a.periodStart, b.periodStart) ||
    compareText(a.sdkAppId, b.sdkAppId) ||
    compareItems(a.item, b.item)
  );
}

/**
 * What one expected bill leaves behind for the next one of the same account, so that only what changed is computed
 * anew. It changes how long a bill takes and nothing else: a law compares it with bills without a memory.
 */
export class BillMemory {
  readonly metering = new Remembered<Metering>();
  readonly drawn = new Remembered<Drawn>();
  readonly drawdownsInPeriod = new Remembered<readonly Drawdown[]>();
  #last: { readonly drawn: Drawn; readonly rules: ChargeRules; readonly priced: Priced } | null =
    null;

  /** @param price the charges of these items; null: of all. */
  reprice(
    drawn: Drawn,
    rules: ChargeRules,
    price: (items: ReadonlySet<Item> | null) => Priced,
  ): Repriced {
    const last = this.#last;
    const changed = last?.drawn === drawn ? changedItems(last.rules, rules) : null;
    const priced = last && changed ? replacedPrices(last.priced, changed, price) : price(null);
    this.#last = { drawn, rules, priced };
    return { ...priced, changed };
  }
}

function replacedPrices(
  before: Priced,
  items: ReadonlySet<Item>,
  price: (items: ReadonlySet<Item>) => Priced,
): Priced {
  if (items.size === 0) return before;
  const fresh = price(items);
  const kept = before.findings.filter(({ usage }) => !items.has(usage.item));
  return {
    charges: replaceInOrder(before.charges, fresh.charges, {
      isReplaced: ({ item }) => items.has(item),
      compare: compareCharges,
      same: sameCharge,
    }),
    findings: [...kept, ...fresh.findings].sort(inFindingOrder),
  };
}
