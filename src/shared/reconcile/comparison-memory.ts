import type { Differing } from './conclude';
import type { Comparison } from './discrepancy';
import { compareGroups, type Group } from './match';
import type { Transfer } from './transfers';

export type Outcome = Comparison | Differing;

/** What the last audit found out about each group, in the order of the groups. */
interface Compared {
  readonly groups: readonly Group[];
  readonly outcomes: readonly Outcome[];
  readonly transfers: ReadonlyMap<Group, Transfer>;
  readonly comparisons: readonly Comparison[];
}

/** The comparisons of the last audit, to be kept for the groups that are still the same objects. */
export class ComparisonMemory {
  #last: Compared = { groups: [], outcomes: [], transfers: new Map(), comparisons: [] };

  keep(compared: Compared): void {
    this.#last = compared;
  }

  /** For each group its place in the last audit; -1 where it was not there. Both are in the order of groups. */
  placesOf(groups: readonly Group[]): Int32Array {
    const before = this.#last.groups;
    const places = new Int32Array(groups.length).fill(-1);
    let next = 0;
    groups.forEach((group, index) => {
      for (let old = before[next]; old !== undefined && old !== group; old = before[next]) {
        if (compareGroups(old, group) >= 0) return;
        next += 1;
      }
      if (next < before.length) places[index] = next++;
    });
    return places;
  }

  outcomeAt(place: number): Outcome | undefined {
    return this.#last.outcomes[place];
  }

  /** The comparison that was concluded at a place, where its group moved the same minutes as now. */
  comparisonAt(
    place: number,
    group: Group,
    transfer: Transfer | undefined,
  ): Comparison | undefined {
    const before = this.#last.transfers.get(group);
    return sameTransfer(before, transfer) ? this.#last.comparisons[place] : undefined;
  }
}

function sameTransfer(a: Transfer | undefined, b: Transfer | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
