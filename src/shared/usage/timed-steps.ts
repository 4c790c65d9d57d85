import { compareItems, type Item } from '../catalog/item';
import type { Site } from '../catalog/site';
import { invariant } from '../invariant';
import type { Day } from '../period/day';
import type { LocalTime } from '../period/local-time';
import { CumulativeCeiling } from './cumulative-ceiling';
import { compareText } from './group-usage';
import type { MeteredStep, MeteredUsage } from './metered';
import { meteredItem } from './tier-eras';
import type { TimedUsage } from './usage-series';

export type MeteringScope = 'application' | 'account';

/** What a step needs to know of the (day, application, item) it belongs to. */
export type SteppedUsage = Pick<MeteredUsage, 'sdkAppId' | 'item' | 'basis' | 'carriedSeconds'>;

interface Moment {
  readonly start: LocalTime | null;
  readonly usage: SteppedUsage;
  seconds: number;
}

const keyOf = (sdkAppId: string, item: Item) => `${item}/${sdkAppId}`;

/** As text after every time. */
const UNTIMED = '~';

/** Rows with a time by their start, then those without; the same time by item, then sdkAppId. */
function compareMoments(a: Moment, b: Moment): number {
  return (
    compareText(a.start ?? UNTIMED, b.start ?? UNTIMED) ||
    compareItems(a.usage.item, b.usage.item) ||
    compareText(a.usage.sdkAppId, b.usage.sdkAppId)
  );
}

/** The rows that belong to a series that counts, those of one moment, item and application added up. */
function momentsOf(
  site: Site,
  date: Day,
  usages: readonly SteppedUsage[],
  rows: readonly TimedUsage[],
): Moment[] {
  const counted = new Map(usages.map((usage) => [keyOf(usage.sdkAppId, usage.item), usage]));
  const moments = new Map<string, Moment>();
  for (const row of rows) {
    const key = keyOf(row.sdkAppId, meteredItem(site, row.item, date));
    const usage = counted.get(key);
    if (
      !usage ||
      row.source !== usage.basis.source ||
      row.granularity !== usage.basis.granularity ||
      row.unit !== usage.basis.unit
    )
      continue;
    const momentKey = `${String(row.start)}/${key}`;
    const moment = moments.get(momentKey);
    if (moment) moment.seconds += row.seconds;
    else moments.set(momentKey, { start: row.start, usage, seconds: row.seconds });
  }
  return [...moments.values()];
}

/**
 * The minutes of one day in the order in which they are drawn down: each moment's share is the growth of
 * the cumulative ceiling of its scope, item and period. The shares of one (application, item) add up to
 * its metered minutes (with application scope; with account scope they define them).
 *
 * @param rows every row of that day; rows of series that do not count are left out here.
 */
export function timedSteps(
  site: Site,
  scope: MeteringScope,
  date: Day,
  usages: readonly SteppedUsage[],
  rows: readonly TimedUsage[],
): MeteredStep[] {
  const moments = momentsOf(site, date, usages, rows).sort(compareMoments);
  invariant(
    moments.reduce((total, moment) => total + moment.seconds, 0) ===
      usages.reduce((total, usage) => total + usage.basis.seconds, 0),
    `the rows of ${date} do not add up to its series`,
  );
  const ceilings = new Map<string, CumulativeCeiling>();
  return moments.map(({ start, usage, seconds }) => {
    const { sdkAppId, item, carriedSeconds } = usage;
    const scopeKey = scope === 'account' ? item : keyOf(sdkAppId, item);
    const ceiling = ceilings.get(scopeKey) ?? new CumulativeCeiling(carriedSeconds);
    ceilings.set(scopeKey, ceiling);
    return { day: date, start, sdkAppId, item, minutes: ceiling.add(seconds).minutes };
  });
}
