import type { Item } from '../../catalog/item';
import { sum, ZERO, type Decimal } from '../../money/decimal';
import { round } from '../../money/round';

/** What one application and item came to in one period. */
export interface MonthShare {
  readonly sdkAppId: string | null;
  readonly item: Item | null;
  /** Minutes; null where the item, or a line of it, is not counted in minutes. */
  readonly minutes: Decimal | null;
  readonly amount: Decimal;
}

/**
 * volume: as if everything had grown alike. mix: that some grew more than others, at the earlier prices.
 * price: what is paid per minute. new, gone: only in the later or the earlier period.
 */
export const MONTH_EFFECTS = ['volume', 'price', 'mix', 'new', 'gone'] as const;
export type MonthEffect = (typeof MONTH_EFFECTS)[number];
export type MonthEffects = Readonly<Record<MonthEffect, Decimal>>;

/** One application and item in both periods; the effects add up to `after - before` exactly. */
export interface MonthChange {
  readonly sdkAppId: string | null;
  readonly item: Item | null;
  readonly before: MonthShare | null;
  readonly after: MonthShare | null;
  readonly effects: MonthEffects;
}

export interface MonthBridge {
  readonly before: Decimal;
  readonly after: Decimal;
  /** Sums of the changes; together `after - before` exactly. */
  readonly effects: MonthEffects;
  /** The largest change of money first. */
  readonly changes: readonly MonthChange[];
}

const NONE: MonthEffects = { volume: ZERO, price: ZERO, mix: ZERO, new: ZERO, gone: ZERO };
/** As all amounts. */
const SCALE = 8;

interface Measured {
  readonly minutes: Decimal;
  readonly amount: Decimal;
}

/** Only what was paid for in minutes has a price per minute to compare. */
function measured(share: MonthShare | null): share is MonthShare & Measured {
  return share?.minutes?.gt(ZERO) ?? false;
}

const isNothing = (share: MonthShare) =>
  share.amount.isZero() && (share.minutes === null || share.minutes.isZero());

/**
 * volume and price are rounded half-up to 8 decimals; mix takes what is left, so that nothing is lost.
 * @param growth minutes of all compared shares, later / earlier.
 */
function continued(before: Measured, after: Measured, growth: Growth): MonthEffects {
  const total = after.amount.minus(before.amount);
  const grown = before.amount.times(growth.after).div(growth.before);
  const volume = round(grown.minus(before.amount), SCALE, 'half-up');
  const atOldPrice = before.amount.times(after.minutes).div(before.minutes);
  const price = round(after.amount.minus(atOldPrice), SCALE, 'half-up');
  return { ...NONE, volume, price, mix: total.minus(volume).minus(price) };
}

interface Growth {
  readonly before: Decimal;
  readonly after: Decimal;
}

function effectsOf(
  before: MonthShare | null,
  after: MonthShare | null,
  growth: Growth,
): MonthEffects {
  if (!before) return { ...NONE, new: after?.amount ?? ZERO };
  if (!after) return { ...NONE, gone: before.amount.negated() };
  if (measured(before) && measured(after)) return continued(before, after, growth);
  // Paid on both sides, but not per minute on both: no quantity tells volume from price.
  return { ...NONE, price: after.amount.minus(before.amount) };
}

const keyOf = ({ sdkAppId, item }: MonthShare) => `${sdkAppId ?? ''}/${item ?? ''}`;

/** One share per application and item; a share of nothing is as if it were not there. */
function byKey(shares: readonly MonthShare[]): Map<string, MonthShare> {
  const merged = new Map<string, MonthShare>();
  for (const share of shares) {
    const known = merged.get(keyOf(share));
    merged.set(
      keyOf(share),
      known
        ? {
            ...known,
            amount: known.amount.plus(share.amount),
            minutes: known.minutes && share.minutes ? known.minutes.plus(share.minutes) : null,
          }
        : share,
    );
  }
  for (const [key, share] of merged) if (isNothing(share)) merged.delete(key);
  return merged;
}

/**
 * Why one period costs more or less than another: volume, price, mix, new and gone, exact to the last digit.
 * Swapping the two periods exchanges new and gone and negates the whole.
 */
export function monthBridge(
  earlier: readonly MonthShare[],
  later: readonly MonthShare[],
): MonthBridge {
  const [old, young] = [byKey(earlier), byKey(later)];
  const keys = [...new Set([...old.keys(), ...young.keys()])].sort();
  const pairs = keys.map((key) => [old.get(key) ?? null, young.get(key) ?? null] as const);
  const both = pairs.filter(([before, after]) => measured(before) && measured(after));
  const growth = {
    before: sum(both.map(([before]) => before?.minutes ?? ZERO)),
    after: sum(both.map(([, after]) => after?.minutes ?? ZERO)),
  };
  const changes = pairs.map(([before, after]): MonthChange => {
    const named = before ?? after;
    return {
      sdkAppId: named?.sdkAppId ?? null,
      item: named?.item ?? null,
      before,
      after,
      effects: effectsOf(before, after, growth),
    };
  });
  const total = (effect: MonthEffect) => sum(changes.map(({ effects }) => effects[effect]));
  const moved = ({ before, after }: MonthChange) =>
    (after?.amount ?? ZERO).minus(before?.amount ?? ZERO).abs();
  return {
    before: sum([...old.values()].map(({ amount }) => amount)),
    after: sum([...young.values()].map(({ amount }) => amount)),
    effects: {
      volume: total('volume'),
      price: total('price'),
      mix: total('mix'),
      new: total('new'),
      gone: total('gone'),
    },
    changes: changes.sort((a, b) => moved(b).cmp(moved(a))),
  };
}
