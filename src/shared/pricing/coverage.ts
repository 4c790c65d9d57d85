import { compareDays, type Day } from '../period/day';
import type { OpenPeriod } from '../period/period';

/** A named stretch of days. */
export interface Stretch extends OpenPeriod {
  readonly id: string;
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
  for (const next of stretches.toSorted((a, b) => compareDays(a.from, b.from))) {
    if (reach) {
      const fault = between(reach, next);
      if (fault) faults.push(fault);
    }
    if (!reach || endsLater(next.to, reach.to)) reach = next;
  }
  return faults;
}

/** The later of two ends; null is without end. */
export function laterEnd(a: Day | null, b: Day | null): Day | null {
  return endsLater(a, b) ? a : b;
}

function between(before: Stretch, after: Stretch): CoverageFault | null {
  const ids = [before.id, after.id] as const;
  if (before.to === null || before.to > after.from)
    return { kind: 'overlap', from: after.from, to: earlierEnd(before.to, after.to), ids };
  return before.to < after.from ? { kind: 'gap', from: before.to, to: after.from, ids } : null;
}

function endsLater(a: Day | null, b: Day | null): boolean {
  return b !== null && (a === null || a > b);
}

function earlierEnd(a: Day | null, b: Day | null): Day | null {
  return endsLater(a, b) ? b : a;
}
