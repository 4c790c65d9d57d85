import type { AccountFacts } from '../account/facts';
import type { AvItem } from '../catalog/item';
import { tierFromPixels } from '../catalog/pixel-area';
import { fromSerial, toSerial, day, type Day } from '../period/day';
import { dayOfTime, type LocalTime } from '../period/local-time';

/**
 * What one user did for a while: was in the room, received a stream with picture, or received one with
 * sound only. Usage belongs to the receiver; what is sent costs nothing (rulebook 1.4).
 */
export interface StreamSegment {
  readonly sdkAppId: string;
  readonly room: string;
  readonly userId: string;
  readonly from: LocalTime;
  /** Not included. */
  readonly to: LocalTime;
  readonly kind: 'room' | 'audio' | 'video';
  /** Received picture, width x height in pixels; 0 where there is none. */
  readonly area: number;
}

/** Seconds of one item; `item` null: a picture for which no tier is documented. */
export interface StreamSeconds {
  readonly day: Day;
  readonly sdkAppId: string;
  readonly item: AvItem | null;
  readonly seconds: number;
}

export type StreamRule = 'sum-of-streams' | 'sum-of-areas';

const AREAS_SUMMED_FROM = day('2021-10-27');

/** C2: areas are summed for international accounts with a first app from 2021-10-27 on; else durations. */
export function streamRuleOf({ account, firstAppOn }: AccountFacts): StreamRule {
  const summed = firstAppOn === null || firstAppOn >= AREAS_SUMMED_FROM;
  return account.site === 'intl' && summed ? 'sum-of-areas' : 'sum-of-streams';
}

const DAY_SECONDS = 86_400;

function momentOf(time: LocalTime): number {
  const [hour, minute, second] = time.slice(11).split(':').map(Number);
  return (
    toSerial(dayOfTime(time)) * DAY_SECONDS +
    (hour ?? 0) * 3600 +
    (minute ?? 0) * 60 +
    (second ?? 0)
  );
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly segment: StreamSegment;
}

/** The items that are counted, once each, while these segments last together. */
function itemsAt(facts: AccountFacts, date: Day, open: readonly StreamSegment[]) {
  const areas = open.filter(({ kind }) => kind === 'video').map(({ area }) => area);
  if (areas.length === 0) return ['av.audio' as const];
  const { site, policy } = facts.account;
  if (streamRuleOf(facts) === 'sum-of-areas')
    return [
      tierFromPixels(
        site,
        date,
        areas.reduce((sum, area) => sum + area, 0),
      ),
    ];
  const extra =
    policy.audioBesideVideo === 'legacy-extra' && open.some(({ kind }) => kind === 'audio');
  const tiers = areas.map((area) => tierFromPixels(site, date, area));
  return extra ? [...tiers, 'av.audio' as const] : tiers;
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return [...groups.values()];
}

/** Every moment at which something begins or ends, with each midnight between them. */
function boundariesOf(spans: readonly Span[]): number[] {
  const moments = new Set(spans.flatMap(({ from, to }) => [from, to]));
  for (const { from, to } of spans)
    for (let midnight = Math.ceil(from / DAY_SECONDS); midnight * DAY_SECONDS < to; midnight += 1)
      moments.add(midnight * DAY_SECONDS);
  return [...moments].sort((a, b) => a - b);
}

/**
 * From call records to the seconds that are metered, by the rule of site, account and day: each received
 * picture counts in its own tier, or their areas together in one; without any picture, time in the room
 * is audio. Each user is taken per room. The rule of usage from 2020-05-01 on; before that audio was
 * summed over received streams.
 */
export function streamSeconds(
  facts: AccountFacts,
  segments: readonly StreamSegment[],
): StreamSeconds[] {
  const sums = new Map<string, { -readonly [K in keyof StreamSeconds]: StreamSeconds[K] }>();
  const users = groupBy(segments, ({ sdkAppId, room, userId }) =>
    JSON.stringify([sdkAppId, room, userId]),
  );
  for (const own of users) {
    const spans = own.map((segment): Span => {
      return { from: momentOf(segment.from), to: momentOf(segment.to), segment };
    });
    const boundaries = boundariesOf(spans);
    boundaries.slice(1).forEach((to, index) => {
      const from = boundaries[index] ?? to;
      const open = spans.filter((span) => span.from <= from && span.to >= to);
      const [first] = open;
      if (!first) return;
      const { sdkAppId } = first.segment;
      const date = fromSerial(Math.floor(from / DAY_SECONDS));
      for (const item of itemsAt(
        facts,
        date,
        open.map(({ segment }) => segment),
      )) {
        const key = `${date}/${sdkAppId}/${item ?? ''}`;
        const sum = sums.get(key) ?? { day: date, sdkAppId, item, seconds: 0 };
        sum.seconds += to - from;
        sums.set(key, sum);
      }
    });
  }
  return [...sums.values()];
}
