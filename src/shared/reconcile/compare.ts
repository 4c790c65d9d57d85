import { asUnexplained, concluded, isOpen, type ChargedMonths, type Differing } from './conclude';
import type { Circumstances } from './counterfactual';
import { diagnose } from './diagnose';
import type { Comparison } from './discrepancy';
import { agreement, sidesOf } from './group-comparison';
import type { Group } from './match';
import { plainAgreement } from './plain-agreement';
import { findTransfers } from './transfers';

/**
 * Compares every group. Groups that differ are diagnosed by themselves first; those left open are searched
 * for minutes that moved between them; what is then open is a missing side, other minutes, or unexplained.
 */
export function compareAll(
  groups: readonly Group[],
  months: ChargedMonths,
  around: Circumstances,
): Comparison[] {
  const outcomes = groups.map((group): Comparison | Differing => {
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
  });
  const open = outcomes.filter((one): one is Differing => 'diagnosis' in one && isOpen(one));
  const transfers = findTransfers(open.map(asUnexplained));
  return outcomes.map((one) =>
    'diagnosis' in one ? concluded(one, transfers.get(one.group), months, around) : one,
  );
}
