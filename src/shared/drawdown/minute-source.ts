import type { PackageWindow, TrialWindow } from '../account/facts';
import { isAvItem, type Item } from '../catalog/item';
import type { Day } from '../period/day';
import { dayOfTime } from '../period/local-time';
import type { PriceBook } from '../pricing/price-book';
import { packageRatio } from '../pricing/ratio';

/** Free or prepaid minutes that can be drawn on the days from `from` through `through`. */
export interface MinuteSource {
  /** `trial`, or the package's id. */
  readonly id: string;
  readonly kind: 'trial' | 'package';
  readonly from: Day;
  /** Last usable day. */
  readonly through: Day;
  /** Balance at 00:00 of `from`. */
  readonly minutes: number;
  /** sdkAppIds it covers; null: all. */
  readonly apps: ReadonlySet<string> | null;
  /** Minutes that one raw minute of an item takes on a usage day; null: not covered. */
  readonly ratioOn: (item: Item, date: Day) => number | null;
}

/** A package with the days, applications and ratios it can be drawn at. */
export function packageSource(
  { pack, from, through, minutes }: PackageWindow,
  book: PriceBook,
): MinuteSource {
  const purchasedOn = dayOfTime(pack.purchasedAt);
  const generalRatio = (item: Item, date: Day) =>
    packageRatio(book, item, date, purchasedOn)?.ratio ?? null;
  const { tier } = pack;
  return {
    id: pack.id,
    kind: 'package',
    from,
    through,
    minutes,
    apps: pack.apps.length > 0 ? new Set(pack.apps) : null,
    ratioOn: tier === undefined ? generalRatio : (item) => (item === `av.${tier}` ? 1 : null),
  };
}

/** The trial of the China site: basic services only, one minute for one minute in every tier. */
export function trialSource(trial: TrialWindow): MinuteSource {
  const ratioOn = (item: Item) => (isAvItem(item) ? 1 : null);
  return { ...trial, id: 'trial', kind: 'trial', apps: null, ratioOn };
}
