import { estimateLineSchema } from '../../../shared/contract/estimates';
import type { Output } from '../../../shared/contract/contract';

export const PLAN_KINDS = ['calls', 'live'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

export const PLAN_ITEMS = estimateLineSchema.shape.item.options;
export type PlanItem = (typeof PLAN_ITEMS)[number];

/** The counts of each kind of use, in the order of its formula. */
export const FIGURES = {
  calls: ['callsPerDay', 'usersPerCall', 'minutesPerUser'],
  live: ['roomsPerDay', 'anchorsPerRoom', 'audiencePerRoom', 'minutesPerRoom'],
} as const;
export type Figure = (typeof FIGURES)[PlanKind][number];

/** What a person typed; text, so that nothing is lost on the way. */
export interface PlanFigures {
  readonly item: PlanItem;
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

/** Minutes of each tier in a month that was really used, biggest first. */
export function mixOf(
  series: Series,
): readonly { readonly item: PlanItem; readonly minutes: number }[] {
  return PLAN_ITEMS.flatMap((item) => {
    const seconds = series.reduce((sum, part) => sum + (part.key === item ? part.seconds : 0), 0);
    return seconds === 0 ? [] : [{ item, minutes: Math.ceil(seconds / 60) }];
  }).toSorted((a, b) => b.minutes - a.minutes);
}

/**
 * Figures that come to the minutes of the tier that was used most: two users who talk half an hour, or one
 * anchor with ten listeners for an hour, as often a day as that takes. A beginning to change, not a finding.
 */
export function figuresOf(series: Series, days: number): PlanFigures | null {
  const [most] = mixOf(series);
  if (!most) return null;
  const { figures } = PLAIN_FIGURES;
  const perDay = most.minutes / days;
  const often = (minutes: number) =>
    String(Math.max(0.1, Math.round((perDay / minutes) * 10) / 10));
  return {
    item: most.item,
    days: String(days),
    figures: {
      ...figures,
      callsPerDay: often(Number(figures.usersPerCall) * Number(figures.minutesPerUser)),
      roomsPerDay: often(Number(figures.audiencePerRoom) * Number(figures.minutesPerRoom)),
    },
  };
}

const DECIMAL = /^\d+(\.\d+)?$/;

/** Whether every figure is a number. */
export function isAskable(kind: PlanKind, { days, figures }: PlanFigures): boolean {
  return /^\d{1,3}$/.test(days) && FIGURES[kind].every((figure) => DECIMAL.test(figures[figure]));
}

/** The question of the plan; prices and metering are those of the workspace's account, today. */
export function questionOf({ item, days, figures }: PlanFigures) {
  const { callsPerDay, usersPerCall, minutesPerUser, ...rooms } = figures;
  const plan = { site: null, on: null, item, daysPerMonth: Number(days), streamRule: null };
  return {
    calls: { ...plan, callsPerDay, usersPerCall, minutesPerUser },
    live: { ...plan, ...rooms },
  };
}
