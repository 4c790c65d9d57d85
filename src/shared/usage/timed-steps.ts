import { compareItems, type Item } from '../catalog/item';
import type { Site } from '../catalog/site';
import { invariant } from '../invariant';
import type { Day } from '../period/day';
import type { LocalTime } from '../period/local-time';
import { ByItemAndApp } from './by-item-and-app';
import { CumulativeCeiling } from './cumulative-ceiling';
import { compareText } from './group-usage';
import type { MeteredStep, MeteredUsage } from './metered';
import { meteredItem } from './tier-eras';
import type { TimedUsage } from './usage-series';

export type MeteringScope = 'application' | 'account';

/** What a step needs to know of the (day, application, item) it belongs to. */
export type SteppedUsage = Pick<MeteredUsage, 'sdkAppId' | 'item' | 'basis' | 'carriedSeconds'>;

/** What was used of one (application, item) from one moment on. */
interface Moment {
  readonly start: LocalTime | null;
  readonly usage: SteppedUsage;
  readonly seconds: number;
}

/** As text after every time. */
const UNTIMED = '~';

const compareStarts = (a: LocalTime | null, b: LocalTime | null) =>
  compareText(a ?? UNTIMED, b ?? UNTIMED);

const compareUsages = (a: SteppedUsage, b: SteppedUsage) =>
  compareItems(a.item, b.item) || compareText(a.sdkAppId, b.sdkAppId);

/**
 * The rows that belong to a series that counts, those of one moment, item and application added up: by their start,
 * those without one last; of the same time by item, then sdkAppId. A moment is named by one number that stands where
 * the moment stands: a day can have tens of thousands of them.
 */
function momentsOf(
  site: Site,
  date: Day,
  usages: readonly SteppedUsage[],
  rows: readonly TimedUsage[],
): Moment[] {
  const ordered = usages.toSorted(compareUsages);
  const places = new ByItemAndApp<number>();
  ordered.forEach(({ item, sdkAppId }, place) => places.set(item, sdkAppId, place));
  const starts = [...new Set(rows.map(({ start }) => start))].sort(compareStarts);
  const rankOf = new Map(starts.map((start, rank) => [start, rank]));
  const seconds = new Map<number, number>();
  for (const row of rows) {
    const place = places.get(meteredItem(site, row.item, date), row.sdkAppId) ?? -1;
    const basis = ordered[place]?.basis;
    if (
      row.source !== basis?.source ||
      row.granularity !== basis.granularity ||
      row.unit !== basis.unit
    )
      continue;
    const moment = (rankOf.get(row.start) ?? 0) * ordered.length + place;
    seconds.set(moment, (seconds.get(moment) ?? 0) + row.seconds);
  }
  const moments: Moment[] = [];
  for (const moment of Float64Array.from(seconds.keys()).sort()) {
    const place = moment % ordered.length;
    const usage = ordered[place];
    const start = starts[(moment - place) / ordered.length] ?? null;
    if (usage) moments.push({ start, usage, seconds: seconds.get(moment) ?? 0 });
  }
  return moments;
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
  const moments = momentsOf(site, date, usages, rows);
  invariant(
    moments.reduce((total, moment) => total + moment.seconds, 0) ===
      usages.reduce((total, usage) => total + usage.basis.seconds, 0),
    `the rows of ${date} do not add up to its series`,
  );
  const ceilings = new Map<Item | SteppedUsage, CumulativeCeiling>();
  return moments.map(({ start, usage, seconds }) => {
    const { sdkAppId, item, carriedSeconds } = usage;
    const inScope = scope === 'account' ? item : usage;
    const ceiling = ceilings.get(inScope) ?? new CumulativeCeiling(carriedSeconds);
    ceilings.set(inScope, ceiling);
    return { day: date, start, sdkAppId, item, minutes: ceiling.add(seconds).minutes };
  });
}
