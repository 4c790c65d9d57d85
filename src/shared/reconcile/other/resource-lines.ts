import type { BillLine } from '../../bill/bill-line';
import { displayUnit } from '../../bill/line-formula';
import type { Issue } from '../../issue';
import { sum, ZERO } from '../../money/decimal';
import type { Period } from '../../period/period';
import type { Charge } from '../../settlement/charge';
import { causeShare } from '../result/cause-share';
import type { Comparison } from '../result/discrepancy';
import { roundingTolerance } from '../result/tolerance';

type Unplaced = { readonly line: BillLine; readonly period: Period | null };
type Resource = { readonly sdkAppId: string; readonly period: Period; readonly lines: BillLine[] };

/** Lines of a bill by resource: one amount for all that an application used on some days. */
function resourcesOf(unplaced: readonly Unplaced[]): Resource[] {
  const resources = new Map<string, Resource>();
  for (const { line, period } of unplaced) {
    if (!period || line.sdkAppId === null || displayUnit(line) === null) continue;
    const key = `${line.sdkAppId}/${period.from}/${period.to}`;
    const known = resources.get(key) ?? { sdkAppId: line.sdkAppId, period, lines: [] };
    known.lines.push(line);
    resources.set(key, known);
  }
  return [...resources.values()];
}

function merged(
  { sdkAppId, period, lines }: Resource,
  parts: readonly Comparison[],
  chargeOf: ReadonlyMap<string, Charge>,
): Comparison {
  const chargeIds = parts.flatMap((part) => part.chargeIds);
  const charges = chargeIds.flatMap((id) => chargeOf.get(id) ?? []);
  const expectedAmount = sum(parts.map((part) => part.expectedAmount));
  const billedAmount = sum(lines.map((line) => line.amount));
  const difference = billedAmount.minus(expectedAmount);
  const tolerance = roundingTolerance(charges, lines);
  const within = difference.abs().lte(tolerance);
  const rounded = {
    cause: 'precision' as const,
    evidence: { code: 'within-rounding', params: {} },
  };
  return {
    id: `${period.from}/${sdkAppId}/-`,
    status: difference.isZero()
      ? 'matched'
      : within
        ? 'within-tolerance'
        : difference.gt(ZERO)
          ? 'over-billed'
          : 'under-billed',
    periodStart: period.from,
    periodEnd: period.to,
    sdkAppId,
    item: null,
    expectedQuantity: null,
    billedQuantity: null,
    expectedPrice: null,
    billedPrice: null,
    expectedAmount,
    billedAmount,
    difference,
    tolerance,
    causes: within && !difference.isZero() ? [causeShare(rounded, difference, difference)] : [],
    unexplained: within ? ZERO : difference,
    chargeIds,
    billLineIds: lines.map((line) => line.id),
  };
}

/** Comparisons with lines by resource put in their place, and the issues that still hold. */
export interface WithResources {
  readonly comparisons: readonly Comparison[];
  readonly issues: readonly Issue[];
}

/**
 * A line of a bill by resource says no tier: it is compared with everything that its application was to pay
 * for those days and that has no line of its own. Whatever differs beyond the rounding to cents is
 * unexplained, since such a line does not say of what it is made.
 */
export function withResourceLines(
  comparisons: readonly Comparison[],
  unplaced: readonly Unplaced[],
  charges: readonly Charge[],
  issues: readonly Issue[],
): WithResources {
  const resources = resourcesOf(unplaced);
  if (resources.length === 0) return { comparisons, issues };
  const chargeOf = new Map(charges.map((charge) => [charge.id, charge]));
  const openOf = new Map<string, Comparison[]>();
  for (const one of comparisons)
    if (one.billLineIds.length === 0 && one.sdkAppId !== null)
      openOf.set(one.sdkAppId, [...(openOf.get(one.sdkAppId) ?? []), one]);
  const replaced = new Set<Comparison>();
  const lines = new Set(resources.flatMap((resource) => resource.lines.map(({ id }) => id)));
  const made = resources.map((resource) => {
    const { period } = resource;
    const parts = (openOf.get(resource.sdkAppId) ?? []).filter(
      (one) => !replaced.has(one) && one.periodStart >= period.from && one.periodEnd <= period.to,
    );
    for (const part of parts) replaced.add(part);
    return merged(resource, parts, chargeOf);
  });
  const placed = new Set(
    resources.flatMap((resource) => resource.lines.map(({ origin }) => origin)),
  );
  const others = comparisons.filter(
    (one) => !replaced.has(one) && !one.billLineIds.some((id) => lines.has(id)),
  );
  return {
    comparisons: [...others, ...made].sort(
      (a, b) =>
        compareText(a.periodStart, b.periodStart) ||
        compareText(a.sdkAppId ?? '', b.sdkAppId ?? '') ||
        compareText(a.item ?? '~', b.item ?? '~') ||
        compareText(a.id, b.id),
    ),
    issues: issues.filter(
      ({ code, origin }) => code !== 'bill-item-unknown' || !origin || !placed.has(origin),
    ),
  };
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
