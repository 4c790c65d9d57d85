import type { Item } from '../catalog/item';
import { replaceInOrder } from '../replace-in-order';
import type { Charge } from '../settlement/charge';
import type { ChangedDays } from '../settlement/charge-rules';
import { compareGroups, match, type Group } from './match';
import type { SettlementLines } from './settlement-lines';

/**
 * The groups of the last audit. Where only the charges of some items are new, only the groups of these items are
 * made again; groups that come out the same stay the objects they were.
 */
export class GroupMemory {
  #last: { readonly bill: SettlementLines; readonly groups: readonly Group[] } | null = null;

  /** @param changed the items whose charges may be new since the last call; null: any. */
  of(
    charges: readonly Charge[],
    bill: SettlementLines,
    changed: ChangedDays | null,
  ): readonly Group[] {
    const last = this.#last;
    const byItem = last?.bill === bill && bill.apart.length === 0 && !hasUnnamed(bill);
    const groups =
      byItem && changed ? again(last.groups, charges, bill, changed) : all(charges, bill);
    this.#last = { bill, groups };
    return groups;
  }
}

/** Lines without an application gather the charges of all of them: such a bill is matched whole. */
const hasUnnamed = ({ unnamed }: SettlementLines) => unnamed.length > 0;

function all(
  charges: readonly Charge[],
  { named, unnamed, apart }: SettlementLines,
): readonly Group[] {
  const matched = match(charges, named, unnamed);
  return apart.length === 0 ? matched : [...matched, ...apart].sort(compareGroups);
}

function again(
  groups: readonly Group[],
  charges: readonly Charge[],
  { named }: SettlementLines,
  changed: ChangedDays,
): readonly Group[] {
  if (changed.size === 0) return groups;
  const isChanged = ({ item }: { readonly item: Item }) => changed.has(item);
  const fresh = match(charges.filter(isChanged), named.filter(isChanged), []);
  return replaceInOrder(groups, fresh, {
    isReplaced: isChanged,
    compare: compareGroups,
    same: sameGroup,
  });
}

function sameGroup(a: Group, b: Group): boolean {
  return (
    a.period.to === b.period.to && sameList(a.charges, b.charges) && sameList(a.lines, b.lines)
  );
}

function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
