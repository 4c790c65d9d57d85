import type { Item } from '../../catalog/item';
import type { Site } from '../../catalog/site';
import { decimal, sum, ZERO, type Decimal } from '../../money/decimal';
import type { Day } from '../../period/day';
import { meteredItem } from '../../usage/tier-eras';
import { byKey } from './by-key';
import type { StatedDraw } from './evidence';

/** What our draw-down took from a source for one (day, application, item). Whole minutes. */
export interface ComputedDraw {
  readonly source: string;
  readonly day: Day;
  readonly sdkAppId: string;
  readonly item: Item;
  readonly raw: number;
  readonly ratio: number;
  readonly deducted: number;
}

/**
 * same: minutes and ratio agree. ratio / minutes / both: they do not. not-taken: we take, the provider did
 * not. not-expected: the provider took, we do not. not-stated: the day is outside the provider's export.
 */
export const DRAW_STATUSES = [
  'same',
  'ratio',
  'minutes',
  'both',
  'not-taken',
  'not-expected',
  'not-stated',
] as const;
export type DrawStatus = (typeof DRAW_STATUSES)[number];

/** One (package, day, application, tier) as the provider and as Recount took it. */
export interface DrawComparison {
  readonly source: string;
  readonly day: Day;
  readonly sdkAppId: string;
  /** null where neither the export nor its ratio names a tier. */
  readonly item: Item | null;
  readonly status: DrawStatus;
  readonly statedRaw: Decimal | null;
  /** null where the export prints none or several. */
  readonly statedRatio: Decimal | null;
  readonly statedDeducted: Decimal | null;
  readonly drawnRaw: number | null;
  readonly drawnRatio: number | null;
  readonly drawnDeducted: number | null;
  /** Stated - drawn, in package minutes. */
  readonly difference: Decimal;
  /** The provider's last row of this place; null where it has none. */
  readonly statedRow: number | null;
}

/** Whether both sides say the same, or one says nothing about that day. */
export function drawsAgree({ status }: Pick<DrawComparison, 'status'>): boolean {
  return status === 'same' || status === 'not-stated';
}

interface Side {
  readonly stated: StatedDraw[];
  drawn: ComputedDraw | null;
}

const keyOf = (source: string, day: Day, sdkAppId: string, item: Item | null) =>
  [day, source, sdkAppId, item ?? ''].join('/');

/** A row without a tier means the one tier that we drew at its ratio, where there is only one. */
function itemOf(stated: StatedDraw, site: Site, drawn: readonly ComputedDraw[]): Item | null {
  if (stated.item) return meteredItem(site, stated.item, stated.day);
  const fitting = drawn.filter((draw) => stated.factor !== null && stated.factor.eq(draw.ratio));
  return fitting.length === 1 ? (fitting[0]?.item ?? null) : null;
}

/**
 * The provider's own deductions beside our draw-down, by package, day, application and tier, in that order.
 * `drawn` may hold the trial and packages without a statement: only packages that the export names are compared.
 */
export function compareDraws(
  site: Site,
  stated: readonly StatedDraw[],
  drawn: readonly ComputedDraw[],
): DrawComparison[] {
  const named = new Set(stated.map(({ packageId }) => packageId));
  const ours = drawn.filter(({ source }) => named.has(source));
  const byPlace = byKey(ours, (draw) => keyOf(draw.source, draw.day, draw.sdkAppId, null));
  const sides = new Map<string, Side>();
  const side = (key: string): Side => {
    const known = sides.get(key) ?? { stated: [], drawn: null };
    sides.set(key, known);
    return known;
  };
  for (const one of stated) {
    const near = byPlace.get(keyOf(one.packageId, one.day, one.sdkAppId, null)) ?? [];
    const item = itemOf(one, site, near);
    side(keyOf(one.packageId, one.day, one.sdkAppId, item)).stated.push({ ...one, item });
  }
  for (const one of ours) side(keyOf(one.source, one.day, one.sdkAppId, one.item)).drawn = one;
  const span = spanOf(stated);
  return [...sides.keys()].sort().flatMap((key) => {
    const both = sides.get(key);
    return both ? comparisonOf(both, span) : [];
  });
}

function spanOf(stated: readonly StatedDraw[]): readonly [Day, Day] | null {
  const days = stated.map(({ day }) => day).sort();
  const [first, last] = [days[0], days.at(-1)];
  return first !== undefined && last !== undefined ? [first, last] : null;
}

function comparisonOf({ stated, drawn }: Side, span: readonly [Day, Day] | null): DrawComparison[] {
  const place = stated[0] ?? drawn;
  if (!place) return [];
  const raw = sum(stated.map((one) => one.raw));
  const deducted = sum(stated.map((one) => one.deducted));
  const ratios = new Set(stated.map(({ factor }) => factor?.toString() ?? ''));
  const [first] = stated;
  const ratio = ratios.size === 1 ? (first?.factor ?? null) : null;
  return [
    {
      source: first?.packageId ?? drawn?.source ?? '',
      day: place.day,
      sdkAppId: place.sdkAppId,
      item: place.item,
      status: statusOf(stated.length > 0 ? { raw, ratio, deducted } : null, drawn, span),
      statedRaw: first ? raw : null,
      statedRatio: ratio,
      statedDeducted: first ? deducted : null,
      drawnRaw: drawn?.raw ?? null,
      drawnRatio: drawn?.ratio ?? null,
      drawnDeducted: drawn?.deducted ?? null,
      difference: deducted.minus(drawn?.deducted ?? 0),
      statedRow: stated.length === 0 ? null : Math.max(...stated.map(({ lastRow }) => lastRow)),
    },
  ];
}

interface StatedSum {
  readonly raw: Decimal;
  readonly ratio: Decimal | null;
  readonly deducted: Decimal;
}

function statusOf(
  stated: StatedSum | null,
  drawn: ComputedDraw | null,
  span: readonly [Day, Day] | null,
): DrawStatus {
  if (!stated) {
    const inside = drawn && span && drawn.day >= span[0] && drawn.day <= span[1];
    return inside ? 'not-taken' : 'not-stated';
  }
  if (!drawn) return stated.deducted.eq(ZERO) ? 'same' : 'not-expected';
  const minutes = !stated.raw.eq(drawn.raw);
  // Where the export prints no ratio, or several, what was taken tells.
  const ratio = stated.ratio
    ? !stated.ratio.eq(drawn.ratio)
    : !stated.deducted.eq(stated.raw.times(decimal(drawn.ratio)));
  if (minutes) return ratio ? 'both' : 'minutes';
  return ratio || !stated.deducted.eq(drawn.deducted) ? 'ratio' : 'same';
}
