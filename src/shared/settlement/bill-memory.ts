import { compareItems } from '../catalog/item';
import type { DrawnDay } from '../drawdown/draw-day';
import type { Drawdown } from '../drawdown/drawdown';
import { day, type Day } from '../period/day';
import { isInForce } from '../period/period';
import { Remembered } from '../remembered';
import { replaceInOrder } from '../replace-in-order';
import { compareText } from '../usage/group-usage';
import type { Metering } from '../usage/meter';
import type { Charge } from './charge';
import { ALL_DAYS, changedDays, type ChangedDays, type ChargeRules } from './charge-rules';
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

/** The charges with what can be new of them since the last time; null: anything. */
export interface Repriced extends Priced {
  readonly changed: ChangedDays | null;
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

  /** @param price the charges of these items and days; null: all. */
  reprice(
    drawn: Drawn,
    rules: ChargeRules,
    price: (changed: ChangedDays | null) => Priced,
  ): Repriced {
    const last = this.#last;
    const changed = last?.drawn === drawn ? changedDays(last.rules, rules) : null;
    const priced = last && changed ? replacedPrices(last.priced, changed, price) : price(null);
    this.#last = { drawn, rules, priced };
    return { ...priced, changed };
  }
}

function replacedPrices(
  before: Priced,
  changed: ChangedDays,
  price: (changed: ChangedDays) => Priced,
): Priced {
  if (changed.size === 0) return before;
  const { days, fresh } = withWholeFindings(before, changed, price);
  const kept = before.findings.filter(({ usage }) => !days.has(usage.item));
  return {
    charges: replaceCharges(before.charges, fresh.charges, days),
    findings: [...kept, ...fresh.findings].sort(inFindingOrder),
  };
}

/** A finding is about all days of an item: where there is one, before or now, all of them are priced. */
function withWholeFindings(
  before: Priced,
  changed: ChangedDays,
  price: (changed: ChangedDays) => Priced,
): { readonly days: ChangedDays; readonly fresh: Priced } {
  const known = wholeWhere(changed, before.findings);
  const fresh = price(known);
  const days = wholeWhere(known, fresh.findings);
  return {
    days,
    fresh: [...days].every(([item, of]) => known.get(item) === of) ? fresh : price(days),
  };
}

function wholeWhere(changed: ChangedDays, findings: readonly PriceFinding[]): ChangedDays {
  const found = new Set(findings.map(({ usage }) => usage.item));
  return new Map([...changed].map(([item, days]) => [item, found.has(item) ? ALL_DAYS : days]));
}

/** Charges of other days stay where they are and are not looked at. */
function replaceCharges(
  before: readonly Charge[],
  fresh: readonly Charge[],
  days: ChangedDays,
): readonly Charge[] {
  const stretches = [...days.values()];
  const first = stretches.reduce((least, { from }) => (from < least ? from : least), LAST_DAY);
  const end = stretches.reduce(
    (most, { to }) => (to === null || to > most ? (to ?? LAST_DAY) : most),
    first,
  );
  const [low, high] = [placeOfDay(before, first), placeOfDay(before, end)];
  const replaced = replaceInOrder(before.slice(low, high), fresh, {
    isReplaced: ({ item, periodStart }) => {
      const changed = days.get(item);
      return changed !== undefined && isInForce(changed, periodStart);
    },
    compare: compareCharges,
    same: sameCharge,
  });
  return before.slice(0, low).concat(replaced, before.slice(high));
}

/** Later than any day of a charge. */
const LAST_DAY = day('9999-12-31');

/** Where the charges of a day and of those after it begin. */
function placeOfDay(charges: readonly Charge[], date: Day): number {
  let [low, high] = [0, charges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const charge = charges[middle];
    if (charge && charge.periodStart < date) low = middle + 1;
    else high = middle;
  }
  return low;
}
