import type { Output } from '../../../shared/contract/contract';
import { tierMix, type PlanItem } from '../../../shared/contract/tier-mix';

export const PLAN_KINDS = ['calls', 'live'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

/** The counts of each kind of use, in the order of its formula. */
export const FIGURES = {
  calls: ['callsPerDay', 'usersPerCall', 'minutesPerUser'],
  live: ['roomsPerDay', 'anchorsPerRoom', 'audiencePerRoom', 'minutesPerRoom'],
} as const;
export type Figure = (typeof FIGURES)[PlanKind][number];

/** Every tier of the month, as it was used, in place of one tier. */
export const MIX = 'mix';

export type TierMix = ReturnType<typeof tierMix>;

/** What a person typed; text, so that nothing is lost on the way. */
export interface PlanFigures {
  readonly item: PlanItem | typeof MIX;
  readonly days: string;
  readonly figures: Readonly<Record<Figure, string>>;
}

export const PLAIN_FIGURES: PlanFigures = {
  item: 'av.hd',
  days: '30',
  figures: {
    callsPerDay: '100',
    usersPerCall: '2',
    minutesPerUser: '30',
    roomsPerDay: '10',
    anchorsPerRoom: '1',
    audiencePerRoom: '10',
    minutesPerRoom: '60',
  },
};

type Series = Output<'usage.series'>;

/**
 * Figures that come to the minutes of the month: two users who talk half an hour, or one anchor with ten listeners
 * for an hour, as often a day as that takes, in the tiers of the month. A beginning to change, not a finding.
 */
export function figuresOf(series: Series, days: number): PlanFigures | null {
  const mix = tierMix(series);
  const [most] = mix;
  if (!most) return null;
  const { figures } = PLAIN_FIGURES;
  const total = mix.reduce((sum, { minutes }) => sum + minutes, 0);
  /** Minutes that one call or room makes: of its receivers, and in video of the streams of others that each receives. */
  const each = (length: string, audio: number, video: number) =>
    Number(length) *
    mix.reduce(
      (sum, { item, minutes }) => sum + (item === 'av.audio' ? audio : video) * (minutes / total),
      0,
    );
  const often = (minutes: number) =>
    String(Math.max(0.1, Math.round((total / days / minutes) * 10) / 10));
  const [users, anchors, audience] = [
    figures.usersPerCall,
    figures.anchorsPerRoom,
    figures.audiencePerRoom,
  ].map(Number) as [number, number, number];
  return {
    item: mix.length === 1 ? most.item : MIX,
    days: String(days),
    figures: {
      ...figures,
      callsPerDay: often(each(figures.minutesPerUser, users, users * (users - 1))),
      roomsPerDay: often(
        each(figures.minutesPerRoom, anchors + audience, anchors * (anchors - 1 + audience)),
      ),
    },
  };
}

const DECIMAL = /^\d+(\.\d+)?$/;

/** Whether every figure is a number. */
export function isAskable(kind: PlanKind, { days, figures }: PlanFigures): boolean {
  return /^\d{1,3}$/.test(days) && FIGURES[kind].every((figure) => DECIMAL.test(figures[figure]));
}

/** The question of the plan; prices and metering are those of the workspace's account, today. */
export function questionOf({ item, days, figures }: PlanFigures, mix: TierMix) {
  const { callsPerDay, usersPerCall, minutesPerUser, ...rooms } = figures;
  // A plan of the mix where the month has none left is one of the first tier.
  const tier = item === MIX ? (mix[0]?.item ?? 'av.audio') : item;
  const plan = {
    site: null,
    on: null,
    item: tier,
    ...(item === MIX && mix.length > 0 && { mix: [...mix] }),
    daysPerMonth: Number(days),
    streamRule: null,
  };
  return {
    calls: { ...plan, callsPerDay, usersPerCall, minutesPerUser },
    live: { ...plan, ...rooms },
  };
}
