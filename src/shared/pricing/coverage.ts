import type { Day } from '../period/day';

/** A half-open stretch of days; `to` null: without end. */
export interface Stretch {
  readonly id: string;
  readonly from: Day;
  readonly to: Day | null;
}

/** Days that two stretches both claim, or that lie unclaimed between two stretches. */
export interface CoverageFault {
  readonly kind: 'gap' | 'overlap';
  readonly from: Day;
  readonly to: Day | null;
  /** The stretches before and after the fault. */
  readonly ids: readonly [string, string];
}

/**
 * What keeps these stretches from being one unbroken run. A run may begin and end where it likes: an item
 * begins with its first price and may be taken off.
 */
export function coverageFaults(stretches: readonly Stretch[]): readonly CoverageFault[] {
  const faults: CoverageFault[] = [];
  let reach: Stretch | null = null;
  for (const next of stretches.toSorted(byStart)) {
    if (reach) {
      const fault = between(reach, next);
      if (fault) faults.push(fault);
    }
    if (!reach || endsLater(next.to, reach.to)) reach = next;
  }
  return faults;
}

/** The first day that none of these stretches claims any more; null: one has no end. */
export function lastEnd(stretches: readonly Stretch[]): Day | null {
  return stretches.reduce<Day | null>(
    (latest, { to }, index) => (index === 0 || endsLater(to, latest) ? to : latest),
    null,
  );
}

function byStart(a: Stretch, b: Stretch): number {
  return a.from < b.from ? -1 : a.from > b.from ? 1 : 0;
}

function between(before: Stretch, after: Stretch): CoverageFault | null {
  const ids = [before.id, after.id] as const;
  if (before.to === after.from) return null;
  if (before.to !== null && before.to < after.from)
    return { kind: 'gap', from: before.to, to: after.from, ids };
  return { kind: 'overlap', from: after.from, to: earlierEnd(before.to, after.to), ids };
}

/** null is without end. */
function endsLater(a: Day | null, b: Day | null): boolean {
  return b !== null && (a === null || a > b);
}

function earlierEnd(a: Day | null, b: Day | null): Day | null {
  return endsLater(a, b) ? b : a;
}
