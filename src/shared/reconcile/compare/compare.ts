import type { Item } from '../../catalog/item';
import { finish, type AuditStep } from '../result/audit-steps';
import { ComparisonMemory, type Outcome } from './comparison-memory';
import { asUnexplained, concluded, isOpen, type ChargedMonths, type Differing } from './conclude';
import type { Circumstances } from '../what-if/counterfactual';
import { diagnose } from './diagnose';
import type { Comparison } from '../result/discrepancy';
import { agreement, sidesOf } from './group-comparison';
import type { Group } from '../match/match';
import { plainAgreement } from './plain-agreement';
import { systematicDiagnoses } from './systematic';
import { findTransfers } from './transfers';

/** What an earlier audit found out, and for which items that still stands where something differs. */
export interface Earlier {
  readonly memory: ComparisonMemory;
  /** False for an item where anything that a diagnosis looks at beside the group itself may be new. */
  readonly stands: (item: Item) => boolean;
}

/** Tens of milliseconds of work. */
const BETWEEN_STEPS = 10_000;

const NOTHING_EARLIER = (): Earlier => ({ memory: new ComparisonMemory(), stands: () => false });

/**
 * Compares every group. Groups that differ are diagnosed by themselves first; those left open are searched
 * for minutes that moved between them; what is then open is a missing side, other minutes, or unexplained.
 */
export function* comparing(
  groups: readonly Group[],
  months: ChargedMonths,
  around: Circumstances,
  { memory, stands }: Earlier = NOTHING_EARLIER(),
): Generator<AuditStep, Comparison[]> {
  const places = memory.placesOf(groups);
  /** What was known of a group that is still the same; undefined where it must be looked at again. */
  const known = (group: Group, index: number): Outcome | undefined => {
    const outcome = memory.outcomeAt(places[index] ?? -1);
    return outcome && 'diagnosis' in outcome && !stands(group.item) ? undefined : outcome;
  };
  const outcomes: Outcome[] = [];
  let looked = 0;
  for (const [index, group] of groups.entries()) {
    const outcome = known(group, index) ?? outcomeOf(group, around);
    outcomes.push(outcome);
    // A group that agrees costs a hundredth of one that differs.
    looked += 'diagnosis' in outcome ? 100 : 1;
    if (looked < BETWEEN_STEPS) continue;
    looked = 0;
    yield { phase: 'comparing', done: index + 1, total: groups.length };
  }
  const differing = outcomes.filter((one): one is Differing => 'diagnosis' in one);
  const open = differing.filter(isOpen);
  const transfers = findTransfers(open.map(asUnexplained));
  const decided = systematicDiagnoses(differing);
  const comparisons = outcomes.map((outcome, index) => {
    if (!('diagnosis' in outcome)) return outcome;
    const transfer = transfers.get(outcome.group);
    const place = places[index] ?? -1;
    const isKept = memory.outcomeAt(place) === outcome;
    const diagnosis = decided.get(outcome.group);
    const kept = isKept ? memory.comparisonAt(place, outcome.group, { transfer, diagnosis }) : null;
    const judged = diagnosis ? { ...outcome, diagnosis } : outcome;
    return kept ?? concluded(judged, transfer, months, around);
  });
  memory.keep({ groups, outcomes, transfers, decided, comparisons });
  return comparisons;
}

/** The same in one go. */
export function compareAll(...given: Parameters<typeof comparing>): Comparison[] {
  return finish(comparing(...given));
}

function outcomeOf(group: Group, around: Circumstances): Outcome {
  const plain = plainAgreement(group);
  if (plain) return plain;
  const sides = sidesOf(group);
  return (
    agreement(group, sides) ?? {
      group,
      sides,
      diagnosis: diagnose(group, sides.difference, around),
    }
  );
}
