import type { AvItem } from '../catalog/item';
import { LARGEST_PICTURE, tierFromPixels } from '../catalog/pixel-area';
import type { Site } from '../catalog/site';
import { invariant } from '../invariant';
import { ONE, decimal, toText, type Decimal } from '../money/decimal';
import { round } from '../money/round';
import type { Day } from '../period/day';
import { err, ok, type Result } from '../result';
import type { TraceStep } from '../trace';
import type { StreamRule } from '../usage/stream-seconds';
import type { CallPlan, LivePlan, PlanProblem, UsagePlan } from './usage-plan';

/** Minutes of one month that one kind of receiver makes, not rounded, with the formulas behind them. */
export interface ReceivedMinutes {
  readonly item: AvItem;
  readonly exact: Decimal;
  readonly steps: readonly TraceStep[];
}

/** A tier's part of a mix is a quotient; it is rounded to as many decimals as minutes of usage have. */
const PART_SCALE = 4;

/** How the site and the day tell what a picture is counted as. */
export interface StreamCounting {
  readonly site: Site;
  readonly on: Day;
  readonly rule: StreamRule;
}

/**
 * The formulas of the estimate. They are Recount's own: the provider shows its calculator's only in
 * pictures (rulebook 7, U3). Everyone is taken to receive everyone else's stream for the whole time; those
 * who receive no picture at all (a lone anchor) make audio minutes in truth, which are left out.
 *
 * Where the pictures that a user receives are added up by area (C2), the user makes one duration in the
 * tier of the sum instead of one for each stream.
 */
export function receivedMinutes(
  plan: UsagePlan,
  counting: StreamCounting,
): Result<readonly ReceivedMinutes[], PlanProblem> {
  if (plan.mix === undefined) return inOneTier(plan, counting);
  const all = plan.mix.reduce((sum, { minutes }) => sum + minutes, 0);
  invariant(all > 0, 'a mix has at least one minute');
  const parts: ReceivedMinutes[] = [];
  for (const { item, minutes } of plan.mix) {
    const whole = inOneTier({ ...plan, item }, counting);
    if (!whole.ok) return whole;
    parts.push(...whole.value.map((one) => partOf(one, minutes, all)));
  }
  return ok(parts);
}

/** What is left of minutes where only a part of the time is received in their tier. */
function partOf({ item, exact, steps }: ReceivedMinutes, part: number, all: number) {
  const minutes = round(exact.times(decimal(part)).div(decimal(all)), PART_SCALE, 'half-up');
  const step: TraceStep = {
    rule: 'part-of-mix',
    inputs: { partMinutes: part, allMinutes: all },
    value: toText(minutes),
    unit: 'minutes',
  };
  return { item, exact: minutes, steps: [...steps, step] };
}

function inOneTier(
  plan: UsagePlan,
  counting: StreamCounting,
): Result<readonly ReceivedMinutes[], PlanProblem> {
  const groups = plan.kind === 'calls' ? callGroups(plan) : liveGroups(plan);
  if (plan.item === 'av.audio') return ok([together('audio', plan, groups, () => ONE)]);
  if (counting.rule === 'sum-of-streams')
    return ok([together('streams', plan, groups, ({ streams }) => streams)]);

  const byTier: ReceivedMinutes[] = [];
  for (const group of groups) {
    if (group.streams.isZero() || group.receivers.isZero()) continue;
    // Half a stream on average is now one, now none; the whole one decides what must be paid.
    const pictures = round(group.streams, 0, 'up');
    const area = pictures.times(LARGEST_PICTURE[plan.item]);
    const item = tierFromPixels(counting.site, counting.on, area.toNumber());
    if (item === null) return err('above-top-tier');
    const sum = { pictures: toText(pictures), area: toText(area), item };
    byTier.push(minutes(`${group.rule}-areas`, plan, item, timeOf(plan, group.receivers), sum));
  }
  return ok(byTier);
}

/** Receivers in one call or room, and how many streams of others each of them receives. */
interface Receivers {
  readonly rule: 'calls' | 'live-anchors' | 'live-audience';
  readonly receivers: Decimal;
  readonly streams: Decimal;
}

function callGroups({ usersPerCall }: CallPlan): readonly Receivers[] {
  return [{ rule: 'calls', receivers: usersPerCall, streams: usersPerCall.minus(ONE) }];
}

function liveGroups({ anchorsPerRoom, audiencePerRoom }: LivePlan): readonly Receivers[] {
  return [
    { rule: 'live-anchors', receivers: anchorsPerRoom, streams: anchorsPerRoom.minus(ONE) },
    { rule: 'live-audience', receivers: audiencePerRoom, streams: anchorsPerRoom },
  ];
}

/** All receivers in one tier: calls or rooms x (receivers x durations of each) x minutes x days. */
function together(
  how: 'audio' | 'streams',
  plan: UsagePlan,
  groups: readonly Receivers[],
  durationsOf: (group: Receivers) => Decimal,
): ReceivedMinutes {
  const durations = groups
    .map((group) => group.receivers.times(durationsOf(group)))
    .reduce((a, b) => a.plus(b));
  return minutes(`${plan.kind}-${how}`, plan, plan.item, timeOf(plan, durations), {
    durations: toText(durations),
  });
}

function timeOf(plan: UsagePlan, durations: Decimal): Decimal {
  const [times, length] =
    plan.kind === 'calls'
      ? [plan.callsPerDay, plan.minutesPerUser]
      : [plan.roomsPerDay, plan.minutesPerRoom];
  return times.times(durations).times(length).times(decimal(plan.daysPerMonth));
}

function minutes(
  rule: string,
  plan: UsagePlan,
  item: AvItem,
  exact: Decimal,
  more: TraceStep['inputs'],
): ReceivedMinutes {
  const inputs = { ...inputsOf(plan), ...more };
  return { item, exact, steps: [{ rule, inputs, value: toText(exact), unit: 'minutes' }] };
}

function inputsOf(plan: UsagePlan): TraceStep['inputs'] {
  const days = plan.daysPerMonth;
  if (plan.kind === 'calls')
    return {
      calls: toText(plan.callsPerDay),
      users: toText(plan.usersPerCall),
      others: toText(plan.usersPerCall.minus(ONE)),
      each: toText(plan.minutesPerUser),
      days,
    };
  return {
    rooms: toText(plan.roomsPerDay),
    anchors: toText(plan.anchorsPerRoom),
    others: toText(plan.anchorsPerRoom.minus(ONE)),
    audience: toText(plan.audiencePerRoom),
    each: toText(plan.minutesPerRoom),
    days,
  };
}
