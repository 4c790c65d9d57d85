import type { Decidable, Decision } from './decision';
import { leadingCause } from './leading-cause';

/** Cause, application and item: what must be the same for a decision to be proposed again. */
function likeness(
  cause: string | null,
  { sdkAppId, item }: Pick<Decidable, 'sdkAppId' | 'item'>,
): string | null {
  return cause === null || cause === 'unexplained'
    ? null
    : `${cause}/${sdkAppId ?? ''}/${item ?? ''}`;
}

/** The newest earlier decision about the same cause, application and item. */
export class EarlierDecisions {
  readonly #byLikeness = new Map<string, Decision[]>();

  constructor(decisions: Iterable<Decision>) {
    for (const decision of decisions) {
      const like = likeness(decision.cause, decision);
      if (like === null) continue;
      const same = this.#byLikeness.get(like);
      if (same) same.push(decision);
      else this.#byLikeness.set(like, [decision]);
    }
    for (const same of this.#byLikeness.values())
      same.sort((a, b) => (a.periodStart < b.periodStart ? 1 : -1));
  }

  /**
   * The decision to propose for a difference that has none: of an earlier calendar month, the newest. What
   * is unexplained is never proposed from: it has nothing in common but not being understood.
   */
  for(row: Decidable): Decision | null {
    const like = likeness(leadingCause(row), row);
    if (like === null) return null;
    const month = row.periodStart.slice(0, 7);
    return (
      this.#byLikeness.get(like)?.find(({ periodStart }) => periodStart.slice(0, 7) < month) ?? null
    );
  }
}
