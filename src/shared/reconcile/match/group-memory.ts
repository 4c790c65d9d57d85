import { replaceInOrder } from '../../replace-in-order';
import { compareCharges } from '../../settlement/bill-memory';
import type { Charge } from '../../settlement/charge';
import { compareGroups, match, type Group } from './match';
import type { SettlementLines } from './settlement-lines';

interface Matched {
  readonly bill: SettlementLines;
  readonly charges: readonly Charge[];
  readonly groups: readonly Group[];
}

/** The groups of the last audit. Groups that come out the same stay the objects they were. */
export class GroupMemory {
  #last: Matched | null = null;

  of(charges: readonly Charge[], bill: SettlementLines): readonly Group[] {
    const last = this.#last;
    const groups = last?.bill === bill ? again(last, charges) : all(charges, bill);
    this.#last = { bill, charges, groups };
    return groups;
  }
}

function all(
  charges: readonly Charge[],
  { named, unnamed, apart }: SettlementLines,
): readonly Group[] {
  const matched = match(charges, named, unnamed);
  return apart.length === 0 ? matched : [...matched, ...apart].sort(compareGroups);
}

/**
 * What a charge meets depends on its days, application and item alone. Where an edit leaves these as they were, the
 * new charges take the places of the old ones; else everything is matched again.
 */
function again({ bill, charges, groups }: Matched, now: readonly Charge[]): readonly Group[] {
  const fresh = inTheSamePlaces(charges, now);
  if (fresh) return withFresh(groups, fresh);
  return replaceInOrder(groups, all(now, bill), {
    isReplaced: () => true,
    compare: compareGroups,
    same: sameGroup,
  });
}

/** For each charge that is another one now, the new one; null where one came or went, or has other days. */
function inTheSamePlaces(
  before: readonly Charge[],
  now: readonly Charge[],
): ReadonlyMap<Charge, Charge> | null {
  if (before.length !== now.length) return null;
  const fresh = new Map<Charge, Charge>();
  let place = 0;
  for (const charge of now) {
    const old = before[place++];
    if (old === charge) continue;
    if (!old || compareCharges(old, charge) !== 0 || old.periodEnd !== charge.periodEnd)
      return null;
    fresh.set(old, charge);
  }
  return fresh;
}

function withFresh(groups: readonly Group[], fresh: ReadonlyMap<Charge, Charge>): readonly Group[] {
  if (fresh.size === 0) return groups;
  const items = new Set([...fresh.values()].map(({ item }) => item));
  return groups.map((group) => {
    if (!items.has(group.item) || !group.charges.some((charge) => fresh.has(charge))) return group;
    return { ...group, charges: group.charges.map((charge) => fresh.get(charge) ?? charge) };
  });
}

function sameGroup(a: Group, b: Group): boolean {
  return (
    a.period.to === b.period.to &&
    a.apart === b.apart &&
    sameList(a.charges, b.charges) &&
    sameList(a.lines, b.lines)
  );
}

function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
