import type { Differing } from './conclude';
import type { Diagnosis } from './diagnose';
import type { Comparison } from '../result/discrepancy';
import { compareGroups, type Group } from '../match/match';
import type { Transfer } from './transfers';

export type Outcome = Comparison | Differing;

/** What the last audit found out about each group, in the order of the groups. */
interface Compared {
  readonly groups: readonly Group[];
  readonly outcomes: readonly Outcome[];
  readonly transfers: ReadonlyMap<Group, Transfer>;
  readonly decided: ReadonlyMap<Group, Diagnosis>;
  readonly comparisons: readonly Comparison[];
}

/** What the other groups of a bill say about one: minutes that moved, and which of several explanations holds. */
interface FromTheRest {
  readonly transfer: Transfer | undefined;
  readonly diagnosis: Diagnosis | undefined;
}

/** The comparisons of the last audit, to be kept for the groups that are still the same objects. */
export class ComparisonMemory {
  #last: Compared = {
    groups: [],
    outcomes: [],
    transfers: new Map(),
    decided: new Map(),
    comparisons: [],
  };

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

  /** The comparison that was concluded at a place, where the rest of the bill says the same of its group as now. */
  comparisonAt(place: number, group: Group, now: FromTheRest): Comparison | null {
    const { transfers, decided, comparisons } = this.#last;
    if (decided.get(group) !== now.diagnosis) return null;
    return sameTransfer(transfers.get(group), now.transfer) ? (comparisons[place] ?? null) : null;
  }
}

function sameTransfer(a: Transfer | undefined, b: Transfer | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
