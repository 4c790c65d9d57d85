import type { Differing } from './conclude';
import type { Diagnosis } from './diagnose';
import type { Group } from '../match/match';

/** On so many lines a mistake must be the only explanation before it decides about others. */
const SYSTEMATIC = 3;

/** The kinds of mistake that one explanation supposes. */
function kindsOf(diagnosis: Diagnosis): string[] {
  return [...new Set(diagnosis.shares.map(({ cause, evidence }) => `${cause}/${evidence.code}`))];
}

/**
 * For groups that several explanations fit equally well: the one that the rest of the bill speaks for. A
 * mistake that alone explains at least three other groups is how this bill was made, and decides; where
 * none does, the order of the hypotheses stays.
 */
export function systematicDiagnoses(
  differing: readonly Differing[],
): ReadonlyMap<Group, Diagnosis> {
  const ambiguous = differing.filter(({ diagnosis }) => diagnosis.alternatives.length > 0);
  const chosen = new Map<Group, Diagnosis>();
  if (ambiguous.length === 0) return chosen;
  const support = new Map<string, number>();
  for (const { diagnosis } of differing)
    if (diagnosis.alternatives.length === 0)
      for (const kind of kindsOf(diagnosis)) support.set(kind, (support.get(kind) ?? 0) + 1);
  const supportOf = (diagnosis: Diagnosis) =>
    Math.min(...kindsOf(diagnosis).map((kind) => support.get(kind) ?? 0));
  for (const { group, diagnosis } of ambiguous) {
    let [best, most] = [diagnosis, Math.max(supportOf(diagnosis), SYSTEMATIC - 1)];
    for (const other of diagnosis.alternatives) {
      const lines = supportOf(other);
      if (lines > most) [best, most] = [other, lines];
    }
    if (best !== diagnosis) chosen.set(group, best);
  }
  return chosen;
}
