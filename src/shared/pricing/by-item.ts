import type { Item } from '../catalog/item';

/** Rules laid out by the item they are for, each list in its old order. */
export function byItem<T extends { readonly item: Item }>(rules: readonly T[]): Map<Item, T[]> {
  const groups = new Map<Item, T[]>();
  for (const rule of rules) {
    const group = groups.get(rule.item);
    if (group) group.push(rule);
    else groups.set(rule.item, [rule]);
  }
  return groups;
}
