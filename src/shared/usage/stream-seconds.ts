import type { AccountFacts } from '../account/facts';
import type { AvItem } from '../catalog/item';
import { tierFromPixels } from '../catalog/pixel-area';
import type { Site } from '../catalog/site';
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

export const STREAM_RULES = ['sum-of-streams', 'sum-of-areas'] as const;
export type StreamRule = (typeof STREAM_RULES)[number];

const AREAS_SUMMED_FROM = day('2021-10-27');

/**
 * C2: areas are summed for international accounts with a first app from 2021-10-27 on (not known: a new
 * account) and for usage from that day on; else durations.
 */
export function streamRuleOf({ account, firstAppOn }: AccountFacts): StreamRule {
  const summed = firstAppOn === null || firstAppOn >= AREAS_SUMMED_FROM;
  return account.site === 'intl' && summed ? 'sum-of-areas' : 'sum-of-streams';
}

/** What of an account decides how received streams count: where it stays the same, so do they. */
export function streamReadingOf(facts: AccountFacts): string {
  const { site, policy } = facts.account;
  return [site, streamRuleOf(facts), policy.audioBesideVideo].join(' ');
}

/** Who received a segment, and in which room: the segments of one receiver are counted together, apart from all others. */
export function receiverOf({ sdkAppId, room, userId }: StreamSegment): string {
  return JSON.stringify([sdkAppId, room, userId]);
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

/** What counts as audio on a usage day. */
type AudioRule = 'room-time' | 'received-streams' | 'without-picture';

const TIERS_FROM: Readonly<Record<Site, Day>> = { cn: day('2019-10-11'), intl: day('2020-01-01') };
const WITHOUT_PICTURE_FROM = day('2020-05-01');

/**
 * Before there were tiers, everyone's time in the room counted, alone or not (CN-0, CN-1). Then sound was
 * counted per received stream and someone alone made no usage, until 2020-05-01: since that day it is the
 * time in the room without a picture (rulebook 1.4.3).
 */
function audioRuleOn(site: Site, date: Day): AudioRule {
  if (date < TIERS_FROM[site]) return 'room-time';
  return date < WITHOUT_PICTURE_FROM ? 'received-streams' : 'without-picture';
}

/** An item that is counted, and the segment that makes it count. */
interface CountedItem {
  readonly item: StreamSeconds['item'];
  readonly segment: StreamSegment;
}

/** The items that are counted, once each, while these segments last together. */
function itemsAt(
  facts: AccountFacts,
  date: Day,
  open: readonly [StreamSegment, ...StreamSegment[]],
): readonly CountedItem[] {
  const { site, policy } = facts.account;
  const rule = audioRuleOn(site, date);
  const pictures = open.filter(({ kind }) => kind === 'video');
  const audio = (segment: StreamSegment): CountedItem => ({ item: 'av.audio', segment });
  const sounds = open.filter(({ kind }) => kind === 'audio').map(audio);
  const stay = audio(open.find(({ kind }) => kind === 'room') ?? open[0]);
  const [first] = pictures;
  if (rule === 'room-time') return [stay];
  if (rule === 'without-picture' && !first) return [stay];
  if (first && streamRuleOf(facts) === 'sum-of-areas' && date >= AREAS_SUMMED_FROM) {
    const area = pictures.reduce((sum, picture) => sum + picture.area, 0);
    // Together they make one duration; it is kept with the largest of them.
    const segment = pictures.reduce((most, each) => (each.area > most.area ? each : most), first);
    return [{ item: tierFromPixels(site, date, area), segment }];
  }
  const tiers = pictures.map((segment) => ({
    item: tierFromPixels(site, date, segment.area),
    segment,
  }));
  if (rule === 'received-streams') return [...tiers, ...sounds];
  const extra = policy.audioBesideVideo === 'legacy-extra' ? sounds.slice(0, 1) : [];
  return [...tiers, ...extra];
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
 * Answers, for boundaries in rising order, the segments that last from each to the next, in the order in which they
 * were given. Every span is looked at where it begins and where it ends, and only there.
 */
function lastingSpans(spans: readonly Span[]): (from: number) => StreamSegment[] {
  const coming = spans
    .map((span, place) => ({ ...span, place }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from || a.place - b.place);
  let begun = 0;
  let open: typeof coming = [];
  return (from) => {
    open = open.filter(({ to }) => to > from);
    const first = begun;
    while ((coming[begun]?.from ?? Infinity) <= from) begun += 1;
    if (begun > first) {
      open.push(...coming.slice(first, begun).filter(({ to }) => to > from));
      open.sort((a, b) => a.place - b.place);
    }
    return open.map(({ segment }) => segment);
  };
}

/** Seconds that one segment makes count; of a picture among others, see {@link streamSeconds}. */
export interface SegmentSeconds extends StreamSeconds {
  readonly segment: StreamSegment;
}

/** The sums of {@link segmentSeconds} over all segments. */
export function streamSeconds(
  facts: AccountFacts,
  segments: readonly StreamSegment[],
): StreamSeconds[] {
  const sums = new Map<string, { -readonly [K in keyof StreamSeconds]: StreamSeconds[K] }>();
  for (const { day: date, sdkAppId, item, seconds } of segmentSeconds(facts, segments)) {
    const key = `${date}/${sdkAppId}/${String(item)}`;
    const sum = sums.get(key);
    if (sum) sum.seconds += seconds;
    else sums.set(key, { day: date, sdkAppId, item, seconds });
  }
  return [...sums.values()];
}

/**
 * From call records to the seconds that are metered, by the rule of site, account and day: each received
 * picture counts in its own tier, or their areas together in one; without any picture, time in the room
 * is audio (before 2020-05-01 by older rules, see {@link audioRuleOn}). Each user is taken per room.
 */
export function segmentSeconds(
  facts: AccountFacts,
  segments: readonly StreamSegment[],
): SegmentSeconds[] {
  type Sum = { -readonly [K in keyof SegmentSeconds]: SegmentSeconds[K] };
  const sums = new Map<StreamSegment, Map<string, Sum>>();
  const users = groupBy(segments, receiverOf);
  for (const own of users) {
    const spans = own.map((segment): Span => {
      return { from: momentOf(segment.from), to: momentOf(segment.to), segment };
    });
    const boundaries = boundariesOf(spans);
    const lasting = lastingSpans(spans);
    boundaries.slice(1).forEach((to, index) => {
      const from = boundaries[index] ?? to;
      const [first, ...rest] = lasting(from);
      if (!first) return;
      const { sdkAppId } = first;
      const date = fromSerial(Math.floor(from / DAY_SECONDS));
      for (const { item, segment } of itemsAt(facts, date, [first, ...rest])) {
        const ofSegment = sums.get(segment) ?? new Map<string, Sum>();
        sums.set(segment, ofSegment);
        const key = `${date}/${String(item)}`;
        const sum = ofSegment.get(key) ?? { segment, day: date, sdkAppId, item, seconds: 0 };
        sum.seconds += to - from;
        ofSegment.set(key, sum);
      }
    });
  }
  return [...sums.values()].flatMap((ofSegment) => [...ofSegment.values()]);
}
